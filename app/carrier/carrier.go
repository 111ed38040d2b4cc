package carrier

import (
	"cmp"
	"slices"
	"strings"
)

// Parcel is one reading of a code.
type Parcel struct {
	Carrier  string // One of the names below; empty when only the number is known.
	Tracking string // As the carrier's own site takes it: capitals, no spaces.
	Routing  bool   // The code held more than the number.
}

// The carriers.
const (
	Amazon       = "Amazon"
	Chronopost   = "Chronopost"
	Colissimo    = "Colissimo"
	DHL          = "DHL"
	DPD          = "DPD"
	FedEx        = "FedEx"
	GLS          = "GLS"
	LaPoste      = "La Poste"
	MondialRelay = "Mondial Relay"
	Post         = "Post" // A postal operator abroad: the last two letters of the number say which.
	RelaisColis  = "Relais Colis"
	UPS          = "UPS"
)

// certainty ranks the readings of one code.
type certainty int

const (
	possible certainty = iota // The form only, and other things have it.
	likely                    // A form of its own.
	checked                   // A check digit vouches for it.
)

type reading struct {
	Parcel
	certainty certainty
}

// forms are all that is known, each in a file of its carrier.
var forms = []func(code string) []reading{
	s10, colissimo, laPoste, ups, fedex, geopost, chronopost, dhl, mondialRelay, gls, relaisColis, amazon, sscc,
}

// Read returns the most specific reading of a code, or what is left of the code
// itself, with no carrier, when nothing is known of it.
func Read(code string) Parcel {
	if readings := Readings(code); len(readings) > 0 {
		return readings[0]
	}
	return Parcel{Tracking: Normalise(code)}
}

// Readings returns every reading of a code, the most specific first; none when
// the code looks like no carrier's.
func Readings(code string) []Parcel {
	var parcels []Parcel
	for _, one := range ranked(code) {
		same := func(p Parcel) bool { return p.Carrier == one.Carrier && p.Tracking == one.Tracking }
		if !slices.ContainsFunc(parcels, same) {
			parcels = append(parcels, one.Parcel)
		}
	}
	return parcels
}

// Sure reports whether a code can hardly be anything but a parcel's: a check digit
// vouches for it, or its form is that of one carrier alone.
func Sure(code string) bool {
	readings := ranked(code)
	return len(readings) > 0 && readings[0].certainty >= likely
}

func ranked(code string) []reading {
	found := append(plain(Normalise(code)), elements(code)...)
	slices.SortStableFunc(found, func(a, b reading) int { return cmp.Compare(b.certainty, a.certainty) })
	return found
}

// Normalise writes a code as it is compared: capitals, without what a scanner
// sends before it (the AIM identifier "]C1", ISO/IEC 15424), the stars that some
// fonts of Code 39 print around it, and any character that no carrier's code has.
// Separators of GS1 elements do not survive it.
func Normalise(code string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r == '%':
			return r
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return -1
	}, withoutIdentifier(code))
}

// withoutIdentifier takes off the AIM identifier: a bracket, the letter of a
// symbology, a digit or letter of its options.
func withoutIdentifier(code string) string {
	code = strings.TrimSpace(code)
	if len(code) > 3 && code[0] == ']' && alphanumeric(code[1:3]) {
		return code[3:]
	}
	return code
}

// plain reads a code by every form; none of them is made of elements.
func plain(bare string) (found []reading) {
	for _, form := range forms {
		found = append(found, form(bare)...)
	}
	return found
}

func alphanumeric(s string) bool {
	for _, c := range []byte(strings.ToUpper(s)) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return s != ""
}

func numeric(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func letters(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// whole is a code that is the tracking number.
func whole(carrier, tracking string, how certainty) []reading {
	return []reading{{Parcel{Carrier: carrier, Tracking: tracking}, how}}
}

// inside is a code that holds the tracking number.
func inside(carrier, tracking string, how certainty) []reading {
	return []reading{{Parcel{Carrier: carrier, Tracking: tracking, Routing: true}, how}}
}
