package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"revient/app/catalog"
	"revient/app/fault"
	"revient/app/text"
)

func profile(t *testing.T, r catalog.Request) catalog.Profile {
	t.Helper()
	if r.Kind == "" {
		r.Kind = catalog.KindDefect
	}
	if r.Category == "" {
		r.Category = catalog.Smartphone
	}
	p, err := catalog.ProfileFor(r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func codes(p catalog.Profile, which func(catalog.Check) bool) string {
	var list []string
	for _, c := range p.Checks {
		if which(c) {
			list = append(list, c.Code)
		}
	}
	return strings.Join(list, " ")
}

func every(catalog.Check) bool       { return true }
func mandatory(c catalog.Check) bool { return c.Mandatory }
func inTests(c catalog.Check) bool   { return c.Step == catalog.StepTests }

func TestADeclaredDefectIsAskedFirstAndItsNeighboursAfterIt(t *testing.T) {
	for _, c := range []struct {
		name   string
		issues []string
		want   string
	}{
		{"not charging", []string{"BATTERY_NOT_CHARGING"}, "COM-20 SMP-02 SMP-26 SMP-04 SMP-03 SMP-01"},
		{"the screen", []string{"SCREEN_BROKEN_PIXELS"}, "COM-20 SMP-06 SMP-08 SMP-07 SMP-16 SMP-17 SMP-29"},
		{"two issues", []string{"Camera failures", "Power on / boot failure"},
			"COM-20 SMP-15 SMP-14 SMP-01 SMP-28 SMP-13 SMP-29 SMP-02 SMP-04 SMP-06 SMP-30"},
		{"nothing that we know", []string{"LATE_DELIVERY"},
			"COM-20 SMP-01 SMP-02 SMP-04 SMP-06 SMP-08 SMP-09 SMP-12 SMP-15 SMP-19 SMP-21"},
		{"nothing at all", nil, "COM-20 SMP-01 SMP-02 SMP-04 SMP-06 SMP-08 SMP-09 SMP-12 SMP-15 SMP-19 SMP-21"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := codes(profile(t, catalog.Request{Issues: c.issues}), inTests); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestTheStepsFollowTheHandling(t *testing.T) {
	for _, area := range catalog.Areas() {
		for _, kind := range catalog.Kinds() {
			p := profile(t, catalog.Request{Kind: kind, Issues: []string{area.Code}, ParcelWeight: true, OpeningFilm: true})
			at := 0
			for _, c := range p.Checks {
				step := slices.Index(catalog.Steps(), c.Step)
				if step < at {
					t.Errorf("%s, %s: %s goes back to %s", kind, area.Code, c.Code, c.Step)
				}
				at = max(at, step)
			}
		}
	}
}

// TestADefectIsInspectedInAFewAnswers keeps the bench fast: what must be answered
// one by one is what protects the operator, the customer or the decision.
func TestADefectIsInspectedInAFewAnswers(t *testing.T) {
	p := profile(t, catalog.Request{Issues: []string{"BATTERY_NOT_CHARGING"}})
	const want = "COM-08 COM-12 COM-13 COM-09 COM-10 COM-11 COM-20 SMP-02"
	if got := codes(p, mandatory); got != want {
		t.Errorf("mandatory: got %s, want %s", got, want)
	}
	for _, category := range catalog.Categories() {
		for _, area := range catalog.Areas() {
			p := profile(t, catalog.Request{Category: category, Issues: []string{area.Code}})
			if n := len(strings.Fields(codes(p, mandatory))); n > 13 {
				t.Errorf("%s, %s: %d mandatory answers", category, area.Code, n)
			}
			for _, c := range p.Checks {
				if c.Photo == catalog.PhotoAlways {
					t.Errorf("%s, %s: %s asks for a photo of something that is all right", category, area.Code, c.Code)
				}
				if c.Blocking && !c.Mandatory {
					t.Errorf("%s, %s: %s blocks, but nobody must answer it", category, area.Code, c.Code)
				}
			}
		}
	}
}

func TestAChangeOfMindAsksTenFunctionsAndWhatTheCustomerMayHaveWorn(t *testing.T) {
	for _, c := range []struct{ category, title, mandatory, functions string }{
		{catalog.Smartphone, "iPhone 13", "COM-08 COM-12 COM-13 COM-09 COM-10 COM-11 COM-24",
			"SMP-01 SMP-02 SMP-04 SMP-06 SMP-08 SMP-09 SMP-12 SMP-15 SMP-19 SMP-21"},
		{catalog.Tablet, "iPad Air", "COM-08 COM-12 COM-13 COM-09 COM-10 COM-11 COM-24",
			"SMP-01 SMP-02 SMP-04 SMP-06 SMP-08 SMP-09 TAB-03 SMP-15 SMP-19 SMP-26"},
		{catalog.Laptop, "ThinkPad T14", "COM-08 COM-12 COM-13 LAP-22 LAP-23 COM-09 COM-10 COM-11 COM-24",
			"LAP-01 LAP-03 LAP-04 LAP-05 LAP-06 LAP-07 LAP-11 LAP-13 LAP-15 LAP-19"},
		{catalog.Console, "PS5 825 Go", "COM-08 COM-12 COM-13 CON-14 COM-09 COM-10 COM-11 COM-24",
			"CON-01 CON-02 CON-03 CON-04 CON-05 CON-06 CON-08 CON-09 CON-10 CON-12"},
		{catalog.Console, "Nintendo Switch OLED", "COM-08 COM-12 COM-13 CON-14 COM-09 COM-10 COM-11 COM-24",
			"CON-01 CON-19 CON-20 CON-05 CON-06 CON-08 CON-17 CON-18 CON-10 CON-21"},
		{catalog.Audio, "AirPods Pro 2", "AUD-09 AUD-10 COM-08 COM-12 COM-09 COM-10 COM-11 COM-24",
			"AUD-01 AUD-02 AUD-03 AUD-04 AUD-05 AUD-06 AUD-07 AUD-08 AUD-12 AUD-14"},
		{catalog.OtherThing, "Garmin Fenix 7", "COM-08 COM-12 COM-13 COM-09 COM-10 COM-11 COM-24", ""},
	} {
		t.Run(c.category+" "+c.title, func(t *testing.T) {
			p := profile(t, catalog.Request{Kind: catalog.KindChangeOfMind, Category: c.category, Title: c.title, Issues: []string{"CAMERA"}})
			if got := codes(p, mandatory); got != c.mandatory {
				t.Errorf("mandatory: got %s, want %s", got, c.mandatory)
			}
			if got := codes(p, inTests); got != c.functions {
				t.Errorf("functions: got %s, want %s", got, c.functions)
			}
			if got := strings.Join(catalog.Functions(c.category, c.title), " "); got != c.functions {
				t.Errorf("the list: got %s, want %s", got, c.functions)
			}
		})
	}
}

func TestAWarrantyAsksTheExclusionsInDetailAndPhotographsThem(t *testing.T) {
	for category, want := range map[string]string{
		catalog.Smartphone: "COM-09 COM-10 COM-11 COM-21 COM-22 COM-23",
		catalog.Tablet:     "COM-09 COM-10 COM-11 COM-21 COM-22 COM-23 TAB-04",
		catalog.Console:    "COM-09 COM-10 COM-11 COM-21 COM-22 COM-23 CON-16",
	} {
		p := profile(t, catalog.Request{Kind: catalog.KindWarranty, Category: category, Issues: []string{"CHARGING"}})
		exclusions := func(c catalog.Check) bool { return c.Step == catalog.StepExclusions && c.Mandatory }
		if got := codes(p, exclusions); got != want {
			t.Errorf("%s: got %s, want %s", category, got, want)
		}
		if got := codes(p, func(c catalog.Check) bool { return c.Photo == catalog.PhotoAlways }); got != "COM-09 COM-10 COM-11" {
			t.Errorf("%s: photographed whatever the answer: %s", category, got)
		}
	}
	p := profile(t, catalog.Request{Kind: catalog.KindWarranty, Issues: []string{"CHARGING"}})
	if got, want := codes(p, inTests), "COM-20 SMP-02 SMP-26 SMP-04 SMP-03 SMP-01 SMP-29 SMP-30"; got != want {
		t.Errorf("tests: got %s, want %s", got, want)
	}
}

func TestAFullTestAsksEverythingOfTheCategory(t *testing.T) {
	for category, want := range map[string]int{
		catalog.Smartphone: 30, catalog.Tablet: 30, catalog.Laptop: 24, catalog.Console: 21, catalog.Audio: 14, catalog.OtherThing: 0,
	} {
		p := profile(t, catalog.Request{Kind: catalog.KindFull, Category: category})
		own := 0
		for _, c := range p.Checks {
			if !strings.HasPrefix(c.Code, "COM-") {
				own++
			}
			if c.Code == "COM-20" {
				t.Errorf("%s: nothing was declared, and %s asks whether it was reproduced", category, c.Code)
			}
		}
		if own != want {
			t.Errorf("%s: %d checks of its own, want %d", category, own, want)
		}
	}
	p := profile(t, catalog.Request{Kind: catalog.KindFull, Issues: []string{"CAMERA"}})
	if got := codes(p, inTests); !strings.HasPrefix(got, "COM-20 SMP-15 SMP-14 SMP-28") {
		t.Errorf("what was declared does not come first: %s", got)
	}
}

func TestAConsoleIsNotAskedWhatItsBuildLacks(t *testing.T) {
	for title, want := range map[string]string{
		"Sony PS5 Slim 1 To":       "CON-03",
		"Xbox Series X":            "CON-03",
		"Nintendo Switch Lite":     "CON-17 CON-18 CON-19 CON-20 CON-21",
		"Steam Deck OLED 512 Go":   "CON-17 CON-18 CON-19 CON-20 CON-21",
		"Console de jeu":           "CON-03 CON-17 CON-18 CON-19 CON-20 CON-21",
		"Switchbot, une prise":     "CON-03 CON-17 CON-18 CON-19 CON-20 CON-21",
		"":                         "CON-03 CON-17 CON-18 CON-19 CON-20 CON-21",
		"PlayStation Portal blanc": "CON-17 CON-18 CON-19 CON-20 CON-21",
	} {
		p := profile(t, catalog.Request{Kind: catalog.KindFull, Category: catalog.Console, Title: title})
		if got := codes(p, func(c catalog.Check) bool { return c.Build != "" }); got != want {
			t.Errorf("%q: got %s, want %s", title, got, want)
		}
	}
}

func TestAllOKAnswersNeitherWhatIsMandatoryNorAMeasure(t *testing.T) {
	p := profile(t, catalog.Request{Issues: []string{"BATTERY_NOT_CHARGING"}})
	bulk := codes(p, catalog.Check.Bulk)
	if want := "COM-03 COM-15 COM-16 COM-06 COM-14 SMP-26 SMP-03 SMP-01"; bulk != want {
		t.Errorf("got %s, want %s", bulk, want)
	}
}

func TestErasureAndGradeBelongToTheExecution(t *testing.T) {
	for _, area := range catalog.Areas() {
		all := codes(profile(t, catalog.Request{Issues: []string{area.Code}, ParcelWeight: true, OpeningFilm: true}), every)
		for _, code := range []string{"COM-18", "COM-19", "COM-01", "COM-05", "COM-07", "COM-17"} {
			if strings.Contains(all, code) {
				t.Errorf("%s asks %s, which the station or the execution answers", area.Code, code)
			}
		}
	}
	for _, code := range []string{"COM-18", "COM-19"} {
		if c, known := catalog.CheckByCode(code); !known || c.Step != catalog.StepExecution {
			t.Errorf("%s is in step %q", code, c.Step)
		}
	}
}

func TestWeighingAndFilmingAreAskedOnlyWhereASettingWantsThem(t *testing.T) {
	tolls := func(c catalog.Check) bool { return c.Setting != "" }
	if got := codes(profile(t, catalog.Request{}), tolls); got != "" {
		t.Errorf("a plain parcel pays for %s", got)
	}
	p := profile(t, catalog.Request{ParcelWeight: true, OpeningFilm: true})
	if got := codes(p, func(c catalog.Check) bool { return tolls(c) && c.Mandatory }); got != "COM-02 COM-04" {
		t.Errorf("a dear parcel is asked %q", got)
	}
}

func TestADeviceWithoutAListOfItsOwnGetsTheCommonBlock(t *testing.T) {
	p := profile(t, catalog.Request{Category: catalog.OtherThing, Issues: []string{"BATTERY_NOT_CHARGING"}})
	if got := codes(p, inTests); got != "COM-20" {
		t.Errorf("tests: %s", got)
	}
	if got := codes(p, mandatory); got != "COM-08 COM-12 COM-13 COM-09 COM-10 COM-11 COM-20" {
		t.Errorf("mandatory: %s", got)
	}
}

func TestAProfileThatDoesNotExistIsRefused(t *testing.T) {
	for key, r := range map[string]catalog.Request{
		"errors_catalog.kind":     {Kind: "guess", Category: catalog.Smartphone},
		"errors_catalog.category": {Kind: catalog.KindDefect, Category: "toaster"},
	} {
		if _, err := catalog.ProfileFor(r); !fault.Is(err, fault.Invalid) || fault.Of(err).Key != key {
			t.Errorf("%+v: %v", r, err)
		} else if said := text.T(text.French, key, fault.Of(err).Args); said == key || strings.Contains(said, "{{") {
			t.Errorf("%s is written %q", key, said)
		}
	}
}

func TestAProfileIsTheCallersOwn(t *testing.T) {
	first := profile(t, catalog.Request{Issues: []string{"battery"}})
	if first.Version != catalog.Version {
		t.Errorf("version %q", first.Version)
	}
	for i := range first.Checks {
		if len(first.Checks[i].FailDefects) > 0 {
			first.Checks[i].FailDefects[0] = "SPOILT"
		}
	}
	if again := profile(t, catalog.Request{Issues: []string{"battery"}}); strings.Contains(codes(again, func(c catalog.Check) bool {
		return c.FailDefect() == "SPOILT"
	}), "-") {
		t.Error("a caller changed the tables")
	}
}
