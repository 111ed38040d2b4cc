package sheet

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// readRows streams the rows of a sheet to take.
func (b *workbook) readRows(part string, rows *collector) error {
	found, err := b.part(part, func(d *xml.Decoder) error {
		line := 0
		for {
			start, more, err := next(d, "row")
			if err != nil || !more {
				return err
			}
			line++
			if said, err := strconv.Atoi(attribute(start, "r")); err == nil && said >= line {
				line = said // Rows without anything may be left out.
			}
			row, err := b.row(d, start.Name, line)
			if err != nil {
				return err
			}
			if err := rows.take(row); err != nil {
				return err
			}
		}
	})
	if err == nil && !found {
		return errEmpty() // A sheet of drawings alone.
	}
	return err
}

type rawCell struct {
	Ref     string   `xml:"r,attr"`
	Type    string   `xml:"t,attr"`
	Style   int      `xml:"s,attr"`
	Value   string   `xml:"v"` // Of a formula, the value that was saved with it.
	Inline  richText `xml:"is"`
	Formula *string  `xml:"f"`
}

func (b *workbook) row(d *xml.Decoder, name xml.Name, line int) (Row, error) {
	row := Row{Line: line}
	for {
		token, err := d.Token()
		if err != nil {
			return Row{}, fmt.Errorf("read row %d: %w", line, err)
		}
		switch element := token.(type) {
		case xml.EndElement:
			if element.Name == name {
				return row, nil
			}
		case xml.StartElement:
			if element.Name.Local != "c" {
				continue
			}
			var raw rawCell
			if err := d.DecodeElement(&raw, &element); err != nil {
				return Row{}, fmt.Errorf("read a cell of row %d: %w", line, err)
			}
			cell := b.cell(raw)
			if len(cell.Text) > b.limits.Cell {
				return Row{}, errCellTooLong(line, b.limits)
			}
			column := columnOf(raw.Ref, len(row.Cells))
			if cell.Blank() {
				continue
			}
			if column >= 4*b.limits.Columns {
				return Row{}, errTooManyColumns(line, b.limits)
			}
			for len(row.Cells) <= column {
				row.Cells = append(row.Cells, Cell{})
			}
			row.Cells[column] = cell
		}
	}
}

// columnOf reads the column of a reference, A being 0. A reference that is left
// out, or is none, follows the cell before.
func columnOf(ref string, following int) int {
	letters := strings.TrimRight(ref, "0123456789")
	if letters == "" || len(letters) > 3 {
		return following
	}
	column := 0
	for _, letter := range strings.ToUpper(letters) {
		if letter < 'A' || letter > 'Z' {
			return following
		}
		column = column*26 + int(letter-'A') + 1
	}
	return column - 1
}

// cell gives a stored cell its type (ECMA-376 part 1, 18.18.11).
func (b *workbook) cell(raw rawCell) Cell {
	switch raw.Type {
	case "s":
		index, err := strconv.Atoi(strings.TrimSpace(raw.Value))
		if err != nil || index < 0 || index >= len(b.shared) {
			return Cell{Failure, raw.Value}
		}
		return words(b.shared[index])
	case "str":
		return words(raw.Value)
	case "inlineStr":
		return words(raw.Inline.String())
	case "b":
		return Cell{Truth, strconv.FormatBool(strings.TrimSpace(raw.Value) == "1")}
	case "e":
		return Cell{Failure, raw.Value}
	case "d":
		return Cell{Date, strings.TrimSuffix(raw.Value, "Z")}
	}
	if raw.Value == "" {
		if raw.Formula != nil { // Never computed: there is no value to take.
			return Cell{Failure, "=" + clean(*raw.Formula)}
		}
		return Cell{}
	}
	number, ok := decimal(raw.Value)
	if !ok {
		return Cell{Failure, raw.Value}
	}
	if b.styles.date(raw.Style) {
		if moment, ok := b.styles.moment(raw.Value); ok {
			return Cell{Date, moment}
		}
	}
	return Cell{Number, number}
}

func words(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Words, s}
}

// decimal writes a stored number as people see it. A workbook holds doubles, of
// which 329.9 may be stored as 329.90000000000003: like Excel, fifteen
// significant digits are kept.
func decimal(stored string) (string, bool) {
	value, err := strconv.ParseFloat(strings.TrimSpace(stored), 64)
	if err != nil || value != value || value > 1e40 || value < -1e40 {
		return "", false
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'e', 14, 64), 64)
	if err != nil {
		return "", false
	}
	return strconv.FormatFloat(rounded+0, 'f', -1, 64), true // + 0 turns -0 into 0.
}

func attribute(start xml.StartElement, name string) string {
	for _, attr := range start.Attr {
		if attr.Name.Local == name {
			return attr.Value
		}
	}
	return ""
}
