package sheet

import (
	"strings"

	"revient/app/fault"
)

// Kind is what a cell holds, as far as the file says it.
type Kind uint8

// The kinds of cell. Every cell of a CSV file is Words.
const (
	Empty   Kind = iota
	Words        // Text, as it was written.
	Number       // Decimal digits with a point, such as "-329.9", at most 15 of them significant.
	Date         // A day, "2026-11-23", or a day and a time, "2026-11-23T14:05:00": civil, without a zone.
	Truth        // "true" or "false".
	Failure      // What a spreadsheet shows when it could not compute: "#N/A", "#REF!".
)

// Cell is one cell as it was read.
type Cell struct {
	Kind Kind
	Text string
}

// Blank reports whether nothing can be seen in the cell.
func (c Cell) Blank() bool {
	return c.Kind == Empty || c.Kind == Words && strings.TrimFunc(c.Text, unseen) == ""
}

// Row is a row of a table. Line is what a person finds beside it: the line of
// the text file where it begins, or the number of the row in the workbook.
type Row struct {
	Line  int
	Cells []Cell
}

func (r Row) blank() bool {
	for _, cell := range r.Cells {
		if !cell.Blank() {
			return false
		}
	}
	return true
}

// Table is a header and the rows under it that hold anything.
type Table struct {
	Header []string // As written, without the spaces around.
	Line   int      // Of the header.
	Rows   []Row
	Sheet  string // Name of the sheet in a workbook; empty for a text file.
}

// Limits bound what a file may cost. The zero value of a field is its default.
type Limits struct {
	Bytes    int64 // Of the file as it is.
	Unpacked int64 // Of all parts of a workbook together.
	Rows     int   // Under the header.
	Columns  int
	Cell     int // Bytes of one cell.
}

func (l Limits) orDefault() Limits {
	return Limits{
		Bytes:    positive(l.Bytes, 20<<20),
		Unpacked: positive(l.Unpacked, 100<<20),
		Rows:     positive(l.Rows, 50_000),
		Columns:  positive(l.Columns, 200),
		Cell:     positive(l.Cell, 32<<10), // A cell of Excel holds 32,767 characters.
	}
}

func positive[N int | int64](given, otherwise N) N {
	if given > 0 {
		return given
	}
	return otherwise
}

// Options say how a file is read.
type Options struct {
	Sheet  string // Of a workbook; the first one that can be seen when empty.
	Limits Limits
}

// Read reads a CSV file or an XLSX workbook; which of them it is, its content
// says, whatever its name.
func Read(raw []byte, options Options) (Table, error) {
	limits := options.Limits.orDefault()
	switch {
	case int64(len(raw)) > limits.Bytes:
		return Table{}, fault.New(fault.Invalid, "errors_sheet.file.large", fault.Args{"limit": limits.Bytes >> 20})
	case len(raw) == 0:
		return Table{}, errEmpty()
	case hasPrefix(raw, "PK\x03\x04"):
		return readWorkbook(raw, options.Sheet, limits)
	case hasPrefix(raw, "\xd0\xcf\x11\xe0"): // The container of XLS, and of an XLSX with a password.
		return Table{}, fault.New(fault.Invalid, "errors_sheet.file.old_excel", nil)
	case hasPrefix(raw, "%PDF"), hasPrefix(raw, "\x89PNG"), hasPrefix(raw, "\xff\xd8\xff"):
		return Table{}, errNoTable()
	}
	return readText(raw, limits)
}

func hasPrefix(raw []byte, prefix string) bool {
	return strings.HasPrefix(string(raw[:min(len(raw), 8)]), prefix)
}

// collector takes the rows of a file in their order: the first that holds
// anything is the header, and empty ones are left out.
type collector struct {
	table  Table
	limits Limits
	found  bool
}

func (c *collector) take(row Row) error {
	for len(row.Cells) > 0 && row.Cells[len(row.Cells)-1].Blank() {
		row.Cells = row.Cells[:len(row.Cells)-1]
	}
	if row.blank() {
		return nil
	}
	if len(row.Cells) > c.limits.Columns {
		return errTooManyColumns(row.Line, c.limits)
	}
	if !c.found {
		c.found, c.table.Line = true, row.Line
		for _, cell := range row.Cells {
			c.table.Header = append(c.table.Header, clean(cell.Text))
		}
		return nil
	}
	if len(c.table.Rows) == c.limits.Rows {
		return fault.New(fault.Invalid, "errors_sheet.file.rows", fault.Args{"limit": c.limits.Rows})
	}
	c.table.Rows = append(c.table.Rows, row)
	return nil
}

func (c *collector) done() (Table, error) {
	if !c.found {
		return Table{}, errEmpty()
	}
	return c.table, nil
}

func errEmpty() error   { return fault.New(fault.Invalid, "errors_sheet.file.empty", nil) }
func errNoTable() error { return fault.New(fault.Invalid, "errors_sheet.file.no_table", nil) }
func errTooManyColumns(line int, limits Limits) error {
	return fault.New(fault.Invalid, "errors_sheet.file.columns", fault.Args{"line": line, "limit": limits.Columns})
}
func errDamaged(cause error) error {
	return fault.Wrap(cause, fault.Invalid, "errors_sheet.file.damaged", nil)
}
