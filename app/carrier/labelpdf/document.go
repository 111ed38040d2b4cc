package labelpdf

import (
	"bytes"
	"regexp"
	"slices"
)

// budget is what reading one file may still cost.
type budget struct {
	bytes     int // Unpacked.
	objects   int
	operators int // Of content streams.
	pixels    int // Drawn, or of pictures.
	page      int // Pixels of one page.
	rows      int // Of pixels tried for bars.
}

// fresh is enough for any label. A page has the pixels of an A4 at 350 dots to the
// inch, where the finest bars of a label (0.25 mm) are more than three dots wide.
func fresh() *budget {
	return &budget{bytes: 64 << 20, objects: 50_000, operators: 1_000_000, pixels: 300_000_000, page: 12_000_000, rows: 200_000}
}

// spend takes from a purse; false when it does not hold that much.
func spend(purse *int, much int) bool {
	if much < 0 || *purse < much {
		*purse = 0
		return false
	}
	*purse -= much
	return true
}

type document struct {
	objects map[reference]any
	budget  *budget
}

var beginning = regexp.MustCompile(`(?:^|[\s>])(\d{1,9})\s+\d{1,5}\s+obj\b`)

// open finds every object of a file, those in object streams included. A later
// definition replaces an earlier one, as an incremental update means it to.
func open(raw []byte, b *budget) *document {
	doc := &document{objects: map[reference]any{}, budget: b}
	lex := lexer{raw: raw}
	for {
		found := beginning.FindSubmatchIndex(raw[lex.at:])
		if found == nil || !spend(&b.objects, 1) {
			break
		}
		number := 0
		for _, digit := range raw[lex.at+found[2] : lex.at+found[3]] {
			number = number*10 + int(digit-'0')
		}
		lex.at += found[1]
		value, ok := lex.object(0)
		if !ok {
			continue
		}
		if entries, is := value.(dict); is {
			if body, is := lex.streamBody(entries); is {
				value = &stream{entries, body}
			}
		}
		doc.objects[reference(number)] = value
	}
	doc.unpackObjects()
	return doc
}

// streamBody takes the bytes between "stream" and "endstream", by the length that
// the dictionary says where that is right, else by looking for the end.
func (l *lexer) streamBody(entries dict) ([]byte, bool) {
	ahead := *l
	ahead.skipWhite()
	if ahead.token() != "stream" {
		return nil, false
	}
	rest := l.raw[ahead.at:]
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	start := len(l.raw) - len(rest)
	if length, is := entries["Length"].(float64); is && length >= 0 && int(length) <= len(rest) {
		if bytes.HasPrefix(bytes.TrimLeft(rest[int(length):], "\r\n \t"), []byte("endstream")) {
			l.at = start + int(length)
			return rest[:int(length)], true
		}
	}
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		end = len(rest)
	}
	l.at = start + end
	return rest[:end], true
}

// unpackObjects adds the objects of object streams (7.5.7) in the order of their
// numbers. One that is also in the file itself keeps that definition.
func (d *document) unpackObjects() {
	for _, number := range d.numbers() {
		packed, is := d.objects[number].(*stream)
		if !is || packed.dict["Type"] != name("ObjStm") {
			continue
		}
		content := d.unpack(packed)
		first, _ := d.resolve(packed.dict["First"]).(float64)
		if int(first) < 0 || int(first) > len(content) {
			continue
		}
		index := lexer{raw: content[:int(first)]}
		for spend(&d.budget.objects, 1) {
			member, ok := index.object(0)
			offset, also := index.object(0)
			id, isNumber := member.(float64)
			from, isOffset := offset.(float64)
			if !ok || !also || !isNumber || !isOffset {
				break
			}
			begin := int(first) + int(from)
			if begin < 0 || begin > len(content) {
				continue
			}
			if _, taken := d.objects[reference(id)]; taken {
				continue
			}
			inner := lexer{raw: content, at: begin}
			if value, ok := inner.object(0); ok {
				d.objects[reference(id)] = value
			}
		}
	}
}

// numbers lists the objects in their order, so that a file is always read alike.
func (d *document) numbers() []reference {
	numbers := make([]reference, 0, len(d.objects))
	for number := range d.objects {
		numbers = append(numbers, number)
	}
	slices.Sort(numbers)
	return numbers
}

// resolve follows references, which may form a ring.
func (d *document) resolve(value any) any {
	for range 8 {
		ref, is := value.(reference)
		if !is {
			return value
		}
		value = d.objects[ref]
	}
	return nil
}

// dictOf is the dictionary of a value, or that of its stream; nil when it has none.
func (d *document) dictOf(value any) dict {
	switch value := d.resolve(value).(type) {
	case dict:
		return value
	case *stream:
		return value.dict
	}
	return nil
}

func (d *document) number(value any, otherwise float64) float64 {
	if number, is := d.resolve(value).(float64); is {
		return number
	}
	return otherwise
}

// numbersOf are the numbers of an array.
func (d *document) numbersOf(value any) []float64 {
	items, _ := d.resolve(value).([]any)
	var numbers []float64
	for _, item := range items {
		numbers = append(numbers, d.number(item, 0))
	}
	return numbers
}
