package returns

import "time"

// Precision says how exactly an instant is known.
type Precision string

// The precisions.
const (
	ToTheInstant Precision = "instant"
	ToTheDay     Precision = "day" // Only the civil day in Zone counts; At is its midnight.
)

// Source says who knew a moment. Deadlines are explained by it.
type Source string

// The sources of a moment.
const (
	FromOperator    Source = "operator"
	FromMarketplace Source = "marketplace"
	FromCarrier     Source = "carrier"
	FromCustomer    Source = "customer"
	FromClock       Source = "clock" // The station's own clock when it happened here.
)

// Moment is a point in time with what is needed to count from it: the zone of
// the place, how exactly it is known, and who says so.
type Moment struct {
	At        time.Time `json:"at"`   // UTC.
	Zone      string    `json:"zone"` // IANA name.
	Precision Precision `json:"precision"`
	Source    Source    `json:"source"`
}

// Known reports whether the moment is known at all.
func (m Moment) Known() bool { return !m.At.IsZero() }

// before reports whether a moment lies before another for certain: where one of the
// two is known to the day only, before the other's day.
func (m Moment) before(other Moment) bool {
	if !m.Known() || !other.Known() {
		return false
	}
	if m.Precision == ToTheDay || other.Precision == ToTheDay {
		return m.At.Add(day).Before(other.At)
	}
	return m.At.Before(other.At)
}

// day is longer than the distance between two instants of one civil day, whatever
// their zones.
const day = 24 * time.Hour

// At returns the moment of an instant in a zone.
func At(at time.Time, zone string, source Source) Moment {
	return Moment{At: at.UTC(), Zone: zone, Precision: ToTheInstant, Source: source}
}
