// Package paper sets what Revient prints: the return slip and the return label
// a customer receives, the label stuck on a device, the notice and the receipt
// of a refund, the letters of a refusal or a protest, the reports of a repair and
// of a day, the lists that a lead carries through the workshop. Each is a value with a PDF method: data in, bytes out, the same
// bytes for the same data, from any number of goroutines.
//
// It must never read a clock, a file, the store or a case, and never make up a
// carrier's label, number or code: those are printed as the carrier gave them.
// Whatever the data hold (an emoji, a name of 300 letters, broken UTF-8), it
// returns a page or an error and never panics.
//
// # Pages
//
// A label is one page. An A4 document is one page too whenever what it says fits,
// and else flows onto more, each with the document's number and "page n of m". It
// is drawn a second time to know m.
//
// # Faces
//
// The library that writes the PDF needs about 11 ms for a page set in a Unicode
// TrueType face and less than one for a face in an 8-bit encoding. So each of the
// four styles is embedded as a small Windows-1252 subset, which holds nearly all
// that is ever written, and the letters beyond it (ő, ł, ễ, Greek, Cyrillic) come
// from the extended Inter, added only to a document that has one. A character
// that no face has is drawn as a box: a gap would hide that something is missing.
// fonts/make.py made the faces from Inter and IBM Plex Mono, both under the OFL.
//
// # Codes
//
// Every code is vector, snapped to the dots of a 203 dpi head (8 to the
// millimetre) with its quiet zone painted white. Fewer than 3 dots per module
// for Code 128, or 4 for QR and DataMatrix, is refused, never drawn.
//
// # Reprints
//
// A numbered document is issued once and its bytes are kept. Duplicate marks a
// reprint by appending to those bytes, as PDF allows: the copy begins with the
// original, byte for byte, whatever a later version of the layout would draw.
package paper

import (
	"time"

	"revient/app/text"
)

// Document is anything this package prints.
type Document interface {
	// PDF sets the document. The same value gives the same bytes.
	PDF() ([]byte, error)
	// Size is the medium that the document must be printed on, at 100 %.
	Size() Size
}

// Size is the width and height of a page in millimetres.
type Size struct{ Width, Height float64 }

// The media that documents are set for.
var (
	A4          = Size{210, 297}
	Parcel      = Size{100, 150} // Parcel label, 4 by 6 inches.
	DeviceStrip = Size{62, 29}   // Address label of the common desk printers.
)

// Sheet is what every document says about itself.
type Sheet struct {
	Language text.Language
	Issued   time.Time // Date of issue, in the zone of the workshop. Never zero.
	Sample   bool      // The data are the sandbox's: every page says so.
	Specimen bool      // Made in training mode: every page says so, whatever its data.
}

// void names the subject of the catalogue that says why a document is worth
// nothing: empty for a real one.
func (s Sheet) void() string {
	switch {
	case s.Specimen:
		return "specimen"
	case s.Sample:
		return "sample"
	default:
		return ""
	}
}

// Address is a postal address as it is written on a parcel.
type Address struct {
	Name  string
	Lines []string // Street to country, one line each.
}

// Seller is the workshop, as the law wants it named on a document.
type Seller struct {
	Address
	SIREN string
	SIRET string // Shown instead of the SIREN when both are known.
	VAT   string // Intra-community VAT number.
}

// Device is the unit that the document is about.
type Device struct {
	Model  string
	IMEI   string // Printed in groups, 2-6-6-1.
	Serial string // Printed when there is no IMEI.
}

// Order is the sale that a return goes back to.
type Order struct {
	Number      string
	Marketplace string    // Trade name of the marketplace, such as "Back Market".
	Placed      time.Time // Zero when unknown.
	Invoice     string    // Number of the original invoice; often empty.
	Invoiced    time.Time // Date of that invoice; zero when unknown.
}
