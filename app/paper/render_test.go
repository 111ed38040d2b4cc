package paper_test

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"image/color"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"revient/app/paper"
)

func mustPDF(t *testing.T, d paper.Document) []byte {
	t.Helper()
	pdf, err := d.PDF()
	if err != nil {
		t.Fatalf("set document: %v", err)
	}
	return pdf
}

// poppler runs one of poppler's tools on a PDF and returns what it wrote to the
// file or stream that the last argument names.
func poppler(t *testing.T, pdf []byte, tool string, args ...string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		if arg == "PDF" {
			args[i] = file
		}
	}
	var complaints bytes.Buffer
	command := exec.Command(tool, args...)
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s (of poppler-utils): %v: %s", tool, err, complaints.String())
	}
	if complaints.Len() > 0 {
		t.Errorf("%s complains about the document: %s", tool, complaints.String())
	}
	return out
}

// textOf extracts a document's text, with plain spaces.
func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	return strings.ReplaceAll(string(poppler(t, pdf, "pdftotext", "-layout", "PDF", "-")), "\u00A0", " ")
}

// word is a word on the page, in points from the top left.
type word struct {
	left, top, right, bottom float64
	text                     string
}

var wordForm = regexp.MustCompile(`<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)</word>`)

var pageForm = regexp.MustCompile(`(?s)<page .*?</page>`)

// pagesOf returns the words of each page.
func pagesOf(t *testing.T, pdf []byte) (pages [][]word) {
	t.Helper()
	for _, page := range pageForm.FindAllString(string(poppler(t, pdf, "pdftotext", "-bbox", "PDF", "-")), -1) {
		pages = append(pages, readWords(t, page))
	}
	return pages
}

// readWords reads the words that pdftotext found.
func readWords(t *testing.T, boxes string) (words []word) {
	t.Helper()
	for _, found := range wordForm.FindAllStringSubmatch(boxes, -1) {
		var sides [4]float64
		for i := range sides {
			side, err := strconv.ParseFloat(found[i+1], 64)
			if err != nil {
				t.Fatal(err)
			}
			sides[i] = side
		}
		words = append(words, word{sides[0], sides[1], sides[2], sides[3], found[5]})
	}
	return words
}

// printed returns the page as a 203 dpi head prints it: 8 dots to the
// millimetre, black or white.
func printed(t *testing.T, pdf []byte) *image.Gray {
	t.Helper()
	in := bufio.NewReader(bytes.NewReader(poppler(t, pdf, "pdftoppm", "-r", "203.2", "-mono", "-singlefile", "PDF")))
	var width, height int
	if _, err := fmt.Fscanf(in, "P4\n%d %d\n", &width, &height); err != nil {
		t.Fatalf("read bitmap: %v", err)
	}
	page := image.NewGray(image.Rect(0, 0, width, height))
	row := make([]byte, (width+7)/8)
	for y := range height {
		if _, err := io.ReadFull(in, row); err != nil {
			t.Fatalf("read bitmap: %v", err)
		}
		for x := range width {
			if row[x/8]>>(7-x%8)&1 == 0 {
				page.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	return page
}

// crop cuts the part of a printed page that lies in a rectangle of millimetres.
func crop(page *image.Gray, left, top, right, bottom float64) *image.Gray {
	const dots = 8
	part := page.SubImage(image.Rect(int(left*dots), int(top*dots), int(right*dots), int(bottom*dots)))
	at := part.Bounds()
	moved := image.NewGray(image.Rect(0, 0, at.Dx(), at.Dy()))
	for y := range at.Dy() {
		for x := range at.Dx() {
			moved.Set(x, y, part.At(at.Min.X+x, at.Min.Y+y))
		}
	}
	return moved
}
