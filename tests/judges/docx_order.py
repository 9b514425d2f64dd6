"""The order of child elements, in which Word insists on the schema's sequence and repairs the file otherwise.

The sequences are those of ECMA-376, transitional. Run properties are a free choice there; here they stand in the order
in which Word itself writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from tests.judges.docx_package import W

SEQUENCES = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
        "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
        "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr "
        "shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
        "sectPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
        "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
        "headers cellIns cellDel cellMerge tcPrChange"
    ),
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "numPr": "ilvl numId ins",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": (
        "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation|comboBox|d "
        "ate|docPartObj|docPartList|dropDownList|picture|richText|text|citation|group|bibliography"
    ),
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "tblBorders": "top left|start bottom right|end insideH insideV",
    "tcBorders": "top left|start bottom right|end insideH insideV tl2br tr2bl",
    "pBdr": "top left bottom right between bar",
    "tblCellMar": "top left|start bottom right|end",
    "tcMar": "top left|start bottom right|end",
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
        "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
        "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
        "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
        "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet "
        "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope "
        "summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting "
        "bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing "
        "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin "
        "drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning "
        "characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
        "savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
        "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt "
        "showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars "
        "rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
        "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary "
        "shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
    ),
}
"""Children in their order by the name of their parent; what may take each other's place is joined by a bar."""

FIRST = {"p": ("pPr",), "r": ("rPr",), "tc": ("tcPr",), "tr": ("tblPrEx", "trPr"), "tbl": ("tblPr", "tblGrid")}
"""Children that stand before all others, which may come in any order."""

REPEATED = {
    "headerReference", "footerReference", "abstractNum", "num", "numPicBullet", "lvl", "lvlOverride", "style",
    "tblStylePr", "activeWritingStyle", "attachedSchema", "smartTagType",
}  # fmt: skip
"""Children that may stand there several times."""

_RANKS = {
    parent: {name: rank for rank, names in enumerate(sequence.split()) for name in names.split("|")}
    for parent, sequence in SEQUENCES.items()
}


def order_faults(root: Any) -> Iterator[str]:
    """Children that stand in the wrong place, that are unknown there, or that are there too often."""
    for parent in root.iter(f"{W}*"):
        name = etree.QName(parent).localname
        if name in _RANKS:
            yield from _sequence_faults(parent, name, _RANKS[name])
        elif name in FIRST:
            children = [etree.QName(child).localname for child in parent.iterchildren(f"{W}*")]
            head = [child for child in children if child in FIRST[name]]
            if head != children[: len(head)] or head != sorted(set(head), key=FIRST[name].index):
                yield f"<w:{name}> must begin with {', '.join(FIRST[name])}"


def _sequence_faults(parent: Any, name: str, ranks: dict[str, int]) -> Iterator[str]:
    last, before = -1, ""
    for child in parent.iterchildren(tag=etree.Element):
        tag = etree.QName(child)
        if tag.namespace != W[1:-1] and tag.localname not in ranks:
            continue  # an extension of Word's; whether it may be there is the SDK validator's to say
        if tag.localname not in ranks:
            yield f"<w:{tag.localname}> has no place in <w:{name}>"
            continue
        rank = ranks[tag.localname]
        if rank < last:
            yield f"<w:{tag.localname}> stands behind <w:{before}> in <w:{name}>"
        elif rank == last and tag.localname not in REPEATED:
            yield f"<w:{tag.localname}> stands behind another <w:{before}> in <w:{name}>"
        last, before = max(last, rank), tag.localname
