package labelpdf

import (
	"bytes"
	"slices"
	"strings"

	"revient/app/carrier"
)

// Codes returns what the codes of a label say, the barcodes first, as a scanner
// would send them; then the printed words that can only be a carrier's number.
// None is twice in it. A file that is no PDF, or is locked, has none.
func Codes(pdf []byte) []string {
	return codes(pdf, fresh())
}

func codes(pdf []byte, b *budget) (found []string) {
	if !bytes.Contains(pdf[:min(len(pdf), 1024)], []byte("%PDF-")) {
		return nil
	}
	doc := open(pdf, b)
	var words []string
	for _, page := range doc.pages() {
		p := doc.draw(page)
		if p == nil {
			continue
		}
		pictures := p.pictures
		if p.drawn {
			pictures = append(pictures, p.canvas)
		}
		for _, picture := range pictures {
			found = append(found, b.read(picture)...)
		}
		words = append(words, p.words...)
	}
	return unique(append(found, numbers(words)...))
}

// read reads a picture upright and on its side; upside down is the same bars from
// the other end.
func (b *budget) read(picture *raster) []string {
	found := b.bars(picture)
	if side := picture.turned(b); side != nil {
		found = append(found, b.bars(side)...)
	}
	return append(found, b.squares(picture)...)
}

// numbers takes the words that a carrier's number was printed with: alone on their
// line, or behind a colon.
func numbers(words []string) (found []string) {
	for _, line := range words {
		if colon := strings.LastIndexByte(line, ':'); colon >= 0 {
			line = line[colon+1:]
		}
		if line = strings.TrimSpace(line); carrier.Sure(line) {
			found = append(found, line)
		}
	}
	return found
}

// unique leaves out what was found before, in whatever spacing.
func unique(codes []string) (kept []string) {
	var seen []string
	for _, code := range codes {
		if bare := carrier.Normalise(code); !slices.Contains(seen, bare) {
			seen, kept = append(seen, bare), append(kept, code)
		}
	}
	return kept
}
