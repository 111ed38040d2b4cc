package sheet

import (
	"slices"
	"strings"

	"revient/app/fault"
	"revient/app/text"
)

// Column declares one column that a table may have.
type Column[T any] struct {
	Title    string   // Key of its title in the catalogues; the title in any language is accepted as a header.
	Aliases  []string // Other headers that mean it. Neither case, accents nor punctuation count.
	Required bool     // The table has it, and each row fills it.

	// Into reads a cell that is not blank and sets what it says. See Into.
	Into func(*T, Cell) error
}

// Into joins a parser and where its value goes.
func Into[T, V any](parse func(Cell) (V, error), set func(*T, V)) func(*T, Cell) error {
	return func(row *T, cell Cell) error {
		value, err := parse(cell)
		if err != nil {
			return err
		}
		set(row, value)
		return nil
	}
}

// Form declares a table.
type Form[T any] struct {
	Columns []Column[T]

	// Check says what is wrong with a row whose cells are each right; optional.
	// A *fault.Error may name a column's Title as its Field.
	Check func(T) error

	// Same returns what two rows must not share, such as an IMEI; "" is shared
	// by any number of rows. Optional.
	Same func(T) string
}

// found is a declared column and where the table has it.
type found[T any] struct {
	Column[T]
	index  int
	header string // As the table writes it.
}

// match sets the headers of a table beside the columns of a form. Titles are
// said in lang.
func (f Form[T]) match(table Table, lang text.Language) (columns []found[T], ignored []string, err error) {
	byName := map[string]int{}
	for i, column := range f.Columns {
		for _, name := range column.names() {
			byName[fold(name)] = i
		}
	}
	taken := make([]string, len(f.Columns))
	for index, header := range table.Header {
		i, known := byName[fold(header)]
		switch {
		case fold(header) == "" && header == "":
			continue
		case !known:
			ignored = append(ignored, header)
			continue
		case taken[i] != "":
			return nil, nil, fault.New(fault.Invalid, "errors_sheet.columns.twice", fault.Args{
				"column": text.T(lang, f.Columns[i].Title, nil), "first": taken[i], "second": header})
		}
		taken[i] = header
		columns = append(columns, found[T]{f.Columns[i], index, header})
	}
	if missing := f.missing(taken, lang); len(missing) > 0 {
		return nil, nil, fault.New(fault.Invalid, "errors_sheet.columns.missing", fault.Args{
			"count": len(missing), "missing": strings.Join(missing, ", "), "found": listed(table.Header)})
	}
	return columns, ignored, nil
}

func (f Form[T]) missing(taken []string, lang text.Language) (titles []string) {
	for i, column := range f.Columns {
		if column.Required && taken[i] == "" {
			titles = append(titles, text.T(lang, column.Title, nil))
		}
	}
	return titles
}

// names lists every header that means the column.
func (c Column[T]) names() []string {
	names := slices.Clone(c.Aliases)
	for _, lang := range text.Languages() {
		names = append(names, text.T(lang, c.Title, nil))
	}
	return names
}

// listed names the headers that a person wrote, cut where a sentence would be
// lost among them.
func listed(headers []string) string {
	const most = 12
	var seen []string
	for _, header := range headers {
		if header == "" {
			continue
		}
		if len(seen) == most {
			seen = append(seen, "…")
			break
		}
		if runes := []rune(header); len(runes) > 40 {
			header = string(runes[:40]) + "…"
		}
		seen = append(seen, header)
	}
	return strings.Join(seen, ", ")
}
