"""Disparate impact: how selection rates differ between groups of people, and how sure that is.

Count, for each group, those who were considered and those who received the
favourable outcome. The rest is arithmetic that is kept exact, and statistics
that say how far chance alone could have brought the figures about.

>>> table = Table("sex", [("Male", 1390, 667), ("Female", 1181, 555)])
>>> analysis = analyze([table])
>>> female = analysis.tables[0]["Female"]
>>> percent(female.rate), rounded(female.ratio, 3), round(female.p_value, 2)
('47%', '0.979', 0.62)
>>> analysis.classes
(ProtectedClass.SEX,)

The figures are indicators. Nothing here finds that anyone was discriminated
against, and no level, test or ratio is applied as law: a text that asks for such
an analysis may name the classes and leave the method open. Each choice made is in
the plan, and is printed with the result.

`analyze` needs the extra `aigovkit-rules[statistics]`; counting does not.

Each module imports only from those before it:

- `counts`: groups and tables of them; `records`: people counted into tables
- `rounding`: exact numbers as text; `plans`: the choices made
- `results`: the figures; `statistics`: how they are worked out
- `comparisons`: who is compared with whom; `text`: the answer as a page
- `analysis`: all of it, put together
"""

from aigovkit.disparate_impact.analysis import MOST_GROUPS_IN_ALL, Analysis, AnalysisRecord, analyze
from aigovkit.disparate_impact.comparisons import MOST_COMPARISONS, MOST_OUTCOMES
from aigovkit.disparate_impact.counts import (
    LONGEST_NAME,
    MOST_GROUPS,
    MOST_PEOPLE,
    MOST_RECORDS,
    MOST_TABLES,
    Group,
    Table,
)
from aigovkit.disparate_impact.plans import FOUR_FIFTHS, Correction, Family, Plan, SignificanceTest
from aigovkit.disparate_impact.records import tabulate
from aigovkit.disparate_impact.results import ConfidenceInterval, GroupResult, TableResult, Undefined
from aigovkit.disparate_impact.rounding import percent, rounded
from aigovkit.disparate_impact.text import INDICATORS_ONLY
from aigovkit.errors import MissingExtraError
from aigovkit.models.vocabulary import ProtectedClass

__all__ = [
    "FOUR_FIFTHS",
    "INDICATORS_ONLY",
    "LONGEST_NAME",
    "MOST_COMPARISONS",
    "MOST_GROUPS",
    "MOST_GROUPS_IN_ALL",
    "MOST_OUTCOMES",
    "MOST_PEOPLE",
    "MOST_RECORDS",
    "MOST_TABLES",
    "Analysis",
    "AnalysisRecord",
    "ConfidenceInterval",
    "Correction",
    "Family",
    "Group",
    "GroupResult",
    "MissingExtraError",
    "Plan",
    "ProtectedClass",
    "SignificanceTest",
    "Table",
    "TableResult",
    "Undefined",
    "analyze",
    "percent",
    "rounded",
    "tabulate",
]
