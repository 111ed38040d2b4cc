package sandbox

import (
	"bytes"
	"fmt"
	"image/color"

	"github.com/boombuler/barcode/code128"
)

// label writes a return label of 100 by 150 mm: one page of PDF, drawn by hand so
// that its bytes never change, marked as a sample.
func label(tracking string) ([]byte, error) {
	const perMillimetre = 72 / 25.4
	bars, err := code128.Encode(tracking)
	if err != nil {
		return nil, fmt.Errorf("draw label: %w", err)
	}
	var page bytes.Buffer
	fmt.Fprintf(&page, "%.4f 0 0 %.4f 0 0 cm\n", perMillimetre, perMillimetre)
	write := func(size, x, y float64, text string) {
		fmt.Fprintf(&page, "BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET\n", size, x, y, text)
	}
	write(7, 8, 136, "SPECIMEN - SAMPLE")
	write(4, 8, 126, "Etiquette de retour / Return label")
	write(3.4, 8, 116, "Atelier Temoin, 1 rue du Specimen, 75000 Paris")
	fmt.Fprint(&page, "0.4 w 5 110 90 0 re S\n")
	module := 84 / float64(bars.Bounds().Dx())
	for i := range bars.Bounds().Dx() {
		if bars.At(i, 0) == color.Black {
			fmt.Fprintf(&page, "%.4f 60 %.4f 36 re f\n", 8+float64(i)*module, module)
		}
	}
	write(5, 22, 51, tracking)
	write(3, 8, 17, "Bac a sable : ce document ne circule pas.")
	write(3, 8, 12, "Sandbox: not valid for shipping.")

	var pdf bytes.Buffer
	var offsets []int
	pdf.WriteString("%PDF-1.4\n")
	for i, body := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 283.46 425.20] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", page.Len(), page.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
	} {
		offsets = append(offsets, pdf.Len())
		fmt.Fprintf(&pdf, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := pdf.Len()
	fmt.Fprintf(&pdf, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&pdf, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&pdf, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, table)
	return pdf.Bytes(), nil
}
