"""Our own check of a Word file: what both validators miss and Word, WPS or a reader does not.

Works on the bytes with lxml alone, in some hundredths of a second, and knows nothing of the writer. What the schema
says beyond the order of elements (which values an attribute takes) is left to the validators.
"""

from __future__ import annotations

from tests.judges.docx_names import id_faults, note_faults, numbering_faults, range_faults, style_faults
from tests.judges.docx_order import order_faults
from tests.judges.docx_package import opened
from tests.judges.docx_text import field_faults, measure_faults, section_faults, table_faults, text_faults

CHECKS = (
    style_faults, numbering_faults, note_faults, range_faults, id_faults,
    text_faults, field_faults, table_faults, section_faults, measure_faults,
)  # fmt: skip


def faults(docx: bytes) -> list[str]:
    """Everything that is wrong with a Word file, each fault once; an empty list for a sound one."""
    package, found = opened(docx)
    if "word/document.xml" not in package.trees:
        return [*found, "word/document.xml: is not there"]
    found += package.faults()
    for part, tree in package.trees.items():
        found += (f"{part}: {fault}" for fault in order_faults(tree))
    for check in CHECKS:
        found += check(package)
    return list(dict.fromkeys(found))
