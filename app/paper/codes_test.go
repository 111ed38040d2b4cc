package paper_test

import (
	"cmp"
	"fmt"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/datamatrix"
	"github.com/makiuchi-d/gozxing/oned"
	"github.com/makiuchi-d/gozxing/qrcode"

	"revient/app/paper"
	"revient/app/text"
)

// printedCodes says where, in millimetres, each code lies on its document.
var printedCodes = []struct {
	document                 string
	code                     string
	reader                   gozxing.Reader
	left, top, right, bottom float64
	says                     string // The case's number when empty.
}{
	{"return slip", "QR", qrcode.NewQRCodeReader(), 18, 67, 47, 97, ""},
	{"return slip", "Code 128", oned.NewCode128Reader(), 47, 73, 124, 85, ""},
	{"return label", "QR", qrcode.NewQRCodeReader(), 2.5, 115, 20.5, 133, ""},
	{"return label", "Code 128", oned.NewCode128Reader(), 2.5, 95, 97.5, 113, ""},
	{"device label", "DataMatrix", datamatrix.NewDataMatrixReader(), 0.5, 4.6, 20, 22.7, ""},
	{"bin label", "Code 128", oned.NewCode128Reader(), 5, 9.5, 57, 17.5, "S-03-B2"},
	{"long bin label", "DataMatrix", datamatrix.NewDataMatrixReader(), 0.6, 3.5, 22.4, 23.8, "BIN:ISOLEMENT-A-02"},
	{"operator badge", "QR", qrcode.NewQRCodeReader(), 0.6, 2.5, 22.2, 22.3, "OP:7F3K9QX2M4TD"},
	{"delivery of a replacement", "Code 128", oned.NewCode128Reader(), 18, 112, 120, 122, "XR123456789FR"},
}

func decode(t *testing.T, reader gozxing.Reader, pdf []byte, left, top, right, bottom float64) string {
	t.Helper()
	part := gozxing.NewLuminanceSourceFromImage(crop(printed(t, pdf), left, top, right, bottom))
	// One threshold for the whole image: it is black and white already.
	bitmap, err := gozxing.NewBinaryBitmap(gozxing.NewGlobalHistgramBinarizer(part))
	if err != nil {
		t.Fatal(err)
	}
	read, err := reader.Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	if err != nil {
		return "nothing: " + err.Error()
	}
	return read.GetText()
}

func TestEveryCodeIsReadFromThePrintedPage(t *testing.T) {
	for _, sheet := range []paper.Sheet{{}, {Sample: true}, {Specimen: true}} {
		sheet.Language, sheet.Issued = text.French, day
		for _, c := range printedCodes {
			t.Run(fmt.Sprintf("%s on the %s, sample %t, specimen %t", c.code, c.document, sheet.Sample, sheet.Specimen), func(t *testing.T) {
				want := cmp.Or(c.says, caseNumber)
				pdf := mustPDF(t, documentsOn(sheet, usual)[c.document])
				if got := decode(t, c.reader, pdf, c.left, c.top, c.right, c.bottom); got != want {
					t.Errorf("read %q, want %q", got, want)
				}
			})
		}
	}
}

func TestEveryCaseNumberOfASeriesIsReadFromItsLabels(t *testing.T) {
	for i, check := range []string{"K", "0", "Z", "7", "A", "M"} {
		number := fmt.Sprintf("P%02d%c-%06d-%s", i*17%100, 'A'+rune(i), i*199_999, check)
		device := mustPDF(t, paper.DeviceLabel{Sheet: paper.Sheet{Issued: day}, Case: number})
		if got := decode(t, datamatrix.NewDataMatrixReader(), device, 0.5, 4.6, 20, 22.7); got != number {
			t.Errorf("DataMatrix of %s: read %q", number, got)
		}
		parcel := mustPDF(t, paper.ReturnLabel{Sheet: paper.Sheet{Issued: day}, Case: number})
		if got := decode(t, oned.NewCode128Reader(), parcel, 2.5, 95, 97.5, 113); got != number {
			t.Errorf("Code 128 of %s: read %q", number, got)
		}
		if got := decode(t, qrcode.NewQRCodeReader(), parcel, 2.5, 115, 20.5, 133); got != number {
			t.Errorf("QR of %s: read %q", number, got)
		}
	}
}
