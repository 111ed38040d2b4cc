package labelpdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
)

// page makes a file of one page from the objects after the third.
func page(content string, objects ...string) []byte {
	var out strings.Builder
	fmt.Fprintf(&out, "%%PDF-1.7\n1 0 obj <</Type/Page/MediaBox[0 0 300 400]/Contents 2 0 R/Resources<</XObject<</X 3 0 R>>>>>> endobj\n")
	fmt.Fprintf(&out, "2 0 obj <</Length %d>> stream\n%s\nendstream endobj\n", len(content), content)
	for i, object := range objects {
		fmt.Fprintf(&out, "%d 0 obj %s endobj\n", i+3, object)
	}
	return []byte(out.String())
}

func deflated(tb testing.TB, plain []byte) string {
	tb.Helper()
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write(plain); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

// small is a budget that a test of a bomb sees the end of.
func small() *budget {
	return &budget{bytes: 1 << 20, objects: 1000, operators: 20_000, pixels: 5_000_000, page: 200_000, rows: 1000}
}

func TestAHostileFileCostsNoMoreThanItsBudget(t *testing.T) {
	bomb := deflated(t, make([]byte, 50<<20))
	for name, pdf := range map[string][]byte{
		"a form that shows itself":       page("/X Do", "<</Subtype/Form/Length 11>> stream\n/X Do /X Do\nendstream"),
		"a reference to itself":          page("/X Do", "3 0 R"),
		"a page that is its own parent":  []byte("%PDF-1.4\n1 0 obj <</Type/Page/Parent 1 0 R/Contents 1 0 R>> endobj"),
		"a stream that unpacks to much":  page("/X Do", fmt.Sprintf("<</Subtype/Form/Filter/FlateDecode/Length %d>> stream\n%s\nendstream", len(bomb), bomb)),
		"filters over filters":           page("/X Do", "<</Subtype/Form/Filter["+strings.Repeat("/FlateDecode ", 1000)+"]/Length 1>> stream\nx\nendstream"),
		"a picture of a trillion pixels": page("/X Do", "<</Subtype/Image/Width 1000000/Height 1000000/BitsPerComponent 8>> stream\nx\nendstream"),
		"a picture without its pixels":   page("/X Do", "<</Subtype/Image/Width 100/Height 100/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1 <00>]>> stream\nx\nendstream"),
		"a colour space in itself":       page("/X Do", "<</Subtype/Image/Width 100/Height 100/BitsPerComponent 8/ColorSpace 4 0 R>> stream\nx\nendstream", "[4 0 R 4 0 R 1 <00>]"),
		"arrays without end":             append([]byte("%PDF-1.4\n1 0 obj "), bytes.Repeat([]byte("["), 1<<16)...),
		"dictionaries without end":       append([]byte("%PDF-1.4\n1 0 obj "), bytes.Repeat([]byte("<</A"), 1<<16)...),
		"a string without end":           append([]byte("%PDF-1.4\n1 0 obj "), bytes.Repeat([]byte("("), 1<<16)...),
		"states saved without end":       page(strings.Repeat("q ", 100_000)),
		"shapes over the whole page":     page(strings.Repeat("0 0 300 400 re f ", 10_000)),
		"a path beyond all bounds":       page("-1e11 0 m 1e11 1e11 l 1 0 0 1 1e11 1e11 cm 0 0 l f"),
		"a matrix that is flat":          page("0 0 0 0 0 0 cm 0 0 10 10 re f 0 0 m 5 5 l S"),
		"an inline picture without end":  page("BI /W 100 /H 100 ID xxxx"),
		"an object stream that lies":     []byte("%PDF-1.5\n1 0 obj <</Type/ObjStm/N 9/First 99999/Length 3>> stream\n1 0\nendstream endobj"),
		"objects without end":            append([]byte("%PDF-1.4\n"), bytes.Repeat([]byte("1 0 obj 1 endobj\n"), 20_000)...),
		"a page without a size":          []byte("%PDF-1.4\n1 0 obj <</Type/Page/MediaBox[0 0 1e9 1e9]/Contents 1 0 R>> endobj"),
		"a predictor of no columns":      page("/X Do", "<</Subtype/Form/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns -1/Colors 99>>/Length 9>> stream\n"+deflated(t, []byte("x"))+"\nendstream"),
		"no PDF":                         []byte("PK\x03\x04"),
		"nothing":                        nil,
	} {
		t.Run(name, func(t *testing.T) {
			if got := codes(pdf, small()); len(got) != 0 {
				t.Errorf("found %q", got)
			}
		})
	}
}

func FuzzCodesNeverPanics(f *testing.F) {
	for _, file := range []string{"browser.pdf", "packed.pdf", "fax.pdf"} {
		raw, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add(page("q 1 0 0 1 5 5 cm 0 0 10 10 re f Q BT /F 1 Tf (6A12345678905) Tj ET BI /W 24 /H 24 /BPC 1 ID xxxxxxxxxx EI", "<<>>"))
	f.Fuzz(func(_ *testing.T, raw []byte) {
		codes(raw, small())
	})
}
