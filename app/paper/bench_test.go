package paper_test

import (
	"testing"

	"revient/app/paper"
	"revient/app/text"
)

func benchmark(b *testing.B, name string, w words) {
	b.Helper()
	document := documents(text.French, false, w)[name]
	for b.Loop() {
		if _, err := document.PDF(); err != nil {
			b.Fatal(err)
		}
	}
}

// common is a document as nearly all are: no letter beyond Windows-1252.
var common = func() words {
	w := usual
	w.customer = "Zoé Lefèvre"
	return w
}()

func BenchmarkDeviceLabel(b *testing.B)               { benchmark(b, "device label", common) }
func BenchmarkReturnLabel(b *testing.B)               { benchmark(b, "return label", common) }
func BenchmarkReturnSlip(b *testing.B)                { benchmark(b, "return slip", common) }
func BenchmarkRefundReceipt(b *testing.B)             { benchmark(b, "refund receipt", common) }
func BenchmarkRefundReceiptExtendedFace(b *testing.B) { benchmark(b, "refund receipt", usual) }

func BenchmarkPartialRefundReceipt(b *testing.B) { benchmark(b, "partial receipt", common) }
func BenchmarkRefusalLetter(b *testing.B)        { benchmark(b, "refusal", common) }
func BenchmarkDeliveryNote(b *testing.B)         { benchmark(b, "delivery of a replacement", common) }
func BenchmarkDailyClosing(b *testing.B)         { benchmark(b, "daily closing", common) }
func BenchmarkBinLabel(b *testing.B)             { benchmark(b, "bin label", common) }
func BenchmarkOperatorBadge(b *testing.B)        { benchmark(b, "operator badge", common) }

func BenchmarkWorklistOfNinetyCases(b *testing.B) {
	worklist := rounds(paper.Sheet{Language: text.French, Issued: day}, common, paper.Device{}, 90)["worklist"]
	for b.Loop() {
		if _, err := worklist.PDF(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDuplicate(b *testing.B) {
	original, err := documents(text.French, false, common)["refund receipt"].PDF()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := paper.Duplicate(original, 1, text.French); err != nil {
			b.Fatal(err)
		}
	}
}
