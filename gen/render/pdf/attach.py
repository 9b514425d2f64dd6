"""Files that travel inside the PDF: the numbers that it prints, for whoever wants to check them by machine."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from io import BytesIO
from typing import Any

from gen.model.edition import Attachment


def attached(attachments: Sequence[Attachment], date: str) -> list[Any]:
    """The files as WeasyPrint takes them, in the order in which a PDF has to list them.

    `date` is the document's own: without one WeasyPrint writes the time of day into the file.
    """
    return [_attached(attachment, datetime.fromisoformat(date)) for attachment in sorted(attachments, key=_name)]


def _attached(attachment: Attachment, date: datetime) -> Any:
    from weasyprint import Attachment as Embedded

    made = Embedded(
        string="",
        name=attachment.name,
        description=attachment.description,
        created=date,
        modified=date,
        relationship="Source",
    )
    # The type is ours: WeasyPrint would guess it from the name, with the help of whatever the machine knows.
    made.source = nullcontext((BytesIO(attachment.content), None, None, attachment.media_type))
    return made


def _name(attachment: Attachment) -> str:
    return attachment.name
