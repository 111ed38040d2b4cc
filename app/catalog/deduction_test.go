package catalog_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"revient/app/catalog"
)

func TestADefaultAmountIsFixedOrAShareOfWhatWasPaid(t *testing.T) {
	for _, c := range []struct {
		name                    string
		part, finding, category string
		paid, want              int64
		known                   bool
	}{
		{"a charger that did not come back", "charger", "ACC-01", catalog.Smartphone, 34900, 900, true},
		{"a laptop's charger is dearer", "charger", "ACC-01", catalog.Laptop, 38900, 3500, true},
		{"a cracked screen is a share", "screen", "DSP-05", catalog.Smartphone, 34900, 12215, true},
		{"a share stops at its cap", "screen", "DSP-05", catalog.Smartphone, 99900, 15000, true},
		{"a share is rounded down", "back_glass", "COS-02", catalog.Smartphone, 18999, 1139, true},
		{"never more than was paid", "charger", "ACC-01", catalog.Laptop, 2000, 2000, true},
		{"nothing of nothing", "screen", "DSP-05", catalog.Smartphone, 0, 0, true},
		{"nothing of a debt", "charger", "ACC-01", catalog.Smartphone, -100, 0, true},
		{"a watch is another thing", "strap", "ACC-01", "watch", 20000, 1500, true},
		{"a part that the device lacks", "hinge", "DMG-01", catalog.Smartphone, 34900, 0, false},
		{"a defect that the guarantee covers", "battery", "BAT-01", catalog.Smartphone, 34900, 0, false},
		{"a part that nobody knows", "soul", "DMG-01", catalog.Smartphone, 34900, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, known := catalog.DefaultAmount(c.part, c.finding, c.category, c.paid); got != c.want || known != c.known {
				t.Errorf("got %d, %v; want %d, %v", got, known, c.want, c.known)
			}
		})
	}
}

func TestADeductionIsNeverMoreThanWasPaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		category := rapid.SampledFrom(catalog.Categories()).Draw(t, "category")
		paid := rapid.Int64().Draw(t, "paid")
		more := rapid.Int64Range(0, math.MaxInt64-max(paid, 0)).Draw(t, "more")
		for _, d := range catalog.Deductions(category) {
			switch got := d.Of(paid); {
			case got < 0 || got > max(paid, 0):
				t.Fatalf("%s, %s: %d of %d", d.Part, d.Finding, got, paid)
			case d.Of(max(paid, 0)+more) < got:
				t.Fatalf("%s, %s: less of %d than of %d", d.Part, d.Finding, max(paid, 0)+more, paid)
			}
		}
	})
}

func TestTheDeductionsOfferedAreThoseOfWhatWasFound(t *testing.T) {
	for _, c := range []struct {
		name     string
		category string
		defects  []string
		missing  []string
		want     string
	}{
		{"worn", catalog.Smartphone, []string{"COS-02"}, nil, "screen back_glass frame cleaning"},
		{"worn earbuds", catalog.Audio, []string{"COS-02"}, nil, "frame cleaning ear_tips ear_pads"},
		{"cracked and without its charger", catalog.Smartphone, []string{"DSP-05", "ACC-01"}, []string{"charger"}, "screen charger"},
		{"something is missing", catalog.Tablet, []string{"ACC-01"}, nil, "charger cable box stylus keyboard_cover sim_pin"},
		{"known to be missing", catalog.Console, nil, []string{"controller", "hdmi_cable"}, "hdmi_cable controller"},
		{"a faulty camera is ours", catalog.Smartphone, []string{"CAM-01", "BAT-03"}, nil, ""},
		{"nothing", catalog.Laptop, nil, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var parts []string
			for _, d := range catalog.DeductionsFor(c.category, c.defects, c.missing...) {
				parts = append(parts, d.Part)
			}
			if got := strings.Join(parts, " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
