package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"revient/app/catalog"
	"revient/app/fault"
)

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
		"Keyboard Defects":         "keyboard",
		"STICK_DRIFT":              "controller",
		"OVERHEATING":              "heat",
		"HDMI port":                "ports",
		"Noise cancelling":         "sound",
		"Disque dur":               "drive",
		"Charnière cassée":         "body",
		"ACCOUNT_BANNED":           "account",
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
