package sheet_test

import (
	"fmt"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
)

// parsed runs a parser and says the value, or the key of its refusal.
func parsed[V any](parse func(sheet.Cell) (V, error), cell sheet.Cell) string {
	value, err := parse(cell)
	if err != nil {
		return "! " + fault.Of(err).Key
	}
	return fmt.Sprint(value)
}

func typed(s string) sheet.Cell  { return sheet.Cell{Kind: sheet.Words, Text: s} }
func stored(s string) sheet.Cell { return sheet.Cell{Kind: sheet.Number, Text: s} }

func TestAmountsAreReadToTheCent(t *testing.T) {
	const none, ambiguous = "! errors_sheet.cell.amount.none", "! errors_sheet.cell.amount.ambiguous"
	const foreign, precise = "! errors_sheet.cell.amount.currency", "! errors_sheet.cell.amount.precise"
	for _, c := range []struct {
		cell sheet.Cell
		want string
	}{
		{typed("329"), "{32900 EUR}"},
		{typed("329,9"), "{32990 EUR}"},
		{typed("329.90"), "{32990 EUR}"},
		{typed("0,1"), "{10 EUR}"},
		{typed(",50"), "{50 EUR}"},
		{typed("12,"), "{1200 EUR}"},
		{typed("1 234,50 €"), "{123450 EUR}"},
		{typed("1\u202f234,50\u00a0€"), "{123450 EUR}"},
		{typed("1.234,50"), "{123450 EUR}"},
		{typed("1,234.50"), "{123450 EUR}"},
		{typed("1.234.567"), "{123456700 EUR}"},
		{typed("1'234.50"), "{123450 EUR}"},
		{typed("EUR 12"), "{1200 EUR}"},
		{typed("12 eur"), "{1200 EUR}"},
		{typed("+12,00"), "{1200 EUR}"},
		{typed("12,500"), ambiguous},
		{typed("1.234"), ambiguous},
		{typed("0,500"), "{50 EUR}"},
		{typed("1234,500"), "{123450 EUR}"},
		{typed("12,505"), ambiguous},
		{typed("0,505"), precise},
		{typed("-12,00"), "{-1200 EUR}"},
		{typed("−12,00"), "{-1200 EUR}"},
		{typed("12,00-"), "{-1200 EUR}"},
		{typed("(12,00 €)"), "{-1200 EUR}"},
		{typed("12 $"), foreign},
		{typed("£12"), foreign},
		{typed("USD 12"), foreign},
		{typed("12 34"), none},
		{typed("1.23.456"), none},
		{typed("1.234,567,8"), none},
		{typed("douze"), none},
		{typed("12 € 50"), none},
		{typed("--12"), none},
		{typed("-"), none},
		{typed("€"), none},
		{typed("1e3"), none},
		{typed("99999999999999999"), "! errors_sheet.cell.amount.large"},
		{stored("329.9"), "{32990 EUR}"},
		{stored("1.234"), precise},
		{stored("1234"), "{123400 EUR}"},
		{stored("-0.1"), "{-10 EUR}"},
		{sheet.Cell{Kind: sheet.Date, Text: "2026-11-23"}, none},
		{sheet.Cell{Kind: sheet.Failure, Text: "#REF!"}, "! errors_sheet.cell.failure"},
	} {
		if got := parsed(sheet.SignedAmount("EUR"), c.cell); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.cell, got, c.want)
		}
	}
	for _, c := range []struct{ iso, written, want string }{
		{"EUR", "-0,01", "! errors_sheet.cell.amount.negative"},
		{"EUR", "-0,00", "{0 EUR}"},
		{"JPY", "1200 ¥", "{1200 JPY}"},
		{"JPY", "12,5", precise},
		{"KWD", "1,2345", precise},
		{"USD", "$12.50", "{1250 USD}"},
		{"XXQ", "12", foreign},
	} {
		if got := parsed(sheet.Amount(c.iso), typed(c.written)); got != c.want {
			t.Errorf("%s in %s: got %s, want %s", c.written, c.iso, got, c.want)
		}
	}
}

func TestDaysAreReadTheDayFirstOrTheYearFirst(t *testing.T) {
	const none, noSuch = "! errors_sheet.cell.day.none", "! errors_sheet.cell.day.no_such"
	const want = "2026-11-23 00:00:00 +0000 UTC"
	for _, c := range []struct {
		cell sheet.Cell
		want string
	}{
		{typed("2026-11-23"), want},
		{typed("2026/11/23"), want},
		{typed("23/11/2026"), want},
		{typed("23.11.26"), want},
		{typed("23-11-2026"), want},
		{typed(" 23/11/2026 14:05 "), want},
		{typed("23/11/2026 à 14h05"), want},
		{typed("2026-11-23T23:59:59Z"), want},
		{typed("2026-11-23T23:59:59.123+01:00"), want},
		{typed("3/1/2026"), "2026-01-03 00:00:00 +0000 UTC"},
		{stored("46349"), want},
		{stored("46349.75"), want},
		{sheet.Cell{Kind: sheet.Date, Text: "2026-11-23T14:05:00"}, want},
		{typed("11/23/2026"), "! errors_sheet.cell.day.month_first"},
		{typed("31/04/2026"), noSuch},
		{typed("29/02/2026"), noSuch},
		{typed("00/11/2026"), noSuch},
		{typed("23/11/1926"), "! errors_sheet.cell.day.year"},
		{typed("23/11/2026 25:00"), "! errors_sheet.cell.day.time"},
		{typed("23/11/2026 soir"), none},
		{typed("23/11"), none},
		{typed("23/11/026"), none},
		{typed("hier"), none},
		{stored("12"), none},
		{stored("3.5e9"), none},
		{sheet.Cell{Kind: sheet.Truth, Text: "true"}, none},
	} {
		if got := parsed(sheet.Day, c.cell); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.cell, got, c.want)
		}
	}
}

