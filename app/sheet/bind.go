package sheet

import (
	"revient/app/fault"
	"revient/app/text"
)

// Preview is what a table holds, before anything is done with it.
type Preview[T any] struct {
	Good    []T
	Lines   []int      // Of each row of Good.
	Bad     []RowFault // By line; a row may have several.
	Ignored []string   // Headers that no column of the form has.
	Rows    int        // Good and bad together.
}

// Whole reports whether every row is good: what "all or nothing" asks.
func (p Preview[T]) Whole() bool { return len(p.Bad) == 0 }

// RowFault is what is wrong with one row, and where.
type RowFault struct {
	Line   int        `json:"line"`
	Column string     `json:"column,omitempty"` // Its header in the table; empty when the row is at fault as a whole.
	Key    string     `json:"key"`              // Message key.
	Args   fault.Args `json:"args,omitempty"`
	Raw    string     `json:"raw,omitempty"` // What the cell holds, to be found by; cut when long.
}

// Sentence says the fault to a person: "Ligne 14, colonne Prix : …".
func (f RowFault) Sentence(lang text.Language) string {
	args := map[string]any{"line": f.Line, "column": f.Column, "fault": text.T(lang, f.Key, f.Args)}
	if f.Column == "" {
		return text.T(lang, "sheet.fault.row", args)
	}
	return text.T(lang, "sheet.fault.cell", args)
}

// Bind reads the rows of a table as a form declares them. An error means that
// the table as a whole cannot be taken: a column is missing, or there twice.
// Titles in it are said in lang.
func Bind[T any](table Table, form Form[T], lang text.Language) (Preview[T], error) {
	columns, ignored, err := form.match(table, lang)
	if err != nil {
		return Preview[T]{}, err
	}
	preview := Preview[T]{Ignored: ignored, Rows: len(table.Rows)}
	if preview.Rows == 0 {
		return Preview[T]{}, fault.New(fault.Invalid, "errors_sheet.file.no_rows", nil)
	}
	lineOf := map[string]int{}
	for _, row := range table.Rows {
		value, faults := bindRow(row, table, columns, form)
		if len(faults) == 0 && form.Same != nil {
			key := form.Same(value)
			if first, twice := lineOf[key]; twice && key != "" {
				faults = []RowFault{{Line: row.Line, Key: "errors_sheet.row.twice",
					Args: fault.Args{"first": first, "shared": key}, Raw: short(key)}}
			} else {
				lineOf[key] = row.Line
			}
		}
		if len(faults) > 0 {
			preview.Bad = append(preview.Bad, faults...)
			continue
		}
		preview.Good = append(preview.Good, value)
		preview.Lines = append(preview.Lines, row.Line)
	}
	return preview, nil
}

func bindRow[T any](row Row, table Table, columns []found[T], form Form[T]) (value T, faults []RowFault) {
	blame := func(column string, cell Cell, err error) {
		coded := fault.Of(err)
		faults = append(faults, RowFault{Line: row.Line, Column: column, Key: coded.Key, Args: coded.Args, Raw: short(cell.Text)})
	}
	// A stray separator moves every cell after it: no column can be trusted.
	for i := len(table.Header); i < len(row.Cells); i++ {
		if cell := row.Cells[i]; !cell.Blank() {
			blame("", cell, fault.New(fault.Invalid, "errors_sheet.row.wide",
				fault.Args{"cells": len(row.Cells), "columns": len(table.Header)}))
			return value, faults
		}
	}
	for _, column := range columns {
		cell := row.at(column.index)
		switch {
		case !cell.Blank():
			if err := column.Into(&value, cell); err != nil {
				blame(column.header, cell, err)
			}
		case column.Required:
			blame(column.header, cell, refuse("empty", nil))
		}
	}
	if len(faults) == 0 && form.Check != nil {
		if err := form.Check(value); err != nil {
			header, cell := "", Cell{}
			for _, column := range columns {
				if column.Title == fault.Of(err).Field {
					header, cell = column.header, row.at(column.index)
				}
			}
			blame(header, cell, err)
		}
	}
	return value, faults
}

// at returns a cell of a row, which may be shorter than the header.
func (r Row) at(index int) Cell {
	if index < len(r.Cells) {
		return r.Cells[index]
	}
	return Cell{}
}

// short keeps of a cell what is enough to recognise it.
func short(s string) string {
	runes := []rune(clean(s))
	if len(runes) <= 60 {
		return string(runes)
	}
	return string(runes[:60]) + "…"
}
