"""Foreign Office files (.docx and their kin): opened so that none of them can do harm or bring the program down.

Such a file is a zip of XML parts with relationships between them. Everything dangerous is looked for before any
library for XML or Word sees a byte: archives that swell, names that lead elsewhere, entities, and what a file can
carry to act on its own. Only the standard library is used, so that whoever just reads text need not import more.
"""

from gen.opc.active import active_contents
from gen.opc.opening import open_package
from gen.opc.package import OpcPackage, Refusal, Relation, is_xml

__all__ = ["OpcPackage", "Refusal", "Relation", "active_contents", "is_xml", "open_package"]
