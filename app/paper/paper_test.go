package paper_test

import (
	"crypto/sha256"
	"fmt"
	"math"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/text"
)

func TestTheSameDataGiveTheSameBytes(t *testing.T) {
	beyond := usual
	beyond.customer = "Nguyễn Łukasz Őrsi Γιώργος"
	for _, w := range []words{usual, beyond} {
		first := map[string][32]byte{}
		for range 8 {
			for name, document := range documents(text.French, true, w) {
				sum := sha256.Sum256(mustPDF(t, document))
				if known, seen := first[name]; seen && known != sum {
					t.Fatalf("%s: two runs gave different bytes", name)
				}
				first[name] = sum
			}
		}
	}
}

func TestDocumentsAreSetFromManyGoroutinesAtOnce(t *testing.T) {
	beyond := usual
	beyond.customer, beyond.seller = "Nguyễn Łukasz", "Őrsi Műhely"
	want := map[string][32]byte{}
	for name, document := range documents(text.English, false, beyond) {
		want[name] = sha256.Sum256(mustPDF(t, document))
	}
	var together sync.WaitGroup
	for range 8 {
		together.Go(func() {
			for name, document := range documents(text.English, false, beyond) {
				pdf, err := document.PDF()
				if err != nil {
					t.Errorf("%s: %v", name, err)
				} else if sha256.Sum256(pdf) != want[name] {
					t.Errorf("%s differs when set beside others", name)
				}
			}
		})
	}
	together.Wait()
}

func TestEachDocumentIsOnePageOfItsMedium(t *testing.T) {
	box := regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)
	want := map[string]paper.Size{
		"return label": {100, 150}, "device label": {62, 29},
		"bin label": {62, 29}, "long bin label": {62, 29}, "operator badge": {62, 29},
	}
	for name, document := range documents(text.French, false, usual) {
		pdf := string(mustPDF(t, document))
		found := box.FindStringSubmatch(pdf)
		if found == nil || strings.Count(pdf, "/Type /Page\n") != 1 {
			t.Fatalf("%s: not one page with its box", name)
		}
		var width, height float64
		if _, err := fmt.Sscan(found[1]+" "+found[2], &width, &height); err != nil {
			t.Fatal(err)
		}
		if _, small := want[name]; !small {
			want[name] = paper.A4
		}
		size := paper.Size{Width: math.Round(width * 25.4 / 72), Height: math.Round(height * 25.4 / 72)}
		if size != want[name] || document.Size() != want[name] {
			t.Errorf("%s is %v and says %v, want %v millimetres", name, size, document.Size(), want[name])
		}
	}
}

