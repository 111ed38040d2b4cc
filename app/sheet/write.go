package sheet

import (
	"strconv"
	"strings"
	"time"

	"github.com/bojanz/currency"

	"revient/app/returns"
)

// Value is one cell to write. Its type decides how it is written: what is a
// number for a spreadsheet, and what stays text whatever it looks like.
type Value interface{ csv(style CSV) string }

// The values.
type (
	// Label is text. It is never a formula, whatever it begins with.
	Label string
	// Count is a whole number.
	Count int64
	// Sum is an amount, written as a number; the currency has a column of its
	// own where there is more than one.
	Sum returns.Money
	// On is a civil day: the date of the time in its own location.
	On time.Time
	// When is a day and a time as the clocks of its own location show it.
	When time.Time
	// Blank is a cell without anything.
	Blank struct{}
)

// Output is a table to write.
type Output struct {
	Name   string // Of the sheet in a workbook.
	Header []string
	Rows   [][]Value
}

func (l Label) csv(CSV) string { return harmless(string(l)) }

func (c Count) csv(CSV) string { return strconv.FormatInt(int64(c), 10) }

func (s Sum) csv(style CSV) string { return plainAmount(returns.Money(s), style.mark()) }

func (o On) csv(style CSV) string {
	if time.Time(o).IsZero() {
		return ""
	}
	return time.Time(o).Format(style.layout())
}

func (w When) csv(style CSV) string {
	if time.Time(w).IsZero() {
		return ""
	}
	return time.Time(w).Format(style.layout() + " 15:04:05")
}

func (Blank) csv(CSV) string { return "" }

// plainAmount writes minor units with a decimal mark and nothing else.
func plainAmount(m returns.Money, mark string) string {
	decimals, known := currency.GetDigits(m.Currency)
	if !known {
		decimals = 0
	}
	digits, minus := strconv.FormatInt(m.Minor, 10), ""
	if digits[0] == '-' {
		digits, minus = digits[1:], "-"
	}
	if missing := int(decimals) + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	if decimals == 0 {
		return minus + digits
	}
	point := len(digits) - int(decimals)
	return minus + digits[:point] + mark + digits[point:]
}

// harmless puts an apostrophe before a text that a spreadsheet would run as a
// formula: those that begin with = + - @, a tab, or the end of a line (OWASP, "CSV
// Injection"), their full-width forms, and what only seems to begin otherwise
// because the first character cannot be seen.
func harmless(s string) string {
	seen := strings.TrimLeftFunc(s, unseen)
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") || strings.HasPrefix(s, "\n") ||
		seen != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(seen)[0]) {
		return "'" + s
	}
	return s
}
