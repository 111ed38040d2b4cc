package sheet_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"revient/app/returns"
	"revient/app/sheet"
)

func euro(minor int64) sheet.Sum { return sheet.Sum(returns.Money{Minor: minor, Currency: "EUR"}) }

// month is an export with one of each kind of value, and every text that a
// spreadsheet would compute.
func month(t *testing.T) sheet.Output {
	t.Helper()
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 23, 23, 30, 5, 0, time.UTC).In(paris)
	out := sheet.Output{Name: "Novembre 2026", Header: []string{"Désignation", "Montant", "Nombre", "Jour", "Moment", "=SOMME(B2:B9)"}}
	for i, label := range []string{
		"Écran; 6,1\"", "=HYPERLINK(\"http://x\")", "+33 6 12", "-1", "@SUM(A1)", "\tx", "\rx", "\u200b=1+1", "＝1+1", "ordinaire",
	} {
		out.Rows = append(out.Rows, []sheet.Value{
			sheet.Label(label), euro(int64(i*i*12345 - 500)), sheet.Count(i), sheet.On(at), sheet.When(at), sheet.Blank{},
		})
	}
	return out
}

func TestTextFilesAreWrittenAsTheGoldenOnes(t *testing.T) {
	for name, style := range map[string]sheet.CSV{
		"excel_fr.csv": {},
		"plain.csv":    {Separator: ',', Point: true, ISO: true, NoMark: true},
	} {
		var got bytes.Buffer
		if err := sheet.WriteCSV(&got, month(t), style); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", name)
		if os.Getenv("GOLDEN") == "write" {
			if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s: got\n%q\nwant\n%q", name, got.Bytes(), want)
		}
	}
}

func TestNoTextOfAnExportIsEverAFormula(t *testing.T) {
	out := month(t)
	var text, packed bytes.Buffer
	if err := sheet.WriteCSV(&text, out, sheet.CSV{}); err != nil {
		t.Fatal(err)
	}
	table := read(t, text.String())
	for i, row := range table.Rows {
		written, kept := string(out.Rows[i][0].(sheet.Label)), row.Cells[0].Text
		switch {
		case written == "ordinaire" || written == "Écran; 6,1\"":
			if kept != written {
				t.Errorf("%q became %q", written, kept)
			}
		case kept[0] != '\'':
			t.Errorf("%q is live as %q", written, kept)
		}
	}
	if table.Header[5][0] != '\'' {
		t.Errorf("a header is live: %q", table.Header[5])
	}
	if err := sheet.WriteWorkbook(&packed, out); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&packed)
	if err != nil {
		t.Fatal(err)
	}
	for i := range out.Rows {
		ref, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			t.Fatal(err)
		}
		formula, err := book.GetCellFormula("Novembre 2026", ref)
		if err != nil || formula != "" {
			t.Errorf("%s is the formula %q (%v)", ref, formula, err)
		}
		kind, err := book.GetCellType("Novembre 2026", ref)
		if err != nil || kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
			t.Errorf("%s is of type %v (%v)", ref, kind, err)
		}
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAWorkbookKeepsNumbersAndDaysAsThemselves(t *testing.T) {
	second := sheet.Output{Name: "Novembre 2026", Header: []string{"Yens", "Trop grand", "Vide"}, Rows: [][]sheet.Value{{
		sheet.Sum(returns.Money{Minor: 1200, Currency: "JPY"}), euro(1234567890123456), sheet.On(time.Time{}),
	}}}
	var packed bytes.Buffer
	if err := sheet.WriteWorkbook(&packed, month(t), second); err != nil {
		t.Fatal(err)
	}
	table, err := sheet.Read(packed.Bytes(), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Rows[1].Cells; got[0] != (sheet.Cell{Kind: sheet.Words, Text: `=HYPERLINK("http://x")`}) ||
		got[1] != (sheet.Cell{Kind: sheet.Number, Text: "118.45"}) || got[2] != (sheet.Cell{Kind: sheet.Number, Text: "1"}) ||
		got[3] != (sheet.Cell{Kind: sheet.Date, Text: "2026-11-24"}) || got[4] != (sheet.Cell{Kind: sheet.Date, Text: "2026-11-24T00:30:05"}) {
		t.Errorf("got %+v", got)
	}
	other, err := sheet.Read(packed.Bytes(), sheet.Options{Sheet: "Novembre 2026 2"})
	if err != nil {
		t.Fatal(err)
	}
	if got := other.Rows[0].Cells; len(got) != 2 || got[0].Text != "1200" || got[1] != (sheet.Cell{Kind: sheet.Words, Text: "12345678901234.56"}) {
		t.Errorf("got %+v", got)
	}
}

// Whatever is written is read back: amounts to the cent, text to the letter
// except what makes it harmless.
func TestWhatIsWrittenIsReadBack(t *testing.T) {
	letters := rapid.StringMatching(`[A-Za-zéœ€;,"'|\t 0-9\n.=+@-]{0,12}[a-zé]`)
	rapid.Check(t, func(t *rapid.T) {
		style := sheet.CSV{
			Separator: rapid.SampledFrom([]rune{';', ',', '\t', '|'}).Draw(t, "separator"),
			Point:     rapid.Bool().Draw(t, "point"), ISO: rapid.Bool().Draw(t, "iso"), NoMark: rapid.Bool().Draw(t, "no mark"),
		}
		day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 36000).Draw(t, "day"))
		labels := rapid.SliceOfN(letters, 1, 5).Draw(t, "labels")
		minor := rapid.Int64Range(-1e14, 1e14).Draw(t, "minor")
		out := sheet.Output{Header: []string{"Texte", "Montant", "Jour"}}
		for _, label := range labels {
			out.Rows = append(out.Rows, []sheet.Value{sheet.Label(label), euro(minor), sheet.On(day)})
		}
		var text, packed bytes.Buffer
		if err := sheet.WriteCSV(&text, out, style); err != nil {
			t.Fatal(err)
		}
		if err := sheet.WriteWorkbook(&packed, out); err != nil {
			t.Fatal(err)
		}
		for _, raw := range [][]byte{text.Bytes(), packed.Bytes()} {
			table, err := sheet.Read(raw, sheet.Options{})
			if err != nil || len(table.Rows) != len(labels) {
				t.Fatalf("%d rows of %d, %v", len(table.Rows), len(labels), err)
			}
			for i, row := range table.Rows {
				kept := row.Cells[0].Text
				if kept != labels[i] && kept != "'"+labels[i] {
					t.Fatalf("%q became %q", labels[i], kept)
				}
				money, err := sheet.SignedAmount("EUR")(row.Cells[1])
				if err != nil || money.Minor != minor {
					t.Fatalf("%d became %+v, %v", minor, money, err)
				}
				if back, err := sheet.Day(row.Cells[2]); err != nil || !back.Equal(day) {
					t.Fatalf("%s became %s, %v", day, back, err)
				}
			}
		}
	})
}
