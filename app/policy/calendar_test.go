package policy_test

import (
	"slices"
	"strings"
	"testing"

	"revient/app/fault"
	"revient/app/policy"
)

// TestTheHolidaysOfEachCalendarAreThoseOfItsLaw lists a whole year of each, 2027,
// whose Easter is 28 March and whose Orthodox Easter is 2 May; and what other
// years change.
func TestTheHolidaysOfEachCalendarAreThoseOfItsLaw(t *testing.T) {
	const france = "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25"
	for code, want := range map[policy.Code]string{
		"FR":     france,
		"FR-A":   france + " 03-26 12-26",
		"FR-GP":  france + " 05-27",
		"FR-MQ":  france + " 05-22",
		"FR-GF":  france + " 06-10",
		"FR-RE":  france + " 12-20",
		"FR-YT":  france + " 04-27",
		"BE":     "01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25",
		"DE":     "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26",
		"AT":     "01-01 01-06 03-29 05-01 05-06 05-17 05-27 08-15 10-26 11-01 12-08 12-25 12-26",
		"IT":     "01-01 01-06 03-28 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26",
		"ES":     "01-01 01-06 03-26 05-01 08-15 10-12 11-01 12-06 12-08 12-25",
		"PT":     "01-01 03-26 03-28 04-25 05-01 05-27 06-10 08-15 10-05 11-01 12-01 12-08 12-25",
		"NL":     "01-01 03-26 03-28 03-29 04-27 05-05 05-06 05-16 05-17 12-25 12-26",
		"IE":     "01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25 12-25 12-26",
		"GB":     "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28",
		"GR":     "01-01 01-06 03-15 03-25 04-30 05-01 05-02 05-03 06-21 08-15 10-28 12-25 12-26",
		"SK":     "01-01 01-06 03-26 03-29 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26",
		"SE":     "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-25 06-26 11-06 12-24 12-25 12-26 12-31",
		"FI":     "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-25 06-26 11-06 12-06 12-24 12-25 12-26",
		"TARGET": "01-01 03-26 03-29 05-01 12-25 12-26",
	} {
		wanted := strings.Fields(want)
		slices.Sort(wanted)
		if got := holidays(t, code, 2027); !slices.Equal(got, wanted) {
			t.Errorf("%s 2027:\n got %v\nwant %v", code, got, wanted)
		}
	}
	if len(policy.Calendars()) != 21 {
		t.Errorf("calendars: %v", policy.Calendars())
	}
}

func holidays(t *testing.T, code policy.Code, year int) []string {
	t.Helper()
	calendar, err := policy.CalendarOf(code)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for day := (policy.Day{Year: year, Month: 1, Date: 1}); day.Year == year; day = day.AddDays(1) {
		if calendar.Holiday(day) {
			found = append(found, day.String()[5:])
		}
	}
	return found
}

func TestHolidaysThatMoveOrStop(t *testing.T) {
	for _, c := range []struct {
		name string
		code policy.Code
		day  string
		held bool
	}{
		{"Easter Monday 2024", "FR", "2024-04-01", true},
		{"Easter Monday 2038, the latest", "FR", "2038-04-26", true},
		{"Easter Monday 2285, the earliest", "FR", "2285-03-23", true},
		{"Ascension 2031", "FR", "2031-05-22", true},
		{"Orthodox Easter Monday 2026", "GR", "2026-04-13", true},
		{"Clean Monday 2026", "GR", "2026-02-23", true},
		{"both Easters together in 2028", "GR", "2028-04-17", true},
		{"King's Day moves back from Sunday in 2025", "NL", "2025-04-26", true},
		{"and is not on the Sunday", "NL", "2025-04-27", false},
		{"Saint Brigid on Friday 1 February 2030", "IE", "2030-02-01", true},
		{"and then not on the Monday", "IE", "2030-02-04", false},
		{"Saint Brigid on the first Monday in 2026", "IE", "2026-02-02", true},
		{"British New Year on Saturday is given on Monday", "GB", "2028-01-03", true},
		{"British Boxing Day on Saturday is given on Monday", "GB", "2026-12-28", true},
		{"and nothing more", "GB", "2026-12-29", false},
		{"British Christmas on Sunday is given on Tuesday", "GB", "2033-12-27", true},
		{"Saint Francis since 2026", "IT", "2026-10-04", true},
		{"but not in 2025", "IT", "2025-10-04", false},
		{"8 May is worked in Slovakia in 2026", "SK", "2026-05-08", false},
		{"17 November is worked in Slovakia since 2025", "SK", "2025-11-17", false},
		{"and was not in 2024", "SK", "2024-11-17", true},
		{"Midsummer Eve 2026", "SE", "2026-06-19", true},
		{"All Saints in Finland on 31 October 2026", "FI", "2026-10-31", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			calendar, err := policy.CalendarOf(c.code)
			if err != nil {
				t.Fatal(err)
			}
			day, err := policy.ParseDay(c.day)
			if err != nil {
				t.Fatal(err)
			}
			if got := calendar.Holiday(day); got != c.held {
				t.Errorf("%s holds %s: %v", c.code, day, got)
			}
		})
	}
}

func TestAnAddressGivesItsZoneAndCalendar(t *testing.T) {
	for _, c := range []struct{ country, postal, zone, calendar string }{
		{"FR", "75011", "Europe/Paris", "FR"},
		{"fr", "67000", "Europe/Paris", "FR-A"},
		{"FR", "57 100", "Europe/Paris", "FR-A"},
		{"FR", "68200", "Europe/Paris", "FR-A"},
		{"FR", "97110", "America/Guadeloupe", "FR-GP"},
		{"FR", "97200", "America/Martinique", "FR-MQ"},
		{"FR", "97300", "America/Cayenne", "FR-GF"},
		{"FR", "97400", "Indian/Reunion", "FR-RE"},
		{"FR", "97600", "Indian/Mayotte", "FR-YT"},
		{"RE", "97400", "Indian/Reunion", "FR-RE"},
		{"FR", "", "Europe/Paris", "FR"},
		{"DE", "67059", "Europe/Berlin", "DE"},
		{"ES", "35001", "Atlantic/Canary", "ES"},
		{"PT", "9500-150", "Atlantic/Azores", "PT"},
		{"PT", "9000-017", "Atlantic/Madeira", "PT"},
		{"EL", "10431", "Europe/Athens", "GR"},
		{" BE ", "1000", "Europe/Brussels", "BE"},
	} {
		got, err := policy.PlaceOf(c.country, c.postal)
		if err != nil {
			t.Fatal(err)
		}
		if got != (policy.Place{Zone: c.zone, Calendar: policy.Code(c.calendar)}) {
			t.Errorf("%s %s: got %+v", c.country, c.postal, got)
		}
	}
	if _, err := policy.PlaceOf("US", "10001"); !fault.Is(err, fault.Invalid) {
		t.Errorf("a country without a calendar: %v", err)
	}
}
