package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"testing"
)

// versions holds the fingerprint of the tables of each version. A change of a
// table needs a new version here, because cases name the version that they were
// inspected by.
var versions = map[string]string{
	"2026-11.2": "b9a4658b6051837ce545129c89138e056adc95ba56314b732d561430765f9393",
	"2026-11.1": "341ca14f9717b8986d51c447781faac982a8b98b9241796368bc2ac7372c1a08",
}

func TestATableThatChangesGetsANewVersion(t *testing.T) {
	names, err := fs.Glob(files, "tables/*.json")
	if err != nil {
		t.Fatal(err)
	}
	hash := sha256.New()
	for _, name := range names {
		raw, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		hash.Write(raw)
	}
	if got := hex.EncodeToString(hash.Sum(nil)); got != versions[Version] {
		t.Errorf("the tables of %s have the fingerprint %s: give them a new version", Version, got)
	}
}

func TestEveryCheckIsWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range loaded().checks {
		if seen[c.Code] {
			t.Errorf("%s is there twice", c.Code)
		}
		seen[c.Code] = true
		if c.Category != common && !slices.Contains(Categories(), c.Category) {
			t.Errorf("%s has category %q", c.Code, c.Category)
		}
		if !slices.Contains(append(Steps(), StepExecution), c.Step) {
			t.Errorf("%s has step %q", c.Code, c.Step)
		}
		if !slices.Contains([]string{PhotoNone, PhotoIfFail, PhotoAlways}, c.Photo) {
			t.Errorf("%s has photo rule %q", c.Code, c.Photo)
		}
		if !slices.Contains([]string{PassFail, Enum, Measure, Serial, Text}, c.Type) {
			t.Errorf("%s has type %q", c.Code, c.Type)
		}
		if (c.Type == Enum) != (len(c.Options) > 0) || (c.Type == Measure) != (c.Unit != "") {
			t.Errorf("%s: options and unit do not fit a %s", c.Code, c.Type)
		}
		if c.Type == Measure && (c.Min >= c.Max || c.PassMin > c.Max) {
			t.Errorf("%s measures from %d to %d, passing at %d", c.Code, c.Min, c.Max, c.PassMin)
		}
		for _, category := range append(slices.Clone(c.Also), c.Except...) {
			if !slices.Contains(Categories(), category) {
				t.Errorf("%s names the category %q", c.Code, category)
			}
		}
		if !slices.Contains([]string{"", buildHandheld, buildHome}, c.Build) {
			t.Errorf("%s is for the build %q", c.Code, c.Build)
		}
		if !slices.Contains([]string{"", SettingParcelWeight, SettingOpeningFilm}, c.Setting) {
			t.Errorf("%s waits for a setting %q", c.Code, c.Setting)
		}
		if !slices.Contains([]string{"", "scan", "identity", "finding", "views", "execution"}, c.Station) {
			t.Errorf("%s is answered by %q", c.Code, c.Station)
		}
		if c.Mandatory {
			t.Errorf("%s is mandatory in itself: that is for a profile to say", c.Code)
		}
		for _, option := range c.Options {
			if option.Answer != OK && option.Answer != KO {
				t.Errorf("%s: option %s answers %q", c.Code, option.Code, option.Answer)
			}
		}
		for _, code := range c.FailDefects {
			if _, err := DefectByCode(code); err != nil {
				t.Errorf("%s fails with %s: %v", c.Code, code, err)
			}
		}
	}
}

