package catalog

import (
	"regexp"
	"slices"
	"testing"
)

func TestEveryPartAndDeductionIsWellFormed(t *testing.T) {
	code := regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	seen := map[string]bool{}
	for _, p := range Parts() {
		if seen[p.Code] || !code.MatchString(p.Code) || len(p.Categories) == 0 {
			t.Errorf("part %+v", p)
		}
		seen[p.Code] = true
		for _, category := range p.Categories {
			if !slices.Contains(Categories(), category) {
				t.Errorf("%s is of the category %q", p.Code, category)
			}
		}
		for _, defect := range p.Mends {
			if _, err := DefectByCode(defect); err != nil {
				t.Errorf("%s mends %s: %v", p.Code, defect, err)
			}
		}
		for _, word := range p.Words {
			if got := accessoryOf(word); got != p.Code || !p.Accessory {
				t.Errorf("%q names %s, and %s too", word, p.Code, got)
			}
		}
		if p.Repair && len(p.Mends) == 0 {
			t.Errorf("%s is replaced for no defect", p.Code)
		}
	}
	for _, category := range Categories() {
		twice := map[[2]string]bool{}
		for _, d := range Deductions(category) {
			part, err := PartByCode(d.Part)
			if err != nil || !slices.Contains(part.Categories, category) || twice[[2]string{d.Part, d.Finding}] {
				t.Errorf("%s has the deduction %+v: %v", category, d, err)
			}
			twice[[2]string{d.Part, d.Finding}] = true
			// A defect that only the guarantee covers is never the customer's to pay.
			if defect, err := DefectByCode(d.Finding); err != nil || defect.covered() {
				t.Errorf("%s deducts %s: %v", category, d.Finding, err)
			}
			if share := d.BasisPoints > 0; share == (d.Amount > 0) || share != (d.Cap > 0) || d.BasisPoints > basisPointsOfAll {
				t.Errorf("%s: %+v is neither an amount nor a share with a cap", category, d)
			}
			if d.Finding == DefectAccessoryMissing && !part.Accessory {
				t.Errorf("%s misses %s, which is no accessory", category, d.Part)
			}
		}
		for _, accessory := range Accessories(category) {
			if _, priced := DefaultAmount(accessory.Code, DefectAccessoryMissing, category, 10000); !priced {
				t.Errorf("%s: a missing %s has no price", category, accessory.Code)
			}
		}
	}
}

func TestEveryRefusalAnswersToDefectsThatExist(t *testing.T) {
	seen := map[string]string{}
	for _, r := range loaded().refusals {
		for _, code := range r.Defects {
			if _, err := DefectByCode(code); err != nil || seen[code] != "" {
				t.Errorf("%s answers to %s, as %q does: %v", r.Code, code, seen[code], err)
			}
			seen[code] = r.Code
		}
	}
}
