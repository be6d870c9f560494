"""How policies are worked out: a plain reference, a compiled form, explanations, questions."""
