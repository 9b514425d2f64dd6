"""A small Word file written by hand, with one of everything that can be wrong: the ground for planted faults."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def picture(width: int = 2, height: int = 2, colour: tuple[int, int, int] = (47, 85, 151)) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Parts as a Word file."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _field(instruction: str, result: str) -> str:
    return (
        f'{_FIELD.format("begin")}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f"{_FIELD.format('separate')}<w:r><w:t>{result}</w:t></w:r>{_FIELD.format('end')}"
    )


def _cell(width: int, text: str, properties: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>'
        f"<w:p>{f'<w:r><w:t>{text}</w:t></w:r>' if text else ''}</w:p></w:tc>"
    )


_SPAN, _MERGED = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
_TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="3000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cell(3000, '故障', _SPAN)}</w:tr>"
    f"<w:tr>{_cell(1000, '一级', _MERGED)}{_cell(2000, '4小时')}</w:tr>"
    f"<w:tr>{_cell(1000, '', '<w:vMerge/>')}{_cell(2000, '8小时')}</w:tr></w:tbl>"
)
_DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="914400" cy="914400"/><wp:docPr id="{id}" name="图{id}" descr="服务流程"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="图{id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/>"
    "<a:ext cx='914400' cy='914400'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_SHEET = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="850" w:footer="850" w:gutter="0"/><w:cols w:space="425"/>'
)
_DOCUMENT = (
    f"<w:document {_W} {_R}><w:body>"
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Ref_promise"/>'
    '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>承诺</w:t></w:r>'
    '<w:bookmarkEnd w:id="0"/></w:p>'
    '<w:p><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:jc w:val="left"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">见 </w:t></w:r>' + _field(r"REF _Ref_promise \h", "承诺")
    + "<w:r><w:t>。</w:t></w:r>"
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r></w:p>'
    '<w:p><w:bookmarkStart w:id="1" w:name="_c1_response"/><w:hyperlink w:anchor="_Ref_promise" w:history="1">'
    '<w:r><w:t>第一章</w:t></w:r></w:hyperlink><w:bookmarkEnd w:id="1"/><w:commentRangeStart w:id="0"/>'
    '<w:r><w:t>四小时</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    '<w:ins w:id="10" w:author="甲"><w:r><w:t>新</w:t></w:r></w:ins>'
    '<w:del w:id="11" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    '<w:permStart w:id="7" w:edGrp="everyone"/><w:r><w:t>　　</w:t></w:r><w:permEnd w:id="7"/></w:p>'
    '<w:sdt><w:sdtPr><w:alias w:val="条款"/><w:tag w:val="response.onsite"/><w:id w:val="5"/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    '<w:sdt><w:sdtPr><w:id w:val="6"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    + _TABLE + f"<w:p>{_DRAWING.format(id=1)}{_DRAWING.format(id=2)}</w:p>"
    f'<w:p><w:pPr><w:sectPr>{_SHEET}</w:sectPr></w:pPr></w:p>'
    '<w:p><w:pPr><w:spacing w:before="120" w:line="460" w:lineRule="exact"/><w:rPr><w:sz w:val="24"/></w:rPr></w:pPr>'
    "<w:r><w:t>乙方</w:t></w:r></w:p>"
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
    '<w:footerReference w:type="default" r:id="rIdFooter"/>'
    f"{_SHEET}</w:sectPr></w:body></w:document>"
)  # fmt: skip
_STYLES = (
    f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:next w:val="Normal"/><w:link w:val="Heading1Char"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr>'
    '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Heading1Char"><w:name w:val="Heading 1 Char"/>'
    '<w:link w:val="Heading1"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style></w:styles>'
)


def _level(at: int, text: str, style: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{style}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


_LINKED = '<w:pStyle w:val="Heading1"/>'
_NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:nsid w:val="4B1D0000"/>'
    f'<w:multiLevelType w:val="multilevel"/>{_level(0, "%1", _LINKED)}{_level(1, "%1.%2")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1"><w:nsid w:val="4B1D0001"/><w:multiLevelType w:val="singleLevel"/>'
    f"{_level(0, '（%1）')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
)
_NOTE = "<w:p><w:r><w:t>按自然时间计算。</w:t></w:r></w:p>"
_KINDS = {
    "styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes",
    "comments": "comments", "fontTable": "fontTable", "header1": "header", "footer1": "footer",
}  # fmt: skip
"""Parts beside the document and the last words of their content and relationship types."""


def _relationships(*rows: tuple[str, str, str]) -> str:
    inside = "".join(f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for id_, kind, to in rows)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


SOUND: dict[str, str | bytes] = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        + "".join(f'<Override PartName="/word/{k}.xml" ContentType="{_WORD}.{v}+xml"/>' for k, v in _KINDS.items())
        + "</Types>"
    ),
    "_rels/.rels": _relationships(("rId1", "officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": _relationships(
        *((f"rId{kind.title()}", kind, f"{name}.xml") for name, kind in _KINDS.items()),
        ("rIdPicture", "image", "media/image1.png"),
    ),
    "word/document.xml": _DOCUMENT,
    "word/styles.xml": _STYLES,
    "word/numbering.xml": _NUMBERING,
    "word/settings.xml": (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:footnotePr>'
        '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>'
    ),
    "word/footnotes.xml": (
        f'<w:footnotes {_W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        f'</w:footnote><w:footnote w:id="1">{_NOTE}</w:footnote></w:footnotes>'
    ),
    "word/comments.xml": (
        f'<w:comments {_W}><w:comment w:id="0" w:author="审核" w:initials="审"><w:p><w:r><w:t>与表1不一致</w:t></w:r>'
        "</w:p></w:comment></w:comments>"
    ),
    "word/fontTable.xml": f'<w:fonts {_W}><w:font w:name="宋体"/></w:fonts>',
    "word/header1.xml": f"<w:hdr {_W}><w:p>{_field('STYLEREF 1', '承诺')}</w:p></w:hdr>",
    "word/footer1.xml": f"<w:ftr {_W}><w:p>{_field('PAGE', '1')}</w:p></w:ftr>",
    "word/media/image1.png": picture(),
}  # fmt: skip
"""The parts of the file by name."""
