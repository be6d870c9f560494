"""The condition language: nodes, what they mean, and how they read.

`nodes`, `ambiguities` and `parameters` hold what conditions are made of,
`kinds` the closed unions of them and what each kind must have, `joining` the
words that join them. `logic` is the logic of three values and of intervals,
`meaning` the reference meaning, `parts` what stands inside a node, `words` the
plain English. One module more finds what a node leaves loose: facts of listed
records that nothing ties to a record, and terms without a meaning. The names
that authors of policies write with are in `aigovkit.authoring`.
"""
