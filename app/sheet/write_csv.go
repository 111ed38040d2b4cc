package sheet

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// CSV says how a text file is written. The zero value is what French Excel opens
// with a double click: UTF-8 with its mark, semicolons, CR LF, decimal comma,
// 23/11/2026.
type CSV struct {
	Separator rune // ';' when zero.
	Point     bool // Decimals after a point instead of a comma.
	ISO       bool // Days as 2026-11-23.
	NoMark    bool // No byte order mark.
}

func (c CSV) mark() string {
	if c.Point {
		return "."
	}
	return ","
}

func (c CSV) layout() string {
	if c.ISO {
		return "2006-01-02"
	}
	return "02/01/2006"
}

// WriteCSV writes a table as text.
func WriteCSV(w io.Writer, table Output, style CSV) error {
	if style.Separator == 0 {
		style.Separator = ';'
	}
	out := bufio.NewWriter(w)
	line := func(fields []string, cuts string) {
		for i, field := range fields {
			if i > 0 {
				_, _ = out.WriteRune(style.Separator) // The writer keeps its first error for Flush.
			}
			_, _ = out.WriteString(quoted(field, cuts, len(fields) == 1))
		}
		_, _ = out.WriteString("\r\n")
	}
	if !style.NoMark {
		_, _ = out.WriteString("\ufeff")
	}
	header := make([]string, len(table.Header))
	for i, title := range table.Header {
		header[i] = harmless(title)
	}
	line(header, ";,|\t"+string(style.Separator)) // Who guesses the separator guesses it here.
	for _, row := range table.Rows {
		fields := make([]string, len(row))
		for i, value := range row {
			fields[i] = value.csv(style)
		}
		line(fields, string(style.Separator))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// quoted quotes a field that would be cut or trimmed otherwise. An empty field
// that is alone on its line is quoted too, or the line would be none.
func quoted(field, cuts string, alone bool) string {
	if alone && field == "" || strings.ContainsAny(field, "\"\r\n"+cuts) || strings.TrimSpace(field) != field {
		return `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
	}
	return field
}
