package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// unseen reports whether a character leaves no trace on a screen: spaces of any
// width, controls, and format characters such as the byte order mark or the
// marks of direction that a copy from a web page carries along.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// clean returns a text of one line: composed, its runs of spaces and controls
// become one space, none around.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(norm.NFC.String(strings.ToValidUTF8(s, "")), func(r rune) bool {
		return unseen(r) && r != '\u200d' // The joiner belongs to letters of several scripts.
	}), " ")
}

// fold writes a header or a choice as it is compared: lower case, no accents, no
// punctuation, one space between words. "N° série", "n° de Série" and "N SERIE"
// differ by their words only.
func fold(s string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil { // Text that cannot be decomposed is compared as it is.
		plain = s
	}
	words := strings.FieldsFunc(strings.ToLower(plain), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, " ")
}

// solid removes every character that cannot be seen.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, s)
}
