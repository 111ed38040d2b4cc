package labelpdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// unpack undoes the filters of a stream that are not a picture's own. What can be
// read of a damaged stream is used.
func (d *document) unpack(s *stream) []byte {
	content, _ := d.unpackTo(s)
	return content
}

// unpackTo stops before a filter that only pictures have, and names it.
func (d *document) unpackTo(s *stream) (content []byte, picture name) {
	content = s.raw
	filters, params := d.list(s.dict, "Filter", "F"), d.list(s.dict, "DecodeParms", "DP")
	for i, filter := range filters {
		if i == 8 { // No program packs a stream more often.
			return nil, ""
		}
		var param dict
		if i < len(params) {
			param = d.dictOf(params[i])
		}
		label, _ := d.resolve(filter).(name)
		switch label {
		case "FlateDecode", "Fl":
			content = d.predicted(d.inflate(content), param)
		case "LZWDecode", "LZW": // Its early change is the one of TIFF.
			content = d.predicted(d.read(lzw.NewReader(bytes.NewReader(content), lzw.MSB, 8)), param)
		case "ASCIIHexDecode", "AHx":
			hex := lexer{raw: append([]byte("<"), content...)}
			content = d.read(bytes.NewReader(hex.hex()))
		case "ASCII85Decode", "A85":
			content, _, _ = bytes.Cut(bytes.TrimSpace(content), []byte("~>"))
			content = d.read(ascii85.NewDecoder(bytes.NewReader(content)))
		case "RunLengthDecode", "RL":
			content = d.runs(content)
		default:
			return content, label
		}
	}
	return content, ""
}

// list reads an entry that is one value or an array of them, under its long name
// or the short one of inline pictures.
func (d *document) list(entries dict, long, short name) []any {
	value, there := entries[long]
	if !there {
		value = entries[short]
	}
	switch value := d.resolve(value).(type) {
	case nil:
		return nil
	case []any:
		return value
	default:
		return []any{value}
	}
}

func (d *document) inflate(packed []byte) []byte {
	reader, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	return d.read(reader)
}

// read takes what a reader gives before it fails or the budget ends.
func (d *document) read(from io.Reader) []byte {
	content, err := io.ReadAll(io.LimitReader(from, int64(d.budget.bytes)))
	if err != nil && len(content) == 0 {
		return nil
	}
	spend(&d.budget.bytes, len(content))
	return content
}

func (d *document) runs(packed []byte) []byte {
	var out []byte
	for len(packed) > 0 && packed[0] != 128 {
		length := int(packed[0])
		packed = packed[1:]
		switch {
		case length < 128:
			length = min(length+1, len(packed))
			out, packed = append(out, packed[:length]...), packed[length:]
		case len(packed) > 0:
			out, packed = append(out, bytes.Repeat(packed[:1], 257-length)...), packed[1:]
		}
		if len(out) > d.budget.bytes {
			break
		}
	}
	return d.read(bytes.NewReader(out))
}

// predicted undoes the predictors of PNG (7.4.4.4); that of TIFF is rare and
// leaves a picture that nothing is read from.
func (d *document) predicted(content []byte, param dict) []byte {
	if d.number(param["Predictor"], 1) < 10 {
		return content
	}
	bits := int(d.number(param["Colors"], 1)) * int(d.number(param["BitsPerComponent"], 8))
	columns := int(d.number(param["Columns"], 1))
	if bits < 1 || bits > 128 || columns < 1 || columns > 1<<20 {
		return nil
	}
	step, width := (bits+7)/8, (bits*columns+7)/8
	out := make([]byte, 0, len(content))
	above := make([]byte, width)
	for len(content) > 1 {
		kind := content[0]
		row := make([]byte, width)
		content = content[1+copy(row, content[1:]):]
		unfilter(kind, row, above, step)
		out = append(out, row...)
		above = row
	}
	return out
}

func unfilter(kind byte, row, above []byte, step int) {
	for i := range row {
		var left, corner byte
		if i >= step {
			left, corner = row[i-step], above[i-step]
		}
		switch kind {
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], corner)
		}
	}
}

func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	a, b, c := distance(p, left), distance(p, above), distance(p, corner)
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return above
	}
	return corner
}

func distance(a int, b byte) int { return max(a-int(b), int(b)-a) }
