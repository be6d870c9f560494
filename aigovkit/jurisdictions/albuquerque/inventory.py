"""Albuquerque AI Policy: the inventory of current AI practices.

A table of sixteen uses with purpose, product, department, benefit and cost. It is
a record of what departments said they use, and asks nothing of a case: that a
product is listed is no approval of it, no assessment and no score, and the table
says nothing of the data a product works on, of whether people can decline, or of
whom they meet. Where a row says "various" or "such as", what it names are examples.
"""

from __future__ import annotations

from aigovkit.authoring import Force, Kind, part
from aigovkit.jurisdictions.albuquerque.document import AI_POLICY_TEXT

TABLE = part(
    AI_POLICY_TEXT,
    "Inventory of Current AI Practices of City Departments, ",
    kind=Kind.ORGANIZATIONAL,
    force=Force.DESCRIPTIVE,
)

# No verb commands in this section. Whether the table is the report that 6.2 asks
# departments for is a question of 6.2.
ENTRIES = (
    TABLE.unmodelled(
        "ABQ-INV-0",
        "table head",
        because="It heads a record of sixteen uses; being listed is neither approval nor assessment.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-1",
        "row 1",
        because="It records that various departments write with generative tools, ChatGPT and Copilot among "
        "them.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-2",
        "row 2",
        because="It records that various departments translate text, with Google Translate and Wordly among "
        "others.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-3",
        "row 3",
        because="It records that various departments make and edit photos and videos, with Adobe and "
        "Canva among others.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-4",
        "row 4",
        because="It records that various departments have text transcribed, by Zoom and Otter.AI among "
        "others.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-5", "row 5", because="It records that GSD has help with CAD designs from AutoCAD."
    ),
    TABLE.unmodelled(
        "ABQ-INV-6", "row 6", because="It records that GSD automates design drawings with Bluebeam."
    ),
    TABLE.unmodelled(
        "ABQ-INV-7", "row 7", because="It records that Planning sums up what users pin up, with Miro."
    ),
    TABLE.unmodelled(
        "ABQ-INV-8",
        "row 8",
        because="It records that Planning sums up comments of users with Konveio, and that this faces the "
        "public.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-9",
        "row 9",
        because="It records that the AFR alarm room surveys patients and reads vital signs by phone, with "
        "Good Sam.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-10",
        "row 10",
        because="It records that AFR EMS training simulates patients with iSimulate.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-11",
        "row 11",
        because="It records that Aviation informs passengers with the Dash2 virtual assistant.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-12",
        "row 12",
        because="It records that APD analyses data for investigations with Peregrine.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-13", "row 13", because="It records that APD has OBRD recordings transcribed by AXON."
    ),
    TABLE.unmodelled(
        "ABQ-INV-14",
        "row 14",
        because="It records that APD investigation recognises faces in large image databases with Clearview "
        "AI.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-15",
        "row 15",
        because="It records that APD compliance tracks how officers work and behave with Benchmark "
        "Analytics.",
    ),
    TABLE.unmodelled(
        "ABQ-INV-16",
        "row 16",
        because="It records that APD investigation extracts data from phones and devices with Cellebrite.",
    ),
)