func TestWhatTheTablesNameExists(t *testing.T) {
	for _, p := range loaded().profiles {
		for _, code := range slices.Concat(p.Before, p.Mandatory, p.After, declared(p)) {
			if c, known := CheckByCode(code); !known || c.Station != "" {
				t.Errorf("profile %s names %s, which nobody can be asked", p.Kind, code)
			}
		}
		for code, photo := range p.Photos {
			if _, known := CheckByCode(code); !known || !slices.Contains([]string{PhotoNone, PhotoIfFail, PhotoAlways}, photo) {
				t.Errorf("profile %s has %s take photos %q", p.Kind, code, photo)
			}
		}
	}
	for category, list := range loaded().functions {
		if len(list) != 10 {
			t.Errorf("%s is tested by %d functions, not by ten", category, len(list))
		}
		if category == buildHandheld {
			category = Console
		}
		for _, code := range list {
			if c, known := CheckByCode(code); !known || c.Step != StepTests || !c.belongs(category) {
				t.Errorf("%s is tested by %s, which it has not", category, code)
			}
		}
	}
	for _, a := range Areas() {
		for _, code := range append(slices.Clone(a.Checks), a.Neighbours...) {
			if c, known := CheckByCode(code); !known || c.Station != "" {
				t.Errorf("area %s names %s, which nobody can be asked", a.Code, code)
			}
		}
		if len(a.Neighbours) == 0 && a.Code != AreaOther {
			t.Errorf("area %s has no neighbours", a.Code)
		}
	}
	for _, f := range Findings() {
		for _, code := range f.Defects {
			if d, err := DefectByCode(code); err != nil || d.Severity != Blocker {
				t.Errorf("finding %s is %s (%s): %v", f.Code, code, d.Severity, err)
			}
		}
		for _, view := range f.Photos {
			if !slices.Contains(append(Views(), CloseViews()...), view) {
				t.Errorf("finding %s wants the view %s", f.Code, view)
			}
		}
		if len(f.Photos) == 0 || len(f.Photos) > 3 {
			t.Errorf("finding %s wants %d photos, which is no short list", f.Code, len(f.Photos))
		}
	}
}

func declared(p profile) []string {
	if p.Declared == "" {
		return nil
	}
	return []string{p.Declared}
}

func TestEveryDefectIsWellFormed(t *testing.T) {
	seen := map[string]bool{}
	facts := []string{factNothing, factImpact, factOxidation, factOpened, factWear, factAccessory, factParcelDamage, factWeightGap, factLocked}
	problems := []string{"ACCOUNT_LOCKED", "CODE_LOCKED", "DAMAGED_PACKAGE", "ITEM_NOT_RECEIVED", "MISSING_PART",
		"OOW_ITEM", "PROBLEM_NOT_IDENTIFIED", "WRONG_ITEM", "OTHER"}
	for _, d := range Defects() {
		if seen[d.Code] {
			t.Errorf("%s is there twice", d.Code)
		}
		seen[d.Code] = true
		if !slices.Contains([]string{Blocker, Major, Minor}, d.Severity) {
			t.Errorf("%s has severity %q", d.Code, d.Severity)
		}
		if len(d.Covers) == 0 || slices.ContainsFunc(d.Covers, func(c string) bool {
			return !slices.Contains([]string{CoverWarranty, CoverExcluded, CoverCommercial, CoverNone}, c)
		}) {
			t.Errorf("%s has covers %q", d.Code, d.Covers)
		}
		if !slices.Contains(problems, d.Problem) || d.ProblemIfExcluded != "" && !slices.Contains(problems, d.ProblemIfExcluded) {
			t.Errorf("%s is the problem %q, or %q", d.Code, d.Problem, d.ProblemIfExcluded)
		}
		if d.ProblemIfExcluded != "" && !d.Excludes() {
			t.Errorf("%s has a problem for an exclusion that it cannot be", d.Code)
		}
		if !slices.Contains(facts, d.Fact) {
			t.Errorf("%s says %q to the rules", d.Code, d.Fact)
		}
		for _, reason := range d.ReturnReasons {
			if !slices.Contains([]int{0, 1, 11, 12, 13, 21, 22, 23, 24, 25}, reason) {
				t.Errorf("%s hints at return reason %d", d.Code, reason)
			}
		}
	}
}

func TestATableIsReadStrictly(t *testing.T) {
	for name, raw := range map[string]string{
		"a field that nobody knows": `[{"code":"COM-01","colour":"red"}]`,
		"text after the list":       `[] []`,
		"not a list":                `{}`,
		"cut short":                 `[{"code":`,
	} {
		var checks []Check
		if err := decode([]byte(raw), &checks); err == nil {
			t.Errorf("%s was read as %+v", name, checks)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, name := range []string{"checks.json", "areas.json"} {
		raw, err := files.ReadFile("tables/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw[:200])
	}
	f.Add([]byte(`[{"code":"COM-01","step":"tests"}]`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var checks []Check
		if err := decode(raw, &checks); err != nil {
			return
		}
		for _, c := range checks {
			if c.clone().FailDefect() != c.FailDefect() {
				t.Error("a copy differs from its check")
			}
		}
	})
}
