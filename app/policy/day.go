package policy

import (
	"time"

	"revient/app/fault"
)

// Day is a civil day, without a zone. The zero Day is no day at all.
type Day struct {
	Year  int
	Month time.Month
	Date  int
}

// DayOf returns the civil day of an instant in a zone.
func DayOf(t time.Time, zone *time.Location) Day {
	year, month, date := t.In(zone).Date()
	return Day{year, month, date}
}

// ParseDay reads a civil day written "2026-11-02".
func ParseDay(written string) (Day, error) {
	t, err := time.Parse(time.DateOnly, written)
	if err != nil {
		return Day{}, fault.Wrap(err, fault.Invalid, "errors_policy.day", fault.Args{"day": written})
	}
	return DayOf(t, time.UTC), nil
}

// IsZero reports whether no day was given.
func (d Day) IsZero() bool { return d == Day{} }

// Time is the day at midnight UTC: a value to format, never an instant to
// compare a clock with.
func (d Day) Time() time.Time { return time.Date(d.Year, d.Month, d.Date, 0, 0, 0, 0, time.UTC) }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Before reports whether d comes before other.
func (d Day) Before(other Day) bool { return d.Time().Before(other.Time()) }

// AddDays counts n civil days on, or back when n is negative.
func (d Day) AddDays(n int) Day { return DayOf(d.Time().AddDate(0, 0, n), time.UTC) }

// AddMonths goes to the same day-number n months on, or to the last day of that
// month where it is shorter (Reg. 1182/71 art. 3(2)(c); CPC art. 641).
// time.AddDate would run over into the next month instead.
func (d Day) AddMonths(n int) Day {
	first := DayOf(time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC), time.UTC)
	last := DayOf(time.Date(first.Year, first.Month+1, 0, 0, 0, 0, 0, time.UTC), time.UTC)
	return Day{first.Year, first.Month, min(d.Date, last.Date)}
}

// Start is the first instant of the day in a zone, in UTC. That is midnight,
// except where a clock change skips midnight or repeats it, as the Azores do.
func (d Day) Start(zone *time.Location) time.Time {
	midnight := time.Date(d.Year, d.Month, d.Date, 0, 0, 0, 0, zone)
	begin, end := midnight.ZoneBounds()
	switch got := DayOf(midnight, zone); {
	case got.Before(d): // Midnight was skipped, and Go answers from before the change.
		return end.UTC()
	case d.Before(got): // The whole day was skipped, as Samoa did in 2011.
		return begin.UTC()
	case !begin.IsZero():
		_, after := midnight.Zone()
		_, before := begin.Add(-time.Nanosecond).Zone()
		earlier := midnight.Add(time.Duration(after-before) * time.Second)
		if earlier.Before(begin) && DayOf(earlier, zone) == d { // Midnight struck twice.
			return earlier.UTC()
		}
	}
	return midnight.UTC()
}

func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// MarshalText writes "2026-11-02", and nothing for no day.
func (d Day) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (d *Day) UnmarshalText(written []byte) error {
	if len(written) == 0 {
		*d = Day{}
		return nil
	}
	parsed, err := ParseDay(string(written))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
