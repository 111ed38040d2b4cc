package policy_test

import (
	"encoding/json"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/policy"
)

func TestADayStartsAtItsFirstInstantWhateverTheClocksDo(t *testing.T) {
	for _, c := range []struct{ name, zone, day, want string }{
		{"a plain day", "Europe/Paris", "2026-11-02", "2026-11-02T00:00:00+01:00"},
		{"the day the clocks go forward", "Europe/Paris", "2026-03-29", "2026-03-29T00:00:00+01:00"},
		{"the day after", "Europe/Paris", "2026-03-30", "2026-03-30T00:00:00+02:00"},
		{"the Azores skip midnight in spring", "Atlantic/Azores", "2026-03-29", "2026-03-29T01:00:00+00:00"},
		{"and strike it twice in autumn", "Atlantic/Azores", "2026-10-25", "2026-10-25T00:00:00+00:00"},
		{"Greenland leaves winter the evening before", "America/Nuuk", "2026-03-29", "2026-03-29T00:00:00-01:00"},
		{"a zone without changes", "Indian/Reunion", "2026-03-29", "2026-03-29T00:00:00+04:00"},
		{"UTC", "UTC", "2026-03-29", "2026-03-29T00:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			zone, err := time.LoadLocation(c.zone)
			if err != nil {
				t.Fatal(err)
			}
			day, err := policy.ParseDay(c.day)
			if err != nil {
				t.Fatal(err)
			}
			got := day.Start(zone)
			if !got.Equal(instant(t, c.want)) {
				t.Errorf("got %s, want %s", got.In(zone), c.want)
			}
			if eve := policy.DayOf(got.Add(-time.Nanosecond), zone); eve != day.AddDays(-1) {
				t.Errorf("the instant before is of %s", eve)
			}
		})
	}
}

func TestMonthsAreClampedToTheirLastDay(t *testing.T) {
	for _, c := range []struct {
		day    string
		months int
		want   string
	}{
		{"2028-02-29", 12, "2029-02-28"},
		{"2028-02-29", 48, "2032-02-29"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2026-10-31", 1, "2026-11-30"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-03-31", -1, "2026-02-28"},
	} {
		day, err := policy.ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months: got %s, want %s", c.day, c.months, got, c.want)
		}
	}
}

func TestMomentsSurviveJSONAtTheirPrecision(t *testing.T) {
	for _, written := range []string{"", "2026-11-02", "2026-11-02T10:15:00Z"} {
		in := struct {
			Event policy.Moment `json:"event"`
		}{when(t, written).From("carrier")}
		raw, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		out := in
		out.Event = policy.Moment{}
		if err := json.Unmarshal(raw, &out); err != nil {
			t.Fatal(err)
		}
		if out != in {
			t.Errorf("%s: got %+v, want %+v", raw, out, in)
		}
	}
	if _, err := policy.ParseMoment("2026-02-30"); !fault.Is(err, fault.Invalid) {
		t.Errorf("a day that does not exist: %v", err)
	}
	var day policy.Day
	if err := json.Unmarshal([]byte(`"soon"`), &day); err == nil {
		t.Error("a word was read as a day")
	}
}
