package paper

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/jung-kurt/gofpdf"

	"revient/app/fault"
	"revient/app/text"
)

// page is a document while it is being drawn, and its page at hand. Lengths are
// in millimetres from the top left corner; y of a text is its baseline.
type page struct {
	pdf    *gofpdf.Fpdf
	faces  []cut
	loaded [len(faceFiles)]bool
	sheet  Sheet
	lang   text.Language
	size   Size
	headed float64 // Baseline of the last line of the letterhead.
	number int     // Of the page at hand, from 1.
	total  int     // Of pages; 1 until the document was drawn once.
	dress  func()  // What every later page bears besides its own; may be nil.
}

// set draws a document and returns its bytes. Whatever goes wrong in the drawing,
// a panic of a library too, comes back as an error.
func set(sheet Sheet, size Size, title, author string, draw func(*page) error) (out []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			out, err = nil, fault.Wrap(fmt.Errorf("draw page: %v", cause), fault.Internal, "errors_paper.render", nil)
		}
	}()
	if sheet.Issued.IsZero() {
		return nil, fault.New(fault.Invalid, "errors_paper.undated", nil).At("issued")
	}
	faces, err := cuts()
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "errors_paper.render", nil)
	}
	drawn := func(total int) (*page, error) {
		p := begin(faces, sheet, size, title, author)
		p.total = total
		if err := draw(p); err != nil {
			return nil, fmt.Errorf("set document: %w", err)
		}
		return p, nil
	}
	p, err := drawn(1)
	if err == nil && p.number > 1 {
		p, err = drawn(p.number)
	}
	if err != nil {
		return nil, err
	}
	var buffer bytes.Buffer
	if err := p.pdf.Output(&buffer); err != nil {
		return nil, fault.Wrap(fmt.Errorf("write pdf: %w", err), fault.Internal, "errors_paper.render", nil)
	}
	return buffer.Bytes(), nil
}

// begin returns the empty first page of a document.
func begin(faces []cut, sheet Sheet, size Size, title, author string) *page {
	lang := sheet.Language
	if !slices.Contains(text.Languages(), lang) {
		lang = text.English
	}
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: size.Width, Ht: size.Height}})
	pdf.SetCatalogSort(true) // Without it the order of the objects, and so the bytes, vary.
	pdf.SetCreationDate(sheet.Issued)
	pdf.SetModificationDate(sheet.Issued)
	pdf.SetTitle(clean(faces, title), true)
	pdf.SetAuthor(clean(faces, author), true)
	pdf.SetCreator("Revient", false)
	pdf.SetAutoPageBreak(false, 0)
	p := &page{pdf: pdf, faces: faces, sheet: sheet, lang: lang, size: size}
	p.turn()
	return p
}

// turn begins the next page.
func (p *page) turn() {
	p.pdf.AddPage()
	p.number++
	if subject := p.sheet.void(); subject != "" {
		p.veil(p.say(subject+".mark", nil))
	}
	if p.dress != nil {
		p.dress()
	}
}

// say returns a sentence of the paper catalogue in the document's language.
func (p *page) say(key string, args map[string]any) string {
	return text.T(p.lang, "paper."+key, args)
}

// colour is red, green and blue.
type colour struct{ r, g, b int }

// The colours of the screens, on white. Labels use black alone: a thermal head
// has no other.
var (
	ink      = colour{0x1d, 0x1b, 0x17}
	ink2     = colour{0x57, 0x52, 0x4a}
	ink3     = colour{0x6f, 0x69, 0x5f}
	hair     = colour{0xd9, 0xd4, 0xc9}
	accent   = colour{0x0c, 0x6a, 0x4e}
	softened = colour{0xdc, 0xef, 0xe7}
	soon     = colour{0x8a, 0x4b, 0x00}
	late     = colour{0xa3, 0x22, 0x1b}
	white    = colour{0xff, 0xff, 0xff}
	black    = colour{}
)

// rule draws a horizontal line of a thickness in millimetres.
func (p *page) rule(x, y, w, thickness float64, c colour) {
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.Rect(x, y, w, thickness, "F")
}

// bar draws a filled rectangle.
func (p *page) bar(x, y, w, h float64, c colour) { p.rule(x, y, w, h, c) }
