package paper

import (
	"bytes"
	"compress/zlib"
	"embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/encoding/charmap"
)

//go:embed fonts/*.ttf
var fonts embed.FS

// face names a style of letter.
type face int

const (
	sans face = iota
	sansBold
	mono
	monoBold
	extended     // Letters beyond Windows-1252, for sans and mono.
	extendedBold // The same, for sansBold and monoBold.
)

var faceFiles = [...]string{
	sans: "inter-regular", sansBold: "inter-semibold", mono: "mono-regular", monoBold: "mono-semibold",
	extended: "inter-extended-regular", extendedBold: "inter-extended-semibold",
}

// beyond returns the face that stands in for a letter which f lacks.
func (f face) beyond() face {
	if f == sansBold || f == monoBold {
		return extendedBold
	}
	return extended
}

// cut is a face ready to be embedded. It is shared by all documents and never
// written to.
type cut struct {
	name       string
	ttf        []byte
	advance    map[rune]int // In thousandths of the size; a rune not in it has no glyph.
	definition []byte       // What gofpdf wants to know of an 8-bit face.
	packed     []byte       // The face as it goes into the PDF.
}

var cuts = sync.OnceValues(loadFaces)

func loadFaces() ([]cut, error) {
	loaded := make([]cut, len(faceFiles))
	for f, name := range faceFiles {
		ttf, err := fonts.ReadFile("fonts/" + name + ".ttf")
		if err != nil {
			return nil, fmt.Errorf("read face: %w", err)
		}
		if loaded[f], err = newCut(name, ttf, face(f) < extended); err != nil {
			return nil, fmt.Errorf("load face %s: %w", name, err)
		}
	}
	return loaded, nil
}

// thousandths is the size at which a glyph's advance is its PDF width.
var thousandths = fixed.I(1000)

func newCut(name string, ttf []byte, eightBit bool) (cut, error) {
	c := cut{name: name, ttf: ttf, advance: map[rune]int{}}
	outlines, err := sfnt.Parse(ttf)
	if err != nil {
		return c, fmt.Errorf("parse outlines: %w", err)
	}
	var buffer sfnt.Buffer
	for r := rune(' '); r <= 0xFFFF; r++ {
		glyph, err := outlines.GlyphIndex(&buffer, r)
		if err != nil || glyph == 0 {
			continue
		}
		if _, encodable := charmap.Windows1252.EncodeRune(r); eightBit && !encodable {
			continue
		}
		width, err := outlines.GlyphAdvance(&buffer, glyph, thousandths, font.HintingNone)
		if err != nil {
			return c, fmt.Errorf("measure %U: %w", r, err)
		}
		c.advance[r] = width.Round()
	}
	if !eightBit {
		return c, nil
	}
	if c.definition, err = define(name, c, outlines, &buffer); err != nil {
		return c, err
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := z.Write(ttf); err != nil {
		return c, fmt.Errorf("pack: %w", err)
	}
	if err := z.Close(); err != nil {
		return c, fmt.Errorf("pack: %w", err)
	}
	c.packed = packed.Bytes()
	return c, nil
}

// define writes the definition that gofpdf's own makefont tool would.
func define(name string, c cut, outlines *sfnt.Font, buffer *sfnt.Buffer) ([]byte, error) {
	postscript, err := outlines.Name(buffer, sfnt.NameIDPostScript)
	if err != nil {
		return nil, fmt.Errorf("name: %w", err)
	}
	metrics, err := outlines.Metrics(buffer, thousandths, font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("metrics: %w", err)
	}
	box, err := outlines.Bounds(buffer, thousandths, font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("bounds: %w", err)
	}
	widths := make([]int, 256)
	for b := range widths {
		widths[b] = c.advance[charmap.Windows1252.DecodeByte(byte(b))]
	}
	description := gofpdf.FontDescType{
		Ascent: metrics.Ascent.Round(), Descent: -metrics.Descent.Round(), CapHeight: metrics.CapHeight.Round(),
		Flags: gofpdf.FontFlagNonsymbolic, StemV: 80,
	}
	// The outlines measure downwards, a PDF upwards.
	description.FontBBox.Xmin, description.FontBBox.Xmax = box.Min.X.Floor(), box.Max.X.Ceil()
	description.FontBBox.Ymin, description.FontBBox.Ymax = -box.Max.Y.Ceil(), -box.Min.Y.Floor()
	definition, err := json.Marshal(map[string]any{
		"Tp": "TrueType", "Name": postscript, "Desc": description, "Cw": widths, "Enc": "cp1252",
		"File": name + ".z", "OriginalSize": len(c.ttf),
	})
	if err != nil {
		return nil, fmt.Errorf("write definition: %w", err)
	}
	return definition, nil
}
