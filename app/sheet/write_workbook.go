package sheet

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"revient/app/returns"
)

// WriteWorkbook writes tables as the sheets of an XLSX workbook, each with a
// header that stays in view. A Label is stored as a string, which Excel never
// computes.
func WriteWorkbook(w io.Writer, tables ...Output) (err error) {
	book := excelize.NewFile()
	defer func() {
		if closing := book.Close(); err == nil && closing != nil {
			err = fmt.Errorf("close workbook: %w", closing)
		}
	}()
	looks, err := newLooks(book)
	if err != nil {
		return err
	}
	used := map[string]bool{}
	for i, table := range tables {
		name := sheetName(table.Name, i, used)
		if i == 0 {
			err = book.SetSheetName(book.GetSheetName(0), name)
		} else {
			_, err = book.NewSheet(name)
		}
		if err != nil {
			return fmt.Errorf("add sheet: %w", err)
		}
		if err := looks.write(book, name, table); err != nil {
			return fmt.Errorf("write sheet %d: %w", i+1, err)
		}
	}
	if err := book.Write(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// looks are the styles of cells.
type looks struct{ header, sum, whole, day, moment int }

func newLooks(book *excelize.File) (l looks, err error) {
	for _, one := range []struct {
		id     *int
		format string
		bold   bool
	}{
		{&l.header, "@", true}, {&l.sum, "#,##0.00", false}, {&l.whole, "0", false},
		{&l.day, "dd/mm/yyyy", false}, {&l.moment, "dd/mm/yyyy hh:mm:ss", false},
	} {
		style := &excelize.Style{CustomNumFmt: &one.format}
		if one.bold {
			style.Font = &excelize.Font{Bold: true}
		}
		if *one.id, err = book.NewStyle(style); err != nil {
			return looks{}, fmt.Errorf("add style: %w", err)
		}
	}
	return l, nil
}

func (l looks) write(book *excelize.File, name string, table Output) error {
	stream, err := book.NewStreamWriter(name)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	for column := range table.Header {
		if err := stream.SetColWidth(column+1, column+1, width(table, column)); err != nil {
			return fmt.Errorf("set width: %w", err)
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return fmt.Errorf("keep the header in view: %w", err)
	}
	header := make([]any, len(table.Header))
	for i, title := range table.Header {
		header[i] = excelize.Cell{StyleID: l.header, Value: storable(title)}
	}
	if err := stream.SetRow("A1", header); err != nil {
		return fmt.Errorf("write header: %w", err)
	}
	for i, row := range table.Rows {
		cells := make([]any, len(row))
		for j, value := range row {
			cells[j] = l.cell(value)
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+2), cells); err != nil {
			return fmt.Errorf("write row %d: %w", i+2, err)
		}
	}
	if err := stream.Flush(); err != nil {
		return fmt.Errorf("flush: %w", err)
	}
	return nil
}

func (l looks) cell(value Value) any {
	switch value := value.(type) {
	case Label:
		return storable(string(value))
	case Count:
		if value > 1e15 || value < -1e15 { // A workbook holds fifteen digits.
			return strconv.FormatInt(int64(value), 10)
		}
		return excelize.Cell{StyleID: l.whole, Value: int64(value)}
	case Sum:
		return l.sumCell(returns.Money(value))
	case On:
		return dated(time.Time(value), l.day, 24*time.Hour)
	case When:
		return dated(time.Time(value), l.moment, time.Second)
	default:
		return nil
	}
}

// sumCell stores an amount as a number. A workbook has doubles only; the nearest
// one to at most fifteen digits is written back as the same digits. A larger
// amount stays text rather than lose a cent.
func (l looks) sumCell(m returns.Money) any {
	plain := plainAmount(m, ".")
	number, err := strconv.ParseFloat(plain, 64)
	if err != nil || len(strings.Trim(plain, "-.")) > 15 {
		return plain
	}
	style := l.sum
	if !strings.Contains(plain, ".") {
		style = l.whole
	}
	return excelize.Cell{StyleID: style, Value: number}
}

// dated stores what the clock of its place shows. A day that Excel has not is
// left blank.
func dated(at time.Time, style int, unit time.Duration) any {
	if at.Year() < 1901 || at.Year() > 9999 {
		return nil
	}
	civil := time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), 0, time.UTC)
	return excelize.Cell{StyleID: style, Value: civil.Truncate(unit)}
}

// storable leaves out the characters that XML cannot hold and cuts what a cell
// cannot.
func storable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > excelize.TotalCellChars {
		return string(runes[:excelize.TotalCellChars])
	}
	return s
}

// sheetName makes a name that Excel takes: at most 31 characters, none of them
// []:*?/\, no apostrophe at its ends, and no other sheet's.
func sheetName(wanted string, index int, used map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || unseen(r) && r != ' ' {
			return ' '
		}
		return r
	}, clean(wanted))
	if runes := []rune(name); len(runes) > 28 {
		name = string(runes[:28])
	}
	name = strings.Trim(name, " '’")
	if name == "" || used[fold(name)] {
		name = strings.TrimSpace(name + " " + strconv.Itoa(index+1))
	}
	used[fold(name)] = true
	return name
}

// width fits a column to its longest value, within reason.
func width(table Output, column int) float64 {
	longest := utf8.RuneCountInString(table.Header[column])
	for _, row := range table.Rows[:min(len(table.Rows), 200)] {
		if column < len(row) {
			longest = max(longest, utf8.RuneCountInString(row[column].csv(CSV{})))
		}
	}
	return float64(min(max(longest, 6), 60) + 2)
}
