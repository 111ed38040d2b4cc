package sheet

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode returns the text of a file in whatever encoding a spreadsheet saved it:
// a byte order mark says it; zeros in every second byte betray UTF-16 without
// one; what is not UTF-8 is Windows-1252, which every byte sequence can be.
func decode(raw []byte) (string, error) {
	if rest, marked := bytes.CutPrefix(raw, []byte("\xef\xbb\xbf")); marked {
		return string(bytes.ToValidUTF8(rest, []byte("\uFFFD"))), nil
	}
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case zeros(raw, 1) && !zeros(raw, 0):
		from = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros(raw, 0) && !zeros(raw, 1):
		from = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case utf8.Valid(raw):
		return string(raw), nil
	default:
		from = charmap.Windows1252
	}
	decoded, err := from.NewDecoder().Bytes(raw)
	if err != nil {
		return "", errDamaged(err)
	}
	return string(decoded), nil
}

// zeros reports whether most bytes at even (0) or odd (1) places are zero, as the
// high halves of Latin letters in UTF-16 are.
func zeros(raw []byte, from int) bool {
	seen, zero := 0, 0
	for i := from; i < min(len(raw), 4096); i += 2 {
		seen++
		if raw[i] == 0 {
			zero++
		}
	}
	return seen > 1 && zero*2 > seen
}
