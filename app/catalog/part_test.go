package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"revient/app/catalog"
	"revient/app/fault"
)

func partCodes(parts []catalog.Part) string {
	var list []string
	for _, p := range parts {
		list = append(list, p.Code)
	}
	return strings.Join(list, " ")
}

func TestADeviceIsSoldWithTheAccessoriesOfItsCategory(t *testing.T) {
	for category, want := range map[string]string{
		catalog.Smartphone: "charger cable box stylus sim_pin",
		catalog.Tablet:     "charger cable box stylus keyboard_cover sim_pin",
		catalog.Laptop:     "charger cable power_cable box stylus keyboard_cover dock carry_case",
		catalog.Console:    "charger cable hdmi_cable power_cable box controller dock stand carry_case",
		catalog.Audio:      "cable box ear_tips ear_pads earbud charging_case carry_case",
		"watch":            "charger cable box strap",
	} {
		if got := partCodes(catalog.Accessories(category)); got != want {
			t.Errorf("%s: got %s, want %s", category, got, want)
		}
	}
}

func TestAListOfAccessoriesIsReadInBothLanguages(t *testing.T) {
	for _, c := range []struct{ list, codes, unread string }{
		{"Adaptateur secteur + câble USB-C, boîte d’origine", "charger cable box", ""},
		{"charger; cable; box", "charger cable box", ""},
		{"HDMI cable / Manette / power_cable", "hdmi_cable controller power_cable", ""},
		{"Power supply, CHARGER,  ", "charger", ""},
		{"Écouteurs filaires, Étui de charge", "charging_case", "Écouteurs filaires"},
		{"", "", ""},
		{"aucun", "", "aucun"},
	} {
		codes, unread := catalog.AccessoriesOf(c.list)
		if strings.Join(codes, " ") != c.codes || strings.Join(unread, "|") != c.unread {
			t.Errorf("%q: got %v and %q", c.list, codes, unread)
		}
	}
}

func TestTheLikelyRepairComesFirst(t *testing.T) {
	if got := catalog.RepairParts(catalog.Smartphone, "CAM-01"); got[0].Code != "front_camera" || len(got) < 10 {
		t.Errorf("a front camera: %s", partCodes(got))
	}
	if got := catalog.RepairParts(catalog.Laptop, "KEY-01"); !strings.HasPrefix(partCodes(got), "keyboard keyboard_key ") {
		t.Errorf("a key: %s", partCodes(got))
	}
	if got := catalog.RepairParts(catalog.Audio); slices.ContainsFunc(got, func(p catalog.Part) bool { return p.Code == "screen" || p.Code == "box" }) {
		t.Errorf("earbuds: %s", partCodes(got))
	}
}

func TestAPartIsKnownByItsCode(t *testing.T) {
	if p, err := catalog.PartByCode("hinge"); err != nil || p.Code != "hinge" || !p.Repair {
		t.Errorf("a hinge: %+v, %v", p, err)
	}
	if _, err := catalog.PartByCode("soul"); !fault.Is(err, fault.Invalid) || fault.Of(err).Key != "errors_catalog.part" {
		t.Errorf("an unknown part: %v", err)
	}
}

func TestARefusalFitsWhatWasFound(t *testing.T) {
	for defect, want := range map[string]string{
		"DMG-01": "out_of_warranty_impact", "DSP-05": "out_of_warranty_impact", "DMG-02": "oxidation", "DMG-03": "opened", "IDN-01": "wrong_item",
		"PKG-02": "empty_parcel", "FUN-00": "no_fault_found", "LCK-02": "locked", "PWR-01": "", "COS-02": "",
	} {
		got, fits := catalog.RefusalFor([]string{"ACC-01", defect})
		if got != want || fits != (want != "") {
			t.Errorf("%s: %q, %v", defect, got, fits)
		}
	}
	const want = "out_of_warranty_impact oxidation opened wrong_item empty_parcel no_fault_found late locked other"
	if got := strings.Join(catalog.RefusalCodes(), " "); got != want {
		t.Errorf("the codes are %s", got)
	}
	if err := catalog.CheckRefusal("late"); err != nil {
		t.Error(err)
	}
	if err := catalog.CheckRefusal("mood"); !fault.Is(err, fault.Invalid) {
		t.Errorf("an unknown refusal: %v", err)
	}
}
