package sheet

import (
	"strings"

	"revient/app/fault"
)

// readText reads a text file of separated values. encoding/csv is not used: it
// either refuses a stray quote (5" of a screen) or, told to be lenient, swallows
// the rest of a file after one that is never closed.
func readText(raw []byte, limits Limits) (Table, error) {
	content, err := decode(raw)
	if err != nil {
		return Table{}, err
	}
	content = strings.TrimPrefix(content, "\ufeff")
	if strings.ContainsRune(content, 0) {
		return Table{}, errNoTable()
	}
	// RFC 4180 ends a line with CR LF, most programs with LF, a few with CR alone.
	content = strings.ReplaceAll(strings.ReplaceAll(content, "\r\n", "\n"), "\r", "\n")
	scan := scanner{rest: content, line: 1, limits: limits}
	scan.separator = scan.declared()
	if scan.separator == 0 {
		scan.separator = likely(scan)
	}
	rows := collector{limits: limits}
	for scan.rest != "" {
		row, err := scan.row()
		if err != nil {
			return Table{}, err
		}
		if err := rows.take(row); err != nil {
			return Table{}, err
		}
	}
	return rows.done()
}

// scanner cuts a text, whose lines end with LF, into rows.
type scanner struct {
	rest      string
	line      int // Of the next character.
	separator byte
	limits    Limits
}

// declared takes the line "sep=;" that Excel writes and understands, if the text
// begins with it.
func (s *scanner) declared() byte {
	first, rest, _ := strings.Cut(s.rest, "\n")
	if len(first) != len("sep=;") || !strings.EqualFold(first[:4], "sep=") {
		return 0
	}
	s.rest, s.line = rest, s.line+1
	return first[4]
}

// likely chooses the separator that cuts the first rows into the most columns,
// and into the same number of them. The order settles a tie: French Excel writes
// a semicolon.
func likely(s scanner) byte {
	best, most := byte(';'), 0
	for _, candidate := range []byte{';', '\t', ',', '|'} {
		trial := s
		trial.separator = candidate
		width, alike := 0, 0
		for range 20 {
			row, err := trial.row()
			if err != nil || trial.rest == "" && row.blank() {
				break
			}
			if row.blank() {
				continue
			}
			if width == 0 {
				width = len(row.Cells)
			}
			if len(row.Cells) == width {
				alike++
			}
		}
		if score := (width - 1) * alike; score > most {
			best, most = candidate, score
		}
	}
	return best
}

// row takes the next row. A quote opens a field only at its start; inside, two
// quotes are one, and the field goes on over the ends of lines.
func (s *scanner) row() (Row, error) {
	row := Row{Line: s.line}
	for {
		field, more, err := s.field()
		if err != nil {
			return Row{}, err
		}
		if len(field) > s.limits.Cell {
			return Row{}, errCellTooLong(row.Line, s.limits)
		}
		kind := Words
		if field == "" {
			kind = Empty
		}
		row.Cells = append(row.Cells, Cell{kind, field})
		if !more {
			return row, nil
		}
		if len(row.Cells) > 4*s.limits.Columns { // Even if nothing is in them.
			return Row{}, errTooManyColumns(row.Line, s.limits)
		}
	}
}

// field takes a field with what ends it: more says that a separator did.
func (s *scanner) field() (field string, more bool, err error) {
	var quoted strings.Builder
	if strings.HasPrefix(s.rest, `"`) {
		opened := s.line
		for s.rest = s.rest[1:]; ; {
			end := strings.IndexByte(s.rest, '"')
			if end < 0 {
				return "", false, fault.New(fault.Invalid, "errors_sheet.file.quote", fault.Args{"line": opened})
			}
			quoted.WriteString(s.rest[:end])
			s.line += strings.Count(s.rest[:end], "\n")
			s.rest = s.rest[end+1:]
			if !strings.HasPrefix(s.rest, `"`) {
				break
			}
			quoted.WriteByte('"')
			s.rest = s.rest[1:]
		}
	}
	end := strings.IndexAny(s.rest, "\n"+string(rune(s.separator)))
	if end < 0 {
		field, s.rest = quoted.String()+s.rest, ""
		return field, false, nil
	}
	field, more = quoted.String()+s.rest[:end], s.rest[end] == s.separator
	s.rest = s.rest[end+1:]
	if !more {
		s.line++
	}
	return field, more, nil
}

func errCellTooLong(line int, limits Limits) error {
	return fault.New(fault.Invalid, "errors_sheet.file.cell", fault.Args{"line": line, "limit": limits.Cell})
}
