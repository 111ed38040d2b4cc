package policy_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"revient/app/policy"
)

var places = []policy.Place{
	{Zone: "Europe/Paris", Calendar: "FR"}, {Zone: "Europe/Paris", Calendar: "FR-A"},
	{Zone: "Indian/Reunion", Calendar: "FR-RE"}, {Zone: "America/Cayenne", Calendar: "FR-GF"},
	{Zone: "Atlantic/Azores", Calendar: "PT"}, {Zone: "Europe/Athens", Calendar: "GR"},
	{Zone: "Europe/London", Calendar: "GB"}, {Zone: "Europe/Helsinki", Calendar: "FI"},
	{Zone: "Europe/Paris", Calendar: "TARGET"},
}

var (
	anyRule  = rapid.SampledFrom(policy.Rules())
	anyPlace = rapid.SampledFrom(places)
	anyTime  = rapid.Custom(func(t *rapid.T) time.Time {
		return time.Unix(rapid.Int64Range(1704067200, 2019686400).Draw(t, "unix"), 0).UTC() // 2024 to 2033
	})
	anyMoment = rapid.Custom(func(t *rapid.T) policy.Moment {
		at := anyTime.Draw(t, "at")
		if rapid.Bool().Draw(t, "day only") {
			return policy.On(policy.DayOf(at, time.UTC))
		}
		return policy.At(at)
	})
)

func compute(t *rapid.T, rule policy.Rule, in policy.Inputs) policy.Deadline {
	d, err := policy.Default().Deadline(rule, in)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestALaterEventNeverHasAnEarlierDeadline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule, place := anyRule.Draw(t, "rule"), anyPlace.Draw(t, "place")
		purchased, first := anyMoment.Draw(t, "purchased"), anyTime.Draw(t, "first")
		second := first.Add(time.Duration(rapid.Int64Range(0, int64(400*24*time.Hour)).Draw(t, "later")))
		a := compute(t, rule, policy.Inputs{Event: policy.At(first), Purchased: purchased, Place: place})
		b := compute(t, rule, policy.Inputs{Event: policy.At(second), Purchased: purchased, Place: place})
		if b.At.Before(a.At) {
			t.Fatalf("%s in %v: %s ends %s, but %s ends %s", rule, place, first, a.At, second, b.At)
		}
	})
}

func TestTheZoneInWhichAnInstantIsWrittenChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule, place, at := anyRule.Draw(t, "rule"), anyPlace.Draw(t, "place"), anyTime.Draw(t, "at")
		elsewhere := at.In(time.FixedZone("", rapid.IntRange(-12*3600, 14*3600).Draw(t, "offset")))
		a := compute(t, rule, policy.Inputs{Event: policy.At(at), Purchased: policy.At(at), Place: place})
		b := compute(t, rule, policy.Inputs{Event: policy.At(elsewhere), Purchased: policy.At(elsewhere), Place: place})
		if !a.At.Equal(b.At) {
			t.Fatalf("%s: %s or %s", rule, a.At, b.At)
		}
	})
}

func TestAnExtendedPeriodEndsWithAWorkingDay(t *testing.T) {
	worked := rapid.SampledFrom([]policy.Rule{policy.Withdraw30D, policy.Withdraw14D, policy.WithdrawCampaign,
		policy.Refund5DExt, policy.Refund5DPlan, policy.Refund5WD, policy.Defect3BD, policy.Label1WD})
	rapid.Check(t, func(t *rapid.T) {
		rule, place := worked.Draw(t, "rule"), anyPlace.Draw(t, "place")
		d := compute(t, rule, policy.Inputs{Event: anyMoment.Draw(t, "event"), Purchased: anyMoment.Draw(t, "purchased"), Place: place})
		calendar, err := policy.CalendarOf(place.Calendar)
		if err != nil {
			t.Fatal(err)
		}
		if !calendar.Working(d.Last()) {
			t.Fatalf("%s ends on %s %s", rule, d.Last().Weekday(), d.Last())
		}
	})
}

func TestAPeriodOfDaysEndsAtTheFirstInstantOfADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := anyPlace.Draw(t, "place")
		zone, err := time.LoadLocation(place.Zone)
		if err != nil {
			t.Fatal(err)
		}
		d := compute(t, policy.Refund5DLimit, policy.Inputs{Event: anyMoment.Draw(t, "event"), Place: place})
		if policy.DayOf(d.At, zone) != d.Last().AddDays(1) {
			t.Fatalf("%s is not the start of the day after %s", d.At.In(zone), d.Last())
		}
	})
}

// TestADayKnownOnlyAsADayNeverEndsSooner: not knowing the hour must not cost
// anybody time.
func TestADayKnownOnlyAsADayNeverEndsSooner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule, place, at := anyRule.Draw(t, "rule"), anyPlace.Draw(t, "place"), anyTime.Draw(t, "at")
		zone, err := time.LoadLocation(place.Zone)
		if err != nil {
			t.Fatal(err)
		}
		exact := compute(t, rule, policy.Inputs{Event: policy.At(at), Place: place})
		coarse := compute(t, rule, policy.Inputs{Event: policy.On(policy.DayOf(at, zone)), Place: place})
		if coarse.At.Before(exact.At.Add(-time.Hour)) || rule != policy.Defect72H && coarse.At.Before(exact.At) {
			t.Fatalf("%s: %s as a day, %s as an instant", rule, coarse.At, exact.At)
		}
	})
}
