package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"revient/app/fault"
)

// written are the ways of writing a day, with or without a time of day, that have
// one meaning: the year first, or the day first as all of Europe does. A month
// first is never guessed.
var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)$`)
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(.*)$`)
	timeOfDay = regexp.MustCompile(`^(?:[T ]|,\s*|\s+(?:à|at)\s+)\s*(\d{1,2})[:hH](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?$`)
)

// Day reads a civil day and returns its midnight in UTC: 2026-11-23, 23/11/2026,
// 23.11.26, a date cell, or the number under one. A time of day is left out.
func Day(cell Cell) (time.Time, error) {
	at, err := civil(cell, time.UTC)
	if err != nil {
		return time.Time{}, err
	}
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC), nil
}

// Instant reads a day and a time of day as the clocks of a zone show it, or as
// the offset says that is written with it, and returns it in UTC. A day alone is
// its midnight.
func Instant(zone *time.Location) func(Cell) (time.Time, error) {
	return func(cell Cell) (time.Time, error) {
		at, err := civil(cell, zone)
		return at.UTC(), err
	}
}

func civil(cell Cell, zone *time.Location) (time.Time, error) {
	if err := readable(cell); err != nil {
		return time.Time{}, err
	}
	s := clean(cell.Text)
	if cell.Kind == Number { // A date whose cell lost its format, or was never given one.
		days, err := strconv.ParseFloat(s, 64)
		moment, ok := fromSerial(days)
		if err != nil || !ok {
			return time.Time{}, refuse("day.none", nil)
		}
		s = moment
	}
	var year, month, day, rest string
	if parts := yearFirst.FindStringSubmatch(s); parts != nil {
		year, month, day, rest = parts[1], parts[2], parts[3], parts[4]
	} else if parts := dayFirst.FindStringSubmatch(s); parts != nil {
		day, month, year, rest = parts[1], parts[2], parts[3], parts[4]
		if len(year) == 2 {
			year = "20" + year
		}
	} else {
		return time.Time{}, refuse("day.none", nil)
	}
	return moment(number(year), number(month), number(day), rest, zone)
}

// moment refuses a day that no calendar has (time.Date would turn 31 April into
// 1 May) and a year in which no parcel of ours was sent: a slip of the keys.
func moment(year, month, day int, rest string, zone *time.Location) (time.Time, error) {
	at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	switch {
	case month > 12 && day <= 12:
		return time.Time{}, refuse("day.month_first", nil)
	case at.Day() != day || int(at.Month()) != month:
		return time.Time{}, refuse("day.no_such", nil)
	case year < 2000 || year > 2099:
		return time.Time{}, refuse("day.year", fault.Args{"year": year})
	}
	if rest = strings.TrimRight(rest, " "); rest == "" {
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, zone), nil
	}
	parts := timeOfDay.FindStringSubmatch(rest)
	if parts == nil {
		return time.Time{}, refuse("day.none", nil)
	}
	hour, minute, second := number(parts[1]), number(parts[2]), number(parts[3])
	if hour > 23 || minute > 59 || second > 59 {
		return time.Time{}, refuse("day.time", nil)
	}
	if parts[4] != "" {
		zone = offset(parts[4])
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, 0, zone), nil
}

// offset reads "Z", "+0100" or "+01:00".
func offset(s string) *time.Location {
	if s == "Z" {
		return time.UTC
	}
	digits := strings.ReplaceAll(s[1:], ":", "")
	seconds := number(digits[:2])*3600 + number(digits[2:])*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone(s, seconds)
}

// number reads digits that a pattern has already found to be some; none is 0.
func number(digits string) int {
	n := 0
	for _, digit := range []byte(digits) {
		n = n*10 + int(digit-'0')
	}
	return n
}