func TestWhatCannotBeADocumentIsRefusedWithItsReason(t *testing.T) {
	sheet := paper.Sheet{Language: text.French, Issued: day}
	euros := func(minor int64) returns.Money { return returns.Money{Minor: minor, Currency: "EUR"} }
	refund := paper.Refund{Sheet: sheet, Number: "R-1", Item: euros(100)}
	corrected := paper.Issued{Kind: paper.Receipt, Number: "R-1", Dated: day}
	with := func(change func(*paper.Refund)) paper.Document {
		changed := refund
		change(&changed)
		return paper.RefundNotice{Refund: changed}
	}
	for _, c := range []struct {
		name     string
		document paper.Document
		key      string
	}{
		{"no date of issue", paper.DeviceLabel{Case: caseNumber}, "errors_paper.undated"},
		{"no case number", paper.DeviceLabel{Sheet: sheet}, "errors_paper.code"},
		{"an accent in the case number", paper.ReturnLabel{Sheet: sheet, Case: "É-1"}, "errors_paper.code"},
		{"a case number too long for a line code", paper.ReturnSlip{Sheet: sheet, Case: strings.Repeat("A1-", 14)}, "errors_paper.code_long"},
		{"a case number too long for any code", paper.DeviceLabel{Sheet: sheet, Case: strings.Repeat("A", 4000)}, "errors_paper.code"},
		{"a refund without a number", with(func(r *paper.Refund) { r.Number = " " }), "errors_paper.unnumbered"},
		{"a refund of nothing", with(func(r *paper.Refund) { r.Item = euros(0) }), "errors_paper.amount"},
		{"a refund in no currency", with(func(r *paper.Refund) { r.Item = returns.Money{Minor: 5} }), "errors_paper.amount"},
		{"a refund that takes from the customer", with(func(r *paper.Refund) { r.Shipping = euros(-50) }), "errors_paper.amount"},
		{"a refund in two currencies", with(func(r *paper.Refund) { r.Shipping = returns.Money{Minor: 5, Currency: "GBP"} }), "errors.money.currency"},
		{"a cancellation of no notice", paper.RefundCancellation{Refund: refund}, "errors_paper.unnumbered"},
		{"a deduction from nothing named", with(func(r *paper.Refund) { r.Deductions = []paper.Deduction{{Amount: euros(5)}} }), "errors_paper.deduction"},
		{"a deduction that gives", with(func(r *paper.Refund) { r.Deductions = []paper.Deduction{{Part: "Écran", Amount: euros(-5)}} }), "errors_paper.deduction"},
		{"deductions that do not add up", with(func(r *paper.Refund) {
			r.Paid, r.Deductions = euros(200), []paper.Deduction{{Part: "Écran", Amount: euros(99)}}
		}), "errors_paper.sum"},
		{"deductions from a price that nobody gave", with(func(r *paper.Refund) { r.Deductions = []paper.Deduction{{Part: "Écran", Amount: euros(5)}} }), "errors_paper.sum"},
		{"an earlier refund that does not add up", with(func(r *paper.Refund) { r.Paid, r.Earlier = euros(200), euros(50) }), "errors_paper.sum"},
		{"an earlier refund in another currency", with(func(r *paper.Refund) {
			r.Paid, r.Earlier = euros(200), returns.Money{Minor: 100, Currency: "GBP"}
		}), "errors.money.currency"},
		{"a correction without a number", paper.RefundCorrection{Sheet: sheet, Corrects: corrected}, "errors_paper.unnumbered"},
		{"a correction of nothing", paper.RefundCorrection{Sheet: sheet, Number: "C-1"}, "errors_paper.unnumbered"},
		{"a correction of a document without its date", paper.RefundCorrection{Sheet: sheet, Number: "C-1", Corrects: paper.Issued{Number: "R-1"}}, "errors_paper.undated"},
		{"a correction between currencies", paper.RefundCorrection{
			Sheet: sheet, Number: "C-1", Corrects: corrected, Stated: euros(5), Correct: returns.Money{Minor: 5, Currency: "GBP"},
		}, "errors_paper.corrected"},
		{"a protest to nobody", paper.CarrierProtest{Sheet: sheet, Arrived: day, Last: day}, "errors_paper.carrier"},
		{"a protest about no delivery", paper.CarrierProtest{Sheet: sheet, Carrier: paper.Address{Name: "Colissimo"}, Last: day}, "errors_paper.arrival"},
		{"a protest without its period", paper.CarrierProtest{Sheet: sheet, Carrier: paper.Address{Name: "Colissimo"}, Arrived: day}, "errors_paper.arrival"},
		{"a refusal without a reason", paper.RefusalLetter{Sheet: sheet, Reason: " "}, "errors_paper.reason"},
		{"a report of no repair", paper.RepairReport{Sheet: sheet}, "errors_paper.unrepaired"},
		{"a delivery of nothing", paper.DeliveryNote{Sheet: sheet}, "errors_paper.nothing_sent"},
		{"a closing without a number", paper.DailyClosing{Sheet: sheet, Day: day, Closed: day, Head: "ab"}, "errors_paper.unnumbered"},
		{"a closing of no day", paper.DailyClosing{Sheet: sheet, Number: "Z-1", Closed: day, Head: "ab"}, "errors_paper.unclosed"},
		{"a closing that proves nothing", paper.DailyClosing{Sheet: sheet, Number: "Z-1", Day: day, Closed: day}, "errors_paper.headless"},
		{"a list of no day", paper.WorklistPage{}, "errors_paper.undated"},
		{"a bin without a code", paper.BinLabel{Sheet: sheet}, "errors_paper.code"},
		{"a bin's code too long for any label", paper.BinLabel{Sheet: sheet, Bin: strings.Repeat("BIN-", 60)}, "errors_paper.code"},
		{"a badge without a code", paper.OperatorBadge{Sheet: sheet, Name: "Samira B."}, "errors_paper.code"},
		{"a receipt of a refund not made", paper.RefundReceipt{Refund: refund}, "errors_paper.unpaid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pdf, err := c.document.PDF()
			if pdf != nil || err == nil {
				t.Fatal("it was set")
			}
			if got := fault.Of(err); got.Key != c.key || got.Code != fault.Invalid {
				t.Errorf("refused with %v, want %s", got, c.key)
			}
			for _, lang := range text.Languages() {
				if !text.Has(lang, c.key) {
					t.Errorf("%s has no sentence for %s", lang, c.key)
				}
			}
		})
	}
}

func TestAnUnknownLanguageIsWrittenInEnglish(t *testing.T) {
	receipt := documents("xx", false, usual)["refund receipt"]
	if got := textOf(t, mustPDF(t, receipt)); !strings.Contains(got, "Refund receipt") {
		t.Errorf("the page says: %s", got)
	}
}

func TestDatesAreThoseOfTheZoneTheyAreGivenIn(t *testing.T) {
	late := time.Date(2026, 11, 23, 23, 30, 0, 0, paris)
	label := paper.DeviceLabel{Sheet: paper.Sheet{Language: text.French, Issued: late}, Case: caseNumber, Received: late}
	if got := textOf(t, mustPDF(t, label)); !strings.Contains(got, "lun. 23 nov. 2026 à 23:30") {
		t.Errorf("the label says: %s", got)
	}
}
