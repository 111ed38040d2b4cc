package catalog_test

import (
	"testing"

	"revient/app/catalog"
)

func TestAnExclusionIsToldByTheDefectOrByItsCheck(t *testing.T) {
	for code, want := range map[string]string{
		"DMG-01": catalog.ExclusionImpact, "DSP-05": catalog.ExclusionImpact, "COM-09": catalog.ExclusionImpact, "COM-21": catalog.ExclusionImpact, "TAB-04": catalog.ExclusionImpact,
		"DMG-02": catalog.ExclusionOxidation, "COM-10": catalog.ExclusionOxidation, "COM-22": catalog.ExclusionOxidation,
		"DMG-03": catalog.ExclusionOpened, "IDN-05": catalog.ExclusionOpened, "COM-11": catalog.ExclusionOpened, "SMP-29": catalog.ExclusionOpened, "CON-16": catalog.ExclusionOpened,
		"DMG-04": "", "BAT-03": "", "COS-02": "", "COM-20": "", "SMP-01": "", "NOPE": "", "": "",
	} {
		if got, excluded := catalog.Exclusion(code); got != want || excluded != (want != "") {
			t.Errorf("%s: %q, %v; want %q", code, got, excluded, want)
		}
	}
}

func TestTheFactsThatRulesAskForAreToldByDefect(t *testing.T) {
	for _, c := range []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"wear", catalog.IsWear, []string{"COS-02", "COM-24", "AUD-11"}, []string{"COS-01", "DMG-01", ""}},
		{"an accessory that did not come back", catalog.IsAccessory, []string{"ACC-01", "COM-16", "CON-15"}, []string{"ACC-02", "LAP-02"}},
		{"a parcel that came back damaged", catalog.IsParcelDamage, []string{"PKG-01", "COM-03"}, []string{"DMG-04", "PKG-02"}},
		{"a weight gap", catalog.IsWeightGap, []string{"PKG-03", "COM-02"}, []string{"PKG-02"}},
		{"a lock", catalog.IsLock, []string{"LCK-01", "LCK-04", "COM-12", "LAP-22"}, []string{"LCK-05", "CON-93", "CON-14"}},
		{"covered", catalog.CoveredByWarranty, []string{"PWR-01", "BAT-03", "SAF-01", "DMG-04", "SMP-02"}, []string{"DMG-02", "COS-02", "ACC-01", "COM-11", "FUN-00", "nothing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, code := range c.yes {
				if !c.is(code) {
					t.Errorf("%s is not", code)
				}
			}
			for _, code := range c.no {
				if c.is(code) {
					t.Errorf("%s is", code)
				}
			}
		})
	}
}
