package paper

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// missing stands for a character that no face has; it is drawn as a box.
const missing = '\uFFFD'

// longest is how many characters of one string are looked at: several pages.
const longest = 4000

// clean makes a string that can be set: valid, composed, on one line, within the
// Basic Multilingual Plane (gofpdf panics beyond it), with each character either
// in a face or replaced by the missing mark.
func clean(faces []cut, raw string) string {
	if plain(raw) {
		return raw
	}
	var b strings.Builder
	count := 0
	for _, r := range norm.NFC.String(strings.ToValidUTF8(firstBytes(raw, 4*longest), string(missing))) {
		if count++; count > longest {
			break
		}
		switch {
		case r == '\u202F': // The narrow no-break space is in no 8-bit encoding.
			b.WriteRune('\u00A0')
		case r == '\u2011': // Nor is the no-break hyphen.
			b.WriteByte('-')
		case r == '\u00A0':
			b.WriteRune(r)
		case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r), unicode.Is(unicode.Variation_Selector, r):
			// Joiners, direction and variation marks show nothing by themselves.
		case r == missing, r > 0xFFFF:
			b.WriteRune(missing)
		case covered(faces, r):
			b.WriteRune(r)
		case unicode.Is(unicode.M, r):
			// The base letter stays readable without its mark.
		default:
			b.WriteRune(missing)
		}
	}
	return strings.TrimSpace(b.String())
}

// plain reports whether a string is printable ASCII, as identifiers are: nothing
// is to be done to it.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return len(s) <= longest && strings.TrimSpace(s) == s
}

func covered(faces []cut, r rune) bool {
	_, common := faces[sans].advance[r]
	_, rare := faces[extended].advance[r]
	return common || rare
}

// firstBytes cuts a string that is far too long before it costs anything.
func firstBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n]
}
