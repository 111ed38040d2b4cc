package paper_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"revient/app/paper"
	"revient/app/returns"
	"revient/app/text"
)

// long returns documents that say more than a page holds.
func long(sheet paper.Sheet) map[string]paper.Document {
	device := paper.Device{Model: usual.model, IMEI: "356938035643809"}
	all := rounds(sheet, usual, device, 40)
	receipt, ok := documentsOn(sheet, usual)["partial receipt"].(paper.RefundReceipt)
	if !ok {
		return nil
	}
	receipt.Deductions, receipt.Paid = nil, returns.Money{Minor: 500000, Currency: "EUR"}
	rest := receipt.Paid.Minor
	for i := range 60 {
		amount := int64(100 + i)
		receipt.Deductions = append(receipt.Deductions, paper.Deduction{Part: fmt.Sprintf("Pièce %02d", i), Finding: usual.claim, Amount: returns.Money{Minor: amount, Currency: "EUR"}})
		rest -= amount
	}
	receipt.Item.Minor = rest
	return map[string]paper.Document{
		"long receipt": receipt, "long worklist": all["worklist"], "long put-away list": all["put-away list"], "long hand-over": all["hand-over"],
	}
}

func TestALongDocumentFlowsOntoNumberedPagesAndLosesNothing(t *testing.T) {
	sheet := paper.Sheet{Language: text.French, Issued: day}
	for name, want := range map[string]struct {
		row   string // What each row says, by its index,
		from  int    // counted from here.
		rows  int
		title string // What every page repeats.
	}{
		"long receipt":       {"Pièce %02d", 0, 60, "R-2026-P03A-000124"},
		"long worklist":      {"P03A-%06d", 101, 40, "Échéance, règle"},
		"long put-away list": {"P03A-%06d", 101, 40, "Destination"},
		"long hand-over":     {"P03A-%06d", 101, 40, "Passation de poste"},
	} {
		pdf := textOf(t, mustPDF(t, long(sheet)[name]))
		pages := strings.Split(strings.TrimSuffix(pdf, "\f"), "\f")
		if len(pages) < 2 {
			t.Errorf("%s has %d pages", name, len(pages))
		}
		for i, page := range pages {
			if number := fmt.Sprintf("page %d sur %d", i+1, len(pages)); !strings.Contains(page, number) {
				t.Errorf("%s does not say %q", name, number)
			}
			if !strings.Contains(page, want.title) {
				t.Errorf("page %d of %s does not repeat %q", i+1, name, want.title)
			}
		}
		for i := range want.rows {
			if row := fmt.Sprintf(want.row, want.from+i); !strings.Contains(pdf, row) {
				t.Errorf("%s loses its row %q", name, row)
			}
		}
	}
}

func TestEveryPageOfADuplicateIsMarked(t *testing.T) {
	original := mustPDF(t, long(paper.Sheet{Language: text.French, Issued: day})["long receipt"])
	copied, err := paper.Duplicate(original, 3, text.French)
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(textOf(t, copied), "\f"), "\f")
	for i, page := range pages {
		if !strings.Contains(page, "DUPLICATA 3") {
			t.Errorf("page %d of %d is not marked", i+1, len(pages))
		}
	}
}

func TestAListOfNothingSaysSo(t *testing.T) {
	sheet := paper.Sheet{Language: text.French, Issued: day}
	for _, document := range []paper.Document{paper.WorklistPage{Sheet: sheet, Title: "En retard"}, paper.PutAwayList{Sheet: sheet}} {
		if page := textOf(t, mustPDF(t, document)); !strings.Contains(page, "Rien dans cette liste.") {
			t.Errorf("the page says:\n%s", page)
		}
	}
	quiet := textOf(t, mustPDF(t, paper.HandOver{Sheet: sheet}))
	for _, sentence := range []string{"Aucun dossier n’est en attente", "Aucun remboursement n’est inconnu", "Rien n’a été promis"} {
		if !strings.Contains(quiet, sentence) {
			t.Errorf("the hand-over does not say %q", sentence)
		}
	}
}

func TestNoTextLiesOnAnother(t *testing.T) {
	sheet := paper.Sheet{Language: text.French, Issued: day}
	all := long(sheet)
	for _, lang := range text.Languages() {
		for name, document := range documents(lang, false, usual) {
			all[name+" "+string(lang)] = document
		}
	}
	for name, document := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, page := range pagesOf(t, mustPDF(t, document)) {
				overlaps(t, page)
			}
		})
	}
}

// overlaps reports the words of a page that lie on each other.
func overlaps(t *testing.T, page []word) {
	t.Helper()
	for i, one := range page {
		for _, other := range page[:i] {
			if one.lies(other) {
				t.Errorf("%q lies on %q", one.text, other.text)
			}
		}
	}
}

// lies reports whether the letters of two words meet: the middle half of the
// height of one, where lower-case letters are, and that of the other.
func (w word) lies(other word) bool {
	const sides = 0.3 // Points that italics and rounding may take.
	middle := func(w word) (top, bottom float64) {
		height := w.bottom - w.top
		return w.top + 0.3*height, w.bottom - 0.25*height
	}
	top, bottom := middle(w)
	otherTop, otherBottom := middle(other)
	return w.left+sides < other.right && other.left+sides < w.right && top < otherBottom && otherTop < bottom
}

func TestAProtestSentLateDoesNotClaimToBeInTime(t *testing.T) {
	protest, ok := documents(text.French, false, usual)["protest"].(paper.CarrierProtest)
	if !ok {
		t.Fatal("the protest is no protest")
	}
	for _, c := range []struct {
		name string
		last time.Time
		says string
	}{
		{"on the last day", time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), "dans le délai de trois jours"},
		{"the day after", time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), "courait jusqu’au dim. 22 nov. 2026"},
	} {
		protest.Last = c.last
		if page := strings.Join(strings.Fields(textOf(t, mustPDF(t, protest))), " "); !strings.Contains(page, c.says) {
			t.Errorf("%s it does not say %q:\n%s", c.name, c.says, page)
		}
	}
}

func TestATrackingNumberThatNoCodeCanCarryIsPrintedInLetters(t *testing.T) {
	note, ok := documents(text.French, false, usual)["delivery of the own device"].(paper.DeliveryNote)
	if !ok {
		t.Fatal("the note is no note")
	}
	for _, tracking := range []string{"N° 12 é 34", strings.Repeat("6A12345678901", 5)} {
		note.Tracking = tracking
		if page := textOf(t, mustPDF(t, note)); !strings.Contains(page, tracking[:9]) {
			t.Errorf("%q is not on the page:\n%s", tracking, page)
		}
	}
}

func TestABadgeKeepsItsCodeFromEyes(t *testing.T) {
	if page := textOf(t, mustPDF(t, documents(text.French, false, usual)["operator badge"])); strings.Contains(page, "7F3K") {
		t.Errorf("the badge says: %s", page)
	}
}
