package sheet_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"revient/app/fault"
	"revient/app/sheet"
)

// workbook makes a workbook of one sheet from its cells.
func workbook(tb testing.TB, cells map[string]any, change ...func(*excelize.File)) []byte {
	tb.Helper()
	book := excelize.NewFile()
	for ref, value := range cells {
		if err := book.SetCellValue("Sheet1", ref, value); err != nil {
			tb.Fatal(err)
		}
	}
	for _, one := range change {
		one(book)
	}
	written, err := book.WriteToBuffer()
	if err != nil {
		tb.Fatal(err)
	}
	if err := book.Close(); err != nil {
		tb.Fatal(err)
	}
	return written.Bytes()
}

// archive packs parts by hand, to make what no program writes.
func archive(tb testing.TB, parts map[string]string) []byte {
	tb.Helper()
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for name, content := range parts {
		part, err := w.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return packed.Bytes()
}

// book is the least that makes an archive a workbook of one sheet.
func book(rows string) map[string]string {
	return map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Stock" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	}
}

func TestAWorkbookIsReadWithTheTypesOfItsCells(t *testing.T) {
	raw := workbook(t, map[string]any{
		"A1": "IMEI", "B1": "Prix", "C1": "Date", "D1": "Vu", "E1": "Neuf", "F1": "Note",
		"A3": 356938035643809, "B3": 329.9, "C3": time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC),
		"D3": time.Date(2026, 11, 23, 14, 5, 0, 0, time.UTC), "E3": true, "F3": "=1+1 is text",
		"A5": "356938035643809", "B5": -0.1,
	}, func(book *excelize.File) {
		day, custom := 14, "jj/mm/aaaa;@"
		iso, err := book.NewStyle(&excelize.Style{NumFmt: day})
		if err != nil {
			t.Fatal(err)
		}
		french, err := book.NewStyle(&excelize.Style{CustomNumFmt: &custom})
		if err != nil {
			t.Fatal(err)
		}
		for ref, style := range map[string]int{"C3": iso, "C5": french} {
			if err := book.SetCellStyle("Sheet1", ref, ref, style); err != nil {
				t.Fatal(err)
			}
		}
		if err := book.SetCellValue("Sheet1", "C5", 46349); err != nil {
			t.Fatal(err)
		}
	})
	table, err := sheet.Read(raw, sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []sheet.Row{
		{Line: 3, Cells: []sheet.Cell{
			{Kind: sheet.Number, Text: "356938035643809"}, {Kind: sheet.Number, Text: "329.9"}, {Kind: sheet.Date, Text: "2026-11-23"},
			{Kind: sheet.Date, Text: "2026-11-23T14:05:00"}, {Kind: sheet.Truth, Text: "true"}, {Kind: sheet.Words, Text: "=1+1 is text"},
		}},
		{Line: 5, Cells: []sheet.Cell{
			{Kind: sheet.Words, Text: "356938035643809"}, {Kind: sheet.Number, Text: "-0.1"}, {Kind: sheet.Date, Text: "2026-11-23"},
		}},
	}
	if got := fmt.Sprint(table.Rows); got != fmt.Sprint(want) {
		t.Errorf("got\n%s\nwant\n%s", got, fmt.Sprint(want))
	}
	if table.Sheet != "Sheet1" || table.Line != 1 || strings.Join(table.Header, " ") != "IMEI Prix Date Vu Neuf Note" {
		t.Errorf("sheet %q, line %d, header %q", table.Sheet, table.Line, table.Header)
	}
}

func TestAFormulaIsWorthTheValueSavedWithIt(t *testing.T) {
	raw := archive(t, book(`
		<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>
		<row r="2"><c r="A2"><f>1+1</f><v>7</v></c></row>
		<row r="3"><c r="A3" t="str"><f>CONCAT("x")</f><v>kept</v></c></row>
		<row r="4"><c r="A4"><f>1+1</f></c></row>
		<row r="5"><c r="A5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`))
	table, err := sheet.Read(raw, sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []sheet.Cell{{sheet.Number, "7"}, {sheet.Words, "kept"}, {sheet.Failure, "=1+1"}, {sheet.Failure, "#DIV/0!"}}
	for i, row := range table.Rows {
		if len(row.Cells) != 1 || row.Cells[0] != want[i] {
			t.Errorf("line %d: got %+v, want %+v", row.Line, row.Cells, want[i])
		}
	}
}

func TestASheetIsChosenByNameElseTheFirstThatCanBeSeen(t *testing.T) {
	raw := workbook(t, map[string]any{"A1": "hidden"}, func(book *excelize.File) {
		for _, name := range []string{"Stock", "Vendus"} {
			if _, err := book.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			if err := book.SetCellValue(name, "A1", "of "+name); err != nil {
				t.Fatal(err)
			}
		}
		book.SetActiveSheet(1)
		if err := book.SetSheetVisible("Sheet1", false); err != nil {
			t.Fatal(err)
		}
	})
	for wanted, header := range map[string]string{"": "of Stock", "vendus ": "of Vendus", "Sheet1": "hidden"} {
		table, err := sheet.Read(raw, sheet.Options{Sheet: wanted})
		if err != nil || table.Header[0] != header {
			t.Errorf("sheet %q: got %q, %v", wanted, table.Header, err)
		}
	}
	_, err := sheet.Read(raw, sheet.Options{Sheet: "Retours"})
	if got := fault.Of(err); got == nil || got.Key != "errors_sheet.file.no_sheet" || got.Args["names"] != "Sheet1, Stock, Vendus" {
		t.Errorf("got %v", err)
	}
}

func TestAHostileWorkbookCostsNoMoreThanItsLimits(t *testing.T) {
	header := `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>`
	bomb := book(header)
	bomb["xl/sharedStrings.xml"] = "<sst><si><t>" + strings.Repeat(" ", 3<<20) + "</t></si></sst>"
	far := book(header + `<row r="2"><c r="XFD2"><v>1</v></c></row>`)
	outside := book(header)
	outside["xl/_rels/workbook.xml.rels"] = `<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/></Relationships>`
	entities := book(header)
	entities["xl/worksheets/sheet1.xml"] = `<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>`
	torn := book(header)
	torn["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row r="1"><c r="A1"><v>1`
	nothing := book("")
	document := map[string]string{"word/document.xml": "<w/>"}
	for name, c := range map[string]struct {
		parts map[string]string
		key   string
	}{
		"a part that unpacks without end":       {bomb, "file.unpacked"},
		"a cell at the far end of the sheet":    {far, "file.columns"},
		"a sheet outside of the archive":        {outside, "file.empty"},
		"entities of its own":                   {entities, "file.damaged"},
		"a sheet that ends in the middle":       {torn, "file.damaged"},
		"a sheet without a row":                 {nothing, "file.empty"},
		"a text document":                       {document, "file.no_table"},
		"a workbook whose sheet has no part":    {map[string]string{"xl/workbook.xml": book("")["xl/workbook.xml"]}, "file.empty"},
		"a row that claims a billion of others": {book(header + `<row r="999999999999999999999"><c><v>1</v></c></row>`), ""},
		"an index of a text that is not there":  {book(header + `<row><c t="s"><v>-4</v></c></row>`), ""},
		"a number that is none":                 {book(header + `<row><c><v>1e999</v></c></row>`), ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sheet.Read(archive(t, c.parts), sheet.Options{Limits: sheet.Limits{Unpacked: 1 << 20}})
			if c.key == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if got := fault.Of(err); got == nil || got.Key != "errors_sheet."+c.key {
				t.Errorf("got %v, want %s", err, c.key)
			}
		})
	}
}

func TestDatesOfAnOldMacintoshCountFrom1904(t *testing.T) {
	parts := book(`<row r="1"><c t="inlineStr"><is><t>d</t></is></c></row><row r="2"><c s="1"><v>44887</v></c></row>`)
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	parts["xl/styles.xml"] = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
	table, err := sheet.Read(archive(t, parts), sheet.Options{})
	if err != nil || table.Rows[0].Cells[0] != (sheet.Cell{Kind: sheet.Date, Text: "2026-11-23"}) {
		t.Errorf("got %+v, %v", table.Rows, err)
	}
}
