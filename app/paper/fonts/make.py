"""Makes the faces of the printed documents: static, TrueType outlines, subset.

    python3 make.py FONTSOURCE_INTER FONTSOURCE_PLEX

The arguments are the unpacked packages @fontsource-variable/inter and
@fontsource/ibm-plex-mono (version 5.3.0 of each made the files in this folder).
Needs fontTools 4.38 and brotli. The same packages give the same bytes.

Tabular figures are baked in: the PDF library applies no OpenType feature, so the
digits of the character map point to the "tnum" glyphs. The mono face is renamed,
as the reserved font name in IBM Plex's licence asks of a modified version.
"""

import pathlib
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = pathlib.Path(__file__).parent
CP1252 = [*range(0x20, 0x7F), *range(0xA0, 0x100)] + [
    ord(bytes([b]).decode("cp1252")) for b in range(0x80, 0xA0) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
]
EXTENDED = [
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x300, 0x30D), *range(0x370, 0x400), *range(0x400, 0x460),
    *range(0x490, 0x4F0), *range(0x1E00, 0x1F00), *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033,
    0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, 0x2212,
]
LAYOUT = ("GSUB", "GPOS", "GDEF", "STAT", "kern", "DSIG", "HVAR", "MVAR", "gasp", "meta")


def tabular(font):
    """Points the digits to their tabular forms."""
    forms = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    forms.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        table.cmap = {code: forms.get(glyph, glyph) if 0x30 <= code <= 0x39 else glyph for code, glyph in table.cmap.items()}


def strip(font):
    for tag in LAYOUT:
        if tag in font:
            del font[tag]


def save(font, codes, family, style, name):
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 13, 14], recalc_timestamp=False, drop_tables=[*subset.Options._drop_tables_default, *LAYOUT])
    cut = subset.Subsetter(options)
    cut.populate(unicodes=codes)
    cut.subset(font)
    for ident, value in ((1, family), (2, style), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", ""))):
        font["name"].setName(value, ident, 3, 1, 0x409)
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    font.save(HERE / name)


def inter(package, weight, style):
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for block in ("latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"):
            part = TTFont(package / "files" / f"inter-{block}-wght-normal.woff2")
            part.flavor = None
            instancer.instantiateVariableFont(part, {"wght": weight}, inplace=True)
            tabular(part)
            strip(part)
            parts.append(f"{folder}/{block}.ttf")
            part.save(parts[-1])
        save(TTFont(parts[0]), CP1252, "Inter", style, f"inter-{style.lower()}.ttf")
        save(merge.Merger().merge(parts), EXTENDED, "Inter Extended", style, f"inter-extended-{style.lower()}.ttf")


def mono(package, weight, style):
    font = TTFont(package / "files" / f"ibm-plex-mono-latin-{weight}-normal.woff2")
    font.flavor = None
    strip(font)
    save(font, CP1252, "Revient Mono", style, f"mono-{style.lower()}.ttf")


if __name__ == "__main__":
    sans, plex = map(pathlib.Path, sys.argv[1:3])
    for weight, style in ((400, "Regular"), (600, "SemiBold")):
        inter(sans, weight, style)
        mono(plex, weight, style)
