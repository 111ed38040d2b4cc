package policy_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"revient/app/policy"
)

// FuzzDecisions reads any record, and proposes whatever it says.
func FuzzDecisions(f *testing.F) {
	files, err := filepath.Glob("testdata/decisions*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte(`[{"id":"x","claim":"warranty","delivered":"9999-12-31","declared":"0001-01-01","repairs":["9999-12-31T23:59:59Z"],"findings":{"identity":""},"want":{"eligible":"eligible","outcome":"hold"}}]`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		recorded, err := parseDecisions(raw)
		if err != nil {
			return
		}
		for _, d := range recorded {
			got, err := d.propose()
			if err == nil && (got.Outcome == "" || len(got.Reasons) == 0) {
				t.Errorf("%+v has an empty proposal", d)
			}
		}
	})
}

func FuzzDay(f *testing.F) {
	for _, seed := range []string{"2026-11-02", "2028-02-29", "2026-02-29", "0000-01-01", "9999-12-31", "２０２６-11-02", " 2026-11-02"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		day, err := policy.ParseDay(written)
		if err != nil {
			return
		}
		again, err := day.MarshalText()
		if err != nil || string(again) != written && !day.IsZero() {
			t.Errorf("%q is written %q, %v", written, again, err)
		}
		if day.AddDays(1).AddDays(-1) != day || !day.Before(day.AddDays(1)) || day.AddMonths(1).Before(day) {
			t.Errorf("%q does not count", written)
		}
	})
}

func FuzzPlaceOf(f *testing.F) {
	for _, seed := range [][2]string{{"FR", "75011"}, {"fr", "57 100"}, {"EL", ""}, {"PT", "é"}, {"FR", "９７４００"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, country, postalCode string) {
		place, err := policy.PlaceOf(country, postalCode)
		if err != nil {
			return
		}
		if _, err := policy.CalendarOf(place.Calendar); err != nil {
			t.Errorf("%q %q: %v", country, postalCode, err)
		}
		if _, err := time.LoadLocation(place.Zone); err != nil {
			t.Errorf("%q %q: %v", country, postalCode, err)
		}
	})
}

func FuzzParseRule(f *testing.F) {
	for _, rule := range policy.Rules() {
		f.Add(string(rule))
	}
	f.Add("withdraw_30d")
	f.Fuzz(func(t *testing.T, code string) {
		rule, err := policy.ParseRule(code)
		if err == nil && (string(rule) != code || strings.TrimSpace(code) == "") {
			t.Errorf("%q read as %s", code, rule)
		}
	})
}
