package sheet_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"revient/app/fault"
	"revient/app/sheet"
)

// told writes a table as one string, so that a case of a test table is one line.
func told(table sheet.Table) string {
	lines := []string{fmt.Sprintf("%d: %s", table.Line, strings.Join(table.Header, " | "))}
	for _, row := range table.Rows {
		cells := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			cells[i] = cell.Text
		}
		lines = append(lines, fmt.Sprintf("%d: %s", row.Line, strings.Join(cells, " | ")))
	}
	return strings.Join(lines, "\n")
}

func utf16(t *testing.T, order unicode.Endianness, policy unicode.BOMPolicy, s string) string {
	t.Helper()
	encoded, err := unicode.UTF16(order, policy).NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func TestTextIsReadInWhateverShapeASpreadsheetSavedIt(t *testing.T) {
	ansi, err := charmap.Windows1252.NewEncoder().String("Désignation;Prix\nÉcran œuvré;12,50 €\n")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ raw, want string }{
		"semicolons and CR LF":                   {"a;b\r\n1;2\r\n", "1: a | b\n2: 1 | 2"},
		"commas":                                 {"a,b\n1,2\n", "1: a | b\n2: 1 | 2"},
		"tabs":                                   {"a\tb\n1\t2\n", "1: a | b\n2: 1 | 2"},
		"bars":                                   {"a|b\n1|2\n", "1: a | b\n2: 1 | 2"},
		"CR alone":                               {"a;b\r1;2\r", "1: a | b\n2: 1 | 2"},
		"no end of line at the end":              {"a;b\n1;2", "1: a | b\n2: 1 | 2"},
		"decimal commas do not part columns":     {"a;b\n1,5;2,5\n1,5;2,5\n", "1: a | b\n2: 1,5 | 2,5\n3: 1,5 | 2,5"},
		"one column":                             {"IMEI\n356938035643809\n", "1: IMEI\n2: 356938035643809"},
		"the separator is declared":              {"sep=,\na,b;c\n1,2\n", "2: a | b;c\n3: 1 | 2"},
		"a byte order mark":                      {"\xef\xbb\xbfa;b\n1;2\n", "1: a | b\n2: 1 | 2"},
		"Windows-1252":                           {ansi, "1: Désignation | Prix\n2: Écran œuvré | 12,50 €"},
		"UTF-16 as Excel's \"Unicode text\"":     {utf16(t, unicode.LittleEndian, unicode.UseBOM, "é\tb\n1\t2\n"), "1: é | b\n2: 1 | 2"},
		"UTF-16 with the high byte first":        {utf16(t, unicode.BigEndian, unicode.UseBOM, "é;b\n1;2\n"), "1: é | b\n2: 1 | 2"},
		"UTF-16 without a mark":                  {utf16(t, unicode.LittleEndian, unicode.IgnoreBOM, "ab;b\n1;2\n"), "1: ab | b\n2: 1 | 2"},
		"UTF-16 high byte first without a mark":  {utf16(t, unicode.BigEndian, unicode.IgnoreBOM, "ab;b\n1;2\n"), "1: ab | b\n2: 1 | 2"},
		"quotes with what they protect":          {"a;b\n\"1;2\";\"x\"\"y\"\n", "1: a | b\n2: 1;2 | x\"y"},
		"a line end in quotes":                   {"a;b\n\"1\n2\";3\n4;5\n", "1: a | b\n2: 1\n2 | 3\n4: 4 | 5"},
		"a stray quote is the text's":            {"a;b\nscreen 6\";3\n", "1: a | b\n2: screen 6\" | 3"},
		"empty lines and lines of separators":    {"\n;;\na;b\n\n;\n1;2\n \n", "3: a | b\n6: 1 | 2"},
		"ragged rows":                            {"a;b;c\n1\n1;2;3;4\n", "1: a | b | c\n2: 1\n3: 1 | 2 | 3 | 4"},
		"empty columns at the end are no column": {"a;b;;;\n1;2;;;\n", "1: a | b\n2: 1 | 2"},
		"no-break spaces around a header":        {"\u00a0a\u202f; b \n1;2\n", "1: a | b\n2: 1 | 2"},
	} {
		t.Run(name, func(t *testing.T) {
			table, err := sheet.Read([]byte(c.raw), sheet.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := told(table); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestWhatIsNoTableIsRefusedWithItsReason(t *testing.T) {
	small := sheet.Limits{Bytes: 1000, Rows: 2, Columns: 3, Cell: 20}
	for name, c := range map[string]struct {
		raw, key string
		limits   sheet.Limits
	}{
		"nothing":                    {"", "file.empty", small},
		"empty lines":                {"\n\r\n;;;\n", "file.empty", small},
		"a PDF":                      {"%PDF-1.7\n", "file.no_table", small},
		"a photo":                    {"\xff\xd8\xff\xe0", "file.no_table", small},
		"zeros":                      {"a;b\x00\x00c\n", "file.no_table", small},
		"the old Excel":              {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file.old_excel", small},
		"a torn archive":             {"PK\x03\x04 and no more", "file.damaged", small},
		"too many bytes":             {strings.Repeat("a", 1001), "file.large", small},
		"too many rows":              {"a\n1\n2\n3\n", "file.rows", small},
		"too many columns":           {"a;b;c;d\n", "file.columns", small},
		"empty columns without end":  {strings.Repeat(";", 500), "file.columns", small},
		"a cell too long":            {"a\n" + strings.Repeat("x", 21), "file.cell", small},
		"a quote that is not closed": {"a;b\n1;\"2\n3;4\n", "file.quote", small},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sheet.Read([]byte(c.raw), sheet.Options{Limits: c.limits})
			if got := fault.Of(err); got == nil || got.Key != "errors_sheet."+c.key || got.Code != fault.Invalid {
				t.Errorf("got %v, want %s", err, c.key)
			}
		})
	}
}

func FuzzReadNeverPanicsAndKeepsItsBounds(f *testing.F) {
	f.Add([]byte("a;b\r\n1;\"2\"\r\n"))
	f.Add([]byte("sep=,\na,b\n"))
	f.Add([]byte("\xff\xfea\x00;\x00b\x00"))
	f.Add([]byte("\xef\xbb\xbf\"x\"\"y\";z"))
	f.Add(workbook(f, map[string]any{"A1": "a", "B1": "b", "A2": 1.5, "B2": "x"}))
	limits := sheet.Limits{Bytes: 1 << 16, Unpacked: 1 << 20, Rows: 100, Columns: 20, Cell: 1000}
	f.Fuzz(func(t *testing.T, raw []byte) {
		table, err := sheet.Read(raw, sheet.Options{Limits: limits})
		if err != nil {
			if fault.CodeOf(err) != fault.Invalid {
				t.Fatalf("an input is blamed on something else: %v", err)
			}
			return
		}
		if len(table.Rows) > limits.Rows || len(table.Header) > limits.Columns {
			t.Fatalf("%d rows, %d columns", len(table.Rows), len(table.Header))
		}
		line := table.Line
		for _, row := range table.Rows {
			if row.Line <= line || len(row.Cells) > limits.Columns {
				t.Fatalf("row %+v after line %d", row, line)
			}
			line = row.Line
		}
		again, err := sheet.Read(raw, sheet.Options{Limits: limits})
		if err != nil || !reflect.DeepEqual(table, again) {
			t.Fatalf("read twice, read otherwise: %v", err)
		}
	})
}
