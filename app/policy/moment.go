package policy

import (
	"time"

	"revient/app/fault"
)

// Precision says how well a moment is known.
type Precision string

// The precisions.
const (
	Unknown      Precision = "unknown" // To be checked; nothing may be called late because of it.
	ToTheDay     Precision = "day"     // A carrier or a customer named a day.
	ToTheInstant Precision = "instant" // A clock was read.
)

// Moment is when something happened, as well as it is known. The zero Moment is
// unknown.
type Moment struct {
	At  time.Time `json:"at,omitzero"`  // Set when the instant is known.
	Day Day       `json:"day,omitzero"` // Set when only the civil day is, at the place of the event.
	// Source says who knows it: carrier, marketplace, customer, operator. Nothing is
	// computed from it; a deadline that is explained to a person names it.
	Source string `json:"source,omitempty"`
}

// From returns the moment as known by a source.
func (m Moment) From(source string) Moment {
	m.Source = source
	return m
}

// At is a moment known to the instant; the zero time is unknown.
func At(t time.Time) Moment { return Moment{At: t} }

// On is a moment of which only the day is known.
func On(day Day) Moment { return Moment{Day: day} }

// ParseMoment reads an RFC 3339 instant, or a day written "2026-11-02". An empty
// string is an unknown moment.
func ParseMoment(written string) (Moment, error) {
	if written == "" {
		return Moment{}, nil
	}
	if t, err := time.Parse(time.RFC3339Nano, written); err == nil {
		return At(t.UTC()), nil
	}
	day, err := ParseDay(written)
	if err != nil {
		return Moment{}, fault.Wrap(err, fault.Invalid, "errors_policy.moment", fault.Args{"moment": written})
	}
	return On(day), nil
}

// Precision says how well the moment is known.
func (m Moment) Precision() Precision {
	switch {
	case !m.At.IsZero():
		return ToTheInstant
	case !m.Day.IsZero():
		return ToTheDay
	default:
		return Unknown
	}
}

// Known reports whether at least the day is known.
func (m Moment) Known() bool { return m.Precision() != Unknown }

// DayIn is the civil day of the moment in a zone: day 0 of every period.
func (m Moment) DayIn(zone *time.Location) Day {
	if m.Precision() == ToTheInstant {
		return DayOf(m.At, zone)
	}
	return m.Day
}

// instantIn is where the moment stands on a line: its instant, or the first one
// of its day.
func (m Moment) instantIn(zone *time.Location) time.Time {
	switch m.Precision() {
	case ToTheInstant:
		return m.At.UTC()
	case ToTheDay:
		return m.Day.Start(zone)
	default:
		return time.Time{}
	}
}
