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
		p := profile(t, catalog.Request{Issues: []string{area.Code}, ParcelWeight: true, OpeningFilm: true})
		at := 0
		for _, c := range p.Checks {
			step := slices.Index(catalog.Steps(), c.Step)
			if step < at {
				t.Errorf("%s: %s goes back to %s", area.Code, c.Code, c.Step)
			}
			at = max(at, step)
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
	for _, area := range catalog.Areas() {
		p := profile(t, catalog.Request{Issues: []string{area.Code}})
		if n := len(strings.Fields(codes(p, mandatory))); n > 10 {
			t.Errorf("%s: %d mandatory answers", area.Code, n)
		}
		for _, c := range p.Checks {
			if c.Photo == catalog.PhotoAlways {
				t.Errorf("%s: %s asks for a photo of something that is all right", area.Code, c.Code)
			}
			if c.Blocking && !c.Mandatory {
				t.Errorf("%s: %s blocks, but nobody must answer it", area.Code, c.Code)
			}
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

func TestIssuesNameTheirAreaByTheirWords(t *testing.T) {
	for issue, want := range map[string]string{
		"BATTERY_NOT_CHARGING":     "charging",
		"Battery drains fast":      "battery",
		"Power On Boot Failure":    "boot",
		"Display Issues":           "screen",
		"TOUCH_SCREEN_NOT_WORKING": "touch",
		"TOUCH_ID":                 "biometrics",
		"FACE_ID_NOT_WORKING":      "biometrics",
		"Camera Failures":          "camera",
		"Accessories Not Working":  "accessories",
		"CHARGER_MISSING":          "accessories",
		"Keyboard Defects":         "buttons",
		"POWER_BUTTON_STUCK":       "buttons",
		"SPEAKER_CRACKLES":         "sound",
		"MICROPHONE":               "sound",
		"WI-FI":                    "wireless",
		"NO_SIM":                   "network",
		"RANDOM_REBOOTS":           "boot",
		"SONY":                     "other",
		"APPEARANCE":               "cosmetic",
		"SCRATCHES":                "cosmetic",
		"Changed Mind":             "other",
		"écran":                    "screen",
		"camera":                   "camera",
		"":                         "other",
	} {
		if got := catalog.AreasOf([]string{issue}); !slices.Equal(got, []string{want}) {
			t.Errorf("%q: got %v, want %s", issue, got, want)
		}
	}
	if got := catalog.AreasOf([]string{"CAMERA", "LATE", "SCREEN", "DISPLAY"}); !slices.Equal(got, []string{"camera", "screen"}) {
		t.Errorf("several issues: %v", got)
	}
}

func TestABatteryUnderEightyPercentFails(t *testing.T) {
	health, _ := catalog.CheckByCode("SMP-04")
	if health.AnswerOf(79) != catalog.KO || health.AnswerOf(80) != catalog.OK || health.FailDefect() != "BAT-03" {
		t.Errorf("79: %s, 80: %s, fails with %s", health.AnswerOf(79), health.AnswerOf(80), health.FailDefect())
	}
}

func TestADefectIsDeclaredAsTheMarketplaceNamesIt(t *testing.T) {
	for _, c := range []struct {
		code       string
		excluded   bool
		problem    string
		attachment bool
	}{
		{"PKG-01", false, "DAMAGED_PACKAGE", true},
		{"PKG-02", false, "ITEM_NOT_RECEIVED", true},
		{"IDN-01", false, "WRONG_ITEM", false},
		{"LCK-01", false, "ACCOUNT_LOCKED", false},
		{"DMG-02", true, "OOW_ITEM", true},
		{"DSP-02", false, "OTHER", false},
		{"SAF-01", false, "OTHER", false},
		{"SAF-01", true, "OOW_ITEM", true},
		{"BAT-03", true, "OOW_ITEM", true},
		{"ACC-01", false, "MISSING_PART", false},
		{"FUN-00", false, "PROBLEM_NOT_IDENTIFIED", false},
	} {
		d, err := catalog.DefectByCode(c.code)
		if err != nil {
			t.Fatal(err)
		}
		if problem, attachment := d.ProblemType(c.excluded); problem != c.problem || attachment != c.attachment {
			t.Errorf("%s: %s, file %v", c.code, problem, attachment)
		}
	}
	if _, err := catalog.DefectByCode("XXX-00"); !fault.Is(err, fault.Invalid) {
		t.Errorf("an unknown defect: %v", err)
	}
}

func TestTheTaxonomyIsComplete(t *testing.T) {
	sizes := map[string]int{"PKG": 5, "IDN": 6, "LCK": 5, "SAF": 1, "DMG": 4, "COS": 3, "DSP": 5, "TCH": 2, "BAT": 5,
		"CHG": 2, "PWR": 3, "CAM": 4, "AUD": 5, "NET": 5, "SEN": 4, "BTN": 3, "KEY": 4, "PRT": 1, "STO": 2, "THM": 1,
		"CON": 4, "OS": 3, "ACC": 2, "PER": 2, "FUN": 1, "OTH": 1}
	got := map[string]int{}
	for _, d := range catalog.Defects() {
		family, _, _ := strings.Cut(d.Code, "-")
		got[family]++
	}
	for family, n := range sizes {
		if got[family] != n {
			t.Errorf("%s has %d codes, want %d", family, got[family], n)
		}
	}
	if len(got) != len(sizes) {
		t.Errorf("families: %v", got)
	}
}

func TestABlockingFindingHasItsOwnShortPhotoList(t *testing.T) {
	for code, want := range map[string]string{
		"empty":             "parcel_label parcel_open",
		"wrong_item":        "item_front item_back identifier",
		"dead":              "screen_off back",
		"dangerous_battery": "back",
		"locked":            "screen_on",
	} {
		f, err := catalog.FindingByCode(code)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(f.Photos, " "); got != want {
			t.Errorf("%s: %s", code, got)
		}
		if f.Absent != (code == "empty") {
			t.Errorf("%s: absent %v", code, f.Absent)
		}
	}
	if len(catalog.Findings()) != 5 || len(catalog.Views()) != 7 {
		t.Errorf("%d findings, %d views", len(catalog.Findings()), len(catalog.Views()))
	}
	if _, err := catalog.FindingByCode("haunted"); !fault.Is(err, fault.Invalid) {
		t.Errorf("an unknown finding: %v", err)
	}
}