func TestAnInstantIsWhatTheClocksOfItsZoneShow(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	for written, want := range map[string]string{
		"23/11/2026 14:05":          "2026-11-23 13:05:00 +0000 UTC",
		"23/07/2026 14:05:09":       "2026-07-23 12:05:09 +0000 UTC",
		"23/11/2026":                "2026-11-22 23:00:00 +0000 UTC",
		"2026-11-23T14:05:00Z":      "2026-11-23 14:05:00 +0000 UTC",
		"2026-11-23T14:05:00-05:00": "2026-11-23 19:05:00 +0000 UTC",
	} {
		if got := parsed(sheet.Instant(paris), typed(written)); got != want {
			t.Errorf("%s: got %s, want %s", written, got, want)
		}
	}
}

func TestNumbersThatAreNamesAreNotTakenWhenDigitsAreLost(t *testing.T) {
	const shortened = "! errors_sheet.cell.shortened"
	for _, c := range []struct {
		parse func(sheet.Cell) (string, error)
		cell  sheet.Cell
		want  string
	}{
		{sheet.Code, typed(" 6A12345678901 "), "6A12345678901"},
		{sheet.Code, typed("3,56938E+14"), shortened},
		{sheet.Code, typed("3.56938E+14"), shortened},
		{sheet.Code, stored("1234567890123460"), shortened},
		{sheet.Code, stored("12345678"), "12345678"},
		{sheet.IMEI, typed("35 693803 564380 9"), "356938035643809"},
		{sheet.IMEI, stored("356938035643809"), "356938035643809"},
		{sheet.IMEI, typed("356938035643808"), "! errors_returns.identity.luhn"},
		{sheet.IMEI, typed("3,57E+14"), shortened},
		{sheet.IMEI, typed("C02XL0ABJGH5"), "! errors_returns.identity.not_an_imei"},
		{sheet.Serial, typed("c02 xl0abjgh5"), "C02XL0ABJGH5"},
		{sheet.Serial, typed("dmpx/n2-é"), "! errors_sheet.cell.serial"},
		{sheet.Text(10), typed("a\u200bb\x07\n c\u00a0"), "a b c"},
		{sheet.Text(3), typed("abcd"), "! errors_sheet.cell.long"},
		{sheet.Text(9), sheet.Cell{Kind: sheet.Failure, Text: "#N/A"}, "! errors_sheet.cell.failure"},
	} {
		if got := parsed(c.parse, c.cell); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestGradesAreReadInTheWordsOfShops(t *testing.T) {
	for written, want := range map[string]string{
		"Premium": "premium", "Comme neuf": "premium", "EXCELLENT": "excellent", "très bon état": "excellent",
		"Tres bon etat": "excellent", "Very good": "excellent", "Bon état": "good", "good": "good",
		"Correct": "fair", "État correct": "fair", "fair": "fair",
		"A": "! errors_sheet.cell.grade", "mauvais": "! errors_sheet.cell.grade",
	} {
		if got := parsed(sheet.Grade, typed(written)); got != want {
			t.Errorf("%s: got %s, want %s", written, got, want)
		}
	}
	for _, grade := range returns.Grades() {
		if got := parsed(sheet.Grade, typed(grade)); got != grade {
			t.Errorf("the domain's %s is read as %s", grade, got)
		}
	}
}

func TestWeightsAreReadInGrams(t *testing.T) {
	for written, want := range map[string]string{
		"350": "350", "350 g": "350", "0,35 kg": "350", "1.2kg": "1200", "1 200 g": "1200", "350,0": "350",
		"0,35": "! errors_sheet.cell.weight.unit", "2 lb": "! errors_sheet.cell.weight.none", "-3 g": "! errors_sheet.cell.weight.none",
	} {
		if got := parsed(sheet.Weight, typed(written)); got != want {
			t.Errorf("%s: got %s, want %s", written, got, want)
		}
	}
}

func TestWholeNumbersKeepTheirBounds(t *testing.T) {
	for written, want := range map[string]string{
		"3": "3", "1 000": "1000", "+2": "2",
		"0": "! errors_sheet.cell.whole.range", "1001": "! errors_sheet.cell.whole.range",
		"1,5": "! errors_sheet.cell.whole.none", "12 3": "! errors_sheet.cell.whole.none", "x": "! errors_sheet.cell.whole.none",
	} {
		if got := parsed(sheet.Whole(1, 1000), typed(written)); got != want {
			t.Errorf("%s: got %s, want %s", written, got, want)
		}
	}
}
