package labelpdf_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/code128"
	"github.com/boombuler/barcode/code39"
	"github.com/boombuler/barcode/datamatrix"
	"github.com/boombuler/barcode/qr"
	"github.com/boombuler/barcode/twooffive"
	"github.com/jung-kurt/gofpdf"

	"revient/app/carrier"
	"revient/app/carrier/labelpdf"
)

// code makes the picture of a code, one pixel to a module.
func code(tb testing.TB, symbology, content string) barcode.Barcode {
	tb.Helper()
	var made barcode.Barcode
	var err error
	switch symbology {
	case "code128":
		made, err = code128.Encode(content)
	case "code39":
		made, err = code39.Encode(content, false, false)
	case "itf":
		made, err = twooffive.Encode(content, true)
	case "qr":
		made, err = qr.Encode(content, qr.M, qr.Auto)
	case "datamatrix":
		made, err = datamatrix.Encode(content)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return made
}

func dark(picture image.Image, x, y int) bool {
	r, _, _, _ := picture.At(x, y).RGBA()
	return r < 0x8000
}

// label makes a label of one page, 100 mm by 150 mm.
func label(tb testing.TB, draw func(*gofpdf.Fpdf)) []byte {
	tb.Helper()
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: 100, Ht: 150}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddPage()
	pdf.SetFont("Helvetica", "", 10)
	draw(pdf)
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// boxes draws a code as filled boxes of so many millimetres.
func boxes(tb testing.TB, pdf *gofpdf.Fpdf, symbology, content string, x, y, module, height float64) {
	tb.Helper()
	picture := code(tb, symbology, content)
	bounds := picture.Bounds()
	rows := bounds.Dy()
	if rows > 1 && (symbology == "code128" || symbology == "code39" || symbology == "itf") {
		rows = 1
	}
	for row := range rows {
		for column := range bounds.Dx() {
			if dark(picture, bounds.Min.X+column, bounds.Min.Y+row) {
				pdf.Rect(x+float64(column)*module, y+float64(row)*height, module, height, "F")
			}
		}
	}
}

// embed shows a code as a picture.
func embed(tb testing.TB, pdf *gofpdf.Fpdf, kind, content string, x, y float64) {
	tb.Helper()
	scaled, err := barcode.Scale(code(tb, "code128", content), 600, 120)
	if err != nil {
		tb.Fatal(err)
	}
	grey := image.NewGray(image.Rect(0, 0, 660, 120))
	for i := range grey.Pix {
		grey.Pix[i] = 255
		if px := i%660 - 30; px >= 0 && px < 600 && dark(scaled, px, i/660) {
			grey.Pix[i] = 0
		}
	}
	var out bytes.Buffer
	if kind == "PNG" {
		err = png.Encode(&out, grey)
	} else {
		err = jpeg.Encode(&out, grey, &jpeg.Options{Quality: 60})
	}
	if err != nil {
		tb.Fatal(err)
	}
	pdf.RegisterImageOptionsReader(content, gofpdf.ImageOptions{ImageType: kind}, &out)
	pdf.ImageOptions(content, x, y, 60, 15, false, gofpdf.ImageOptions{ImageType: kind}, 0, "")
}

func fixture(tb testing.TB, file string) []byte {
	tb.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

func TestTheCodesOfALabelAreRead(t *testing.T) {
	const post, routing = "RB123456785GB", "%008182709980000020033350276"
	turned := func(angle float64) []byte {
		return label(t, func(pdf *gofpdf.Fpdf) {
			pdf.TransformBegin()
			pdf.TransformRotate(angle, 50, 75)
			boxes(t, pdf, "code128", post, 10, 70, 0.375, 15)
			pdf.TransformEnd()
		})
	}
	bars := func(symbology, content string, module, height float64) []byte {
		return label(t, func(pdf *gofpdf.Fpdf) { boxes(t, pdf, symbology, content, 5, 20, module, height) })
	}
	picture := func(kind string) []byte {
		return label(t, func(pdf *gofpdf.Fpdf) { embed(t, pdf, kind, post, 5, 20) })
	}
	beside := label(t, func(pdf *gofpdf.Fpdf) {
		boxes(t, pdf, "code128", "12345678901", 4, 20, 0.3, 15)
		boxes(t, pdf, "code128", "98765432109", 55, 20, 0.3, 15)
	})
	below := label(t, func(pdf *gofpdf.Fpdf) {
		boxes(t, pdf, "code128", routing, 5, 20, 0.25, 15)
		boxes(t, pdf, "code128", post, 5, 60, 0.375, 15)
	})
	form := label(t, func(pdf *gofpdf.Fpdf) {
		pdf.UseTemplate(pdf.CreateTemplate(func(inner *gofpdf.Tpl) {
			boxes(t, &inner.Fpdf, "code128", post, 5, 20, 0.375, 15)
		}))
	})
	printed := label(t, func(pdf *gofpdf.Fpdf) {
		pdf.Text(5, 20, "Colis : 6A 12345 67890 5")
		pdf.Text(5, 30, "Tel : 0612345678")
	})
	repeated := label(t, func(pdf *gofpdf.Fpdf) {
		boxes(t, pdf, "code128", post, 5, 20, 0.375, 15)
		pdf.Text(5, 50, "RB 123 456 785 GB")
	})
	erased := label(t, func(pdf *gofpdf.Fpdf) {
		boxes(t, pdf, "code128", post, 5, 20, 0.375, 15)
		pdf.SetFillColor(255, 255, 255)
		pdf.Rect(0, 10, 100, 40, "F")
	})
	for name, c := range map[string]struct {
		pdf  []byte
		want []string
	}{
		"bars as boxes":               {turned(0), []string{post}},
		"bars on their side":          {turned(90), []string{post}},
		"bars upside down":            {turned(180), []string{post}},
		"bars on the other side":      {turned(270), []string{post}},
		"two codes side by side":      {beside, []string{"12345678901", "98765432109"}},
		"one below the other":         {below, []string{routing, post}},
		"Code 39":                     {bars("code39", "6A12345678905", 0.33, 15), []string{"6A12345678905"}},
		"Interleaved 2 of 5":          {bars("itf", "563102430313", 0.375, 15), []string{"563102430313"}},
		"a QR code":                   {bars("qr", post, 0.5, 0.5), []string{post}},
		"a DataMatrix":                {bars("datamatrix", post, 0.5, 0.5), []string{post}},
		"a picture":                   {picture("PNG"), []string{post}},
		"a photo":                     {picture("JPG"), []string{post}},
		"bars as thick lines":         {label(t, func(pdf *gofpdf.Fpdf) { lines(t, pdf, post) }), []string{post}},
		"bars in a form":              {form, []string{post}},
		"words behind a colon":        {printed, []string{"6A 12345 67890 5"}},
		"words that repeat a code":    {repeated, []string{post}},
		"bars under a sheet of white": {erased, nil},
		"nothing":                     {label(t, func(pdf *gofpdf.Fpdf) { pdf.Text(5, 20, "Merci !") }), nil},
		"a browser's page":            {fixture(t, "browser.pdf"), []string{"6A12345678905", post}},
		"objects in streams":          {fixture(t, "packed.pdf"), []string{"6A12345678905", post}},
		"a fax":                       {fixture(t, "fax.pdf"), []string{"JJD014600004567890123"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := labelpdf.Codes(c.pdf)
			slices.Sort(got)
			slices.Sort(c.want)
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// lines draws a code as strokes.
func lines(tb testing.TB, pdf *gofpdf.Fpdf, content string) {
	tb.Helper()
	picture := code(tb, "code128", content)
	pdf.SetLineWidth(0.375)
	pdf.SetLineCapStyle("butt")
	for x := range picture.Bounds().Dx() {
		if dark(picture, x, 0) {
			at := 5.1875 + float64(x)*0.375
			pdf.Line(at, 20, at, 35)
		}
	}
}

func TestALabelIsReducedToItsParcel(t *testing.T) {
	for file, want := range map[string]carrier.Parcel{
		"fax.pdf": {Carrier: carrier.DHL, Tracking: "JJD014600004567890123"},
	} {
		codes := labelpdf.Codes(fixture(t, file))
		if len(codes) == 0 || carrier.Read(codes[0]) != want {
			t.Errorf("%s: %q", file, codes)
		}
	}
}
