package policy

import (
	"fmt"
	"time"

	"revient/app/fault"
)

// Inputs are what a deadline is computed from, and all that it depends on besides
// the policy.
type Inputs struct {
	Event     Moment `json:"event"`
	Purchased Moment `json:"purchased,omitzero"` // Read by WITHDRAW_CAMPAIGN only.
	Place     Place  `json:"place"`
}

// Deadline is the end of a period, and why it is there.
type Deadline struct {
	Rule   Rule      `json:"rule"`
	Policy string    `json:"policy"` // Version of the policy.
	At     time.Time `json:"at"`     // UTC; the first instant that is too late.
	Inputs Inputs    `json:"inputs"`
}

// InTime reports whether something done at t was done in time.
func (d Deadline) InTime(t time.Time) bool { return t.Before(d.At) }

// Last is the last civil day in time, at the deadline's place: what "before
// Mon 23, midnight" names.
func (d Deadline) Last() Day {
	zone, err := d.Inputs.Place.location()
	if err != nil { // Policy.Deadline returns none whose zone does not load.
		zone = time.UTC
	}
	return DayOf(d.At.Add(-time.Nanosecond), zone)
}

// Deadline computes the end of a rule's period. An unknown event has none.
func (p Policy) Deadline(rule Rule, in Inputs) (Deadline, error) {
	period, known := periods[rule]
	if !known {
		return Deadline{}, unknownRule(string(rule))
	}
	zone, err := in.Place.location()
	if err != nil {
		return Deadline{}, fmt.Errorf("load zone of %s: %w", rule, err)
	}
	calendar, err := CalendarOf(in.Place.Calendar)
	if err != nil {
		return Deadline{}, fmt.Errorf("find calendar of %s: %w", rule, err)
	}
	if !in.Event.Known() {
		return Deadline{}, fault.New(fault.Invalid, "errors_policy.event", fault.Args{"rule": string(rule)})
	}
	var until Day
	if campaign, open := p.campaignOf(in.Purchased, zone); open && period.campaign {
		until = campaign.Until
	}
	at := period.end(in.Event, until, zone, calendar)
	return Deadline{Rule: rule, Policy: p.Version, At: at, Inputs: in}, nil
}

// end is the first instant that is too late. A campaign's last day, where there
// is one, can only be later than the period's own.
func (p period) end(event Moment, campaign Day, zone *time.Location, calendar Calendar) time.Time {
	length := time.Duration(p.n) * time.Hour
	switch p.unit {
	case hours:
		return hoursStart(event, zone).Add(length)
	case fullHours:
		start := hoursStart(event, zone)
		if event.Precision() == ToTheInstant {
			start = nextFullHour(start.In(zone))
		}
		return start.Add(length).UTC()
	case workingHours:
		return runWorking(hoursStart(event, zone), length, zone, calendar)
	default:
		last := p.ended(p.last(event.DayIn(zone), calendar), calendar)
		if !campaign.IsZero() {
			if later := p.ended(campaign, calendar); last.Before(later) {
				last = later
			}
		}
		return last.AddDays(1).Start(zone)
	}
}

// last counts the period's days from day 0, which is not counted (Reg. 1182/71
// art. 3(1), CPC art. 641).
func (p period) last(day0 Day, calendar Calendar) Day {
	switch p.unit {
	case months:
		return day0.AddMonths(p.n)
	case workingDays:
		return count(day0, p.n, calendar.Working)
	case notHolidays:
		return count(day0, p.n, func(d Day) bool { return !calendar.Holiday(d) })
	default:
		return day0.AddDays(p.n)
	}
}

func (p period) ended(last Day, calendar Calendar) Day {
	switch p.ending {
	case extended:
		return calendar.onOrAfter(last)
	case advanced:
		return calendar.onOrBefore(last)
	default:
		return last
	}
}

// hoursStart is where a period of hours begins: at the event, or at the midnight
// after its day when only the day is known, so that nobody loses hours to what
// we do not know.
func hoursStart(event Moment, zone *time.Location) time.Time {
	if event.Precision() == ToTheDay {
		return event.Day.AddDays(1).Start(zone)
	}
	return event.At.UTC()
}

// nextFullHour drops the hour in which the event falls: an event on the hour lies
// within the hour that it opens, so 12:00 starts at 13:00.
func nextFullHour(local time.Time) time.Time {
	into := time.Duration(local.Minute())*time.Minute + time.Duration(local.Second())*time.Second +
		time.Duration(local.Nanosecond())
	return local.Add(time.Hour - into)
}

// runWorking runs a clock that stands still on days that are not worked. It stops
// the moment the time is used up: at a midnight, that is the end of the day
// worked and not the start of the next one.
func runWorking(start time.Time, length time.Duration, zone *time.Location, calendar Calendar) time.Time {
	at, day := start, DayOf(start, zone)
	for {
		end := day.AddDays(1).Start(zone)
		if calendar.Working(day) {
			left := end.Sub(at)
			if length <= left {
				return at.Add(length).UTC()
			}
			length -= left
		}
		at, day = end, day.AddDays(1)
	}
}
