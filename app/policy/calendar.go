package policy

import (
	"time"

	"revient/app/fault"
)

// Code names a calendar of public holidays.
type Code string

// Calendar answers which days a country works. It knows the days of a whole
// country only, from 2024 on; those of a region or of one year by decree are
// not in it.
type Calendar struct {
	Code     Code
	holidays []holiday
}

// CalendarOf returns the calendar of a code.
func CalendarOf(code Code) (Calendar, error) {
	holidays, known := calendars[code]
	if !known {
		return Calendar{}, fault.New(fault.Invalid, "errors_policy.calendar", fault.Args{"code": string(code)})
	}
	return Calendar{Code: code, holidays: holidays}, nil
}

// Holiday reports whether the day is a public holiday, on whatever day of the
// week.
func (c Calendar) Holiday(d Day) bool {
	for _, falls := range c.holidays {
		if on, held := falls(d.Year); held && on == d {
			return true
		}
	}
	return false
}

// Working reports whether the day is a jour ouvré: Monday to Friday and no public
// holiday. Saturday is out because C. conso. L221-19 excludes it too.
func (c Calendar) Working(d Day) bool {
	weekday := d.Weekday()
	return weekday != time.Saturday && weekday != time.Sunday && !c.Holiday(d)
}

// onOrAfter is the first working day that is not before d.
func (c Calendar) onOrAfter(d Day) Day {
	for !c.Working(d) {
		d = d.AddDays(1)
	}
	return d
}

// onOrBefore is the last working day that is not after d.
func (c Calendar) onOrBefore(d Day) Day {
	for !c.Working(d) {
		d = d.AddDays(-1)
	}
	return d
}

// count goes to the nth day after d that counts.
func count(d Day, n int, counts func(Day) bool) Day {
	for n > 0 {
		if d = d.AddDays(1); counts(d) {
			n--
		}
	}
	return d
}

// A holiday says on which day of a year it falls, and whether it is held in it.
type holiday func(year int) (Day, bool)

func on(date int, month time.Month) holiday {
	return func(year int) (Day, bool) { return Day{year, month, date}, true }
}

// easterPlus falls a number of days after Easter Sunday.
func easterPlus(days int) holiday {
	return func(year int) (Day, bool) { return easter(year).AddDays(days), true }
}

func orthodoxPlus(days int) holiday {
	return func(year int) (Day, bool) { return orthodoxEaster(year).AddDays(days), true }
}

// from falls on the first such weekday that is not before a date.
func from(weekday time.Weekday, date int, month time.Month) holiday {
	return func(year int) (Day, bool) {
		start := Day{year, month, date}
		return start.AddDays((int(weekday-start.Weekday()) + 7) % 7), true
	}
}

// lastMonday falls on the last Monday of a month.
func lastMonday(month time.Month) holiday {
	return func(year int) (Day, bool) {
		end := Day{year, month + 1, 1}.AddDays(-1)
		return end.AddDays(-((int(end.Weekday()-time.Monday) + 7) % 7)), true
	}
}

// substitute is the weekday given for a holiday that falls on a weekend: so many
// days after the Saturday, or after the Sunday.
func substitute(falls holiday, afterSaturday, afterSunday int) holiday {
	return func(year int) (Day, bool) {
		day, held := falls(year)
		switch day.Weekday() {
		case time.Saturday:
			return day.AddDays(afterSaturday), held
		case time.Sunday:
			return day.AddDays(afterSunday), held
		default:
			return day, false
		}
	}
}

// onlyIn limits a holiday to the years that hold it.
func onlyIn(falls holiday, holds func(year int) bool) holiday {
	return func(year int) (Day, bool) {
		day, held := falls(year)
		return day, held && holds(year)
	}
}
