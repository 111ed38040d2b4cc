package policy

import (
	"fmt"
	"slices"
	"time"

	"revient/app/fault"
)

// Possession is day 0 of an order that came in several deliveries: the last of
// them (dir. 2011/83 art. 9(2)(b)). While one is unknown it is unknown, because
// the missing one may be the last.
func Possession(deliveries []Moment, place Place) (Moment, error) {
	zone, err := place.location()
	if err != nil {
		return Moment{}, err
	}
	if len(deliveries) == 0 || slices.ContainsFunc(deliveries, func(m Moment) bool { return !m.Known() }) {
		return Moment{}, nil
	}
	return slices.MaxFunc(deliveries, func(a, b Moment) int { return a.endIn(zone).Compare(b.endIn(zone)) }), nil
}

// endIn is the last instant at which the moment may have been.
func (m Moment) endIn(zone *time.Location) time.Time {
	if m.Precision() == ToTheDay {
		return m.Day.AddDays(1).Start(zone).Add(-time.Nanosecond)
	}
	return m.instantIn(zone)
}

// Doubts lists what cannot be right among the dates of a case, in amber: a date
// that lies ahead of the clock, or two in the wrong order. They are warnings; the
// rules count on from the dates as they stand until somebody corrects them. A
// date known to the day is doubted only where its whole day is impossible.
func Doubts(t Timeline, now time.Time) ([]Reason, error) {
	type dated struct {
		name       string
		start, end time.Time
		day        Day
	}
	known := map[string]dated{}
	var doubts []Reason
	for _, fact := range []struct {
		name   string
		moment Moment
		place  Place
	}{
		{"purchased", t.Purchased, t.Customer},
		{"delivered", t.Delivered, t.Customer},
		{"declared", t.Declared, t.Customer},
		{"answered", t.Answered, t.Workshop},
		{"received", t.Received, t.Workshop},
		{"settled", t.Settled, t.Workshop},
	} {
		if !fact.moment.Known() {
			continue
		}
		zone, err := fact.place.location()
		if err != nil {
			return nil, fmt.Errorf("place %s: %w", fact.name, err)
		}
		d := dated{fact.name, fact.moment.instantIn(zone), fact.moment.endIn(zone), fact.moment.DayIn(zone)}
		known[fact.name] = d
		if d.start.After(now) {
			doubts = append(doubts, line(Warn, "doubt.ahead."+fact.name, "clock", fault.Args{"day": d.day}))
		}
	}
	for _, order := range [][2]string{{"purchased", "delivered"}, {"purchased", "declared"}, {"delivered", "received"},
		{"received", "settled"}} {
		first, has := known[order[0]]
		second, also := known[order[1]]
		if has && also && second.end.Before(first.start) {
			doubts = append(doubts, line(Warn, "doubt.order."+order[0]+"_"+order[1], "clock",
				fault.Args{"first": first.day, "second": second.day}))
		}
	}
	return doubts, nil
}
