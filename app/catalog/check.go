package catalog

import "slices"

// The steps of an inspection, in the order of physical handling.
const (
	StepReception  = "reception"
	StepIdentity   = "identity"
	StepSafety     = "safety" // Battery and locks: before anything is powered or opened.
	StepExclusions = "exclusions"
	StepCosmetics  = "cosmetics" // Wear and appearance: seen before anything is tested.
	StepTests      = "tests"
	// StepExecution comes after the decision: erasing or grading before a refusal or
	// a repair would destroy the customer's data. No profile asks for it.
	StepExecution = "execution"
)

// Steps lists the steps of an inspection in their order.
func Steps() []string {
	return []string{StepReception, StepIdentity, StepSafety, StepExclusions, StepCosmetics, StepTests}
}

// The types of a check: how it is answered.
const (
	PassFail = "pass_fail" // OK or KO.
	Enum     = "enum"      // One of Options, each of which is OK or KO.
	Measure  = "measure"   // A number of Unit between Min and Max; under PassMin it is KO.
	Serial   = "serial"    // A scanned or typed identifier.
	Text     = "text"
)

// When a check wants a photo.
const (
	PhotoNone   = "none"
	PhotoIfFail = "if_fail"
	PhotoAlways = "always"
)

// The answers to a check.
const (
	OK        = "ok"
	KO        = "ko"
	NA        = "na"
	NotTested = "not_tested" // A reason is required.
)

// The settings that add a check: tolls that only a device of some value is worth.
const (
	SettingParcelWeight = "parcel_weight"
	SettingOpeningFilm  = "opening_film"
)

// The builds of a console that a check can be for.
const (
	buildHandheld = "handheld" // Has a screen, a battery, a cartridge slot.
	buildHome     = "home"     // Stays under a television.
)

// Check is one question of an inspection.
type Check struct {
	Code     string   `json:"code"`
	Category string   `json:"category"`         // common, or the category of device that it belongs to.
	Also     []string `json:"also,omitempty"`   // Other categories that it is asked of.
	Except   []string `json:"except,omitempty"` // Categories that a common check makes no sense for.
	Build    string   `json:"build,omitempty"`  // The only build of console that has such a thing.
	Step     string   `json:"step"`
	Type     string   `json:"type"`
	Options  []Option `json:"options,omitempty"`
	Unit     string   `json:"unit,omitempty"`
	Min      int      `json:"min,omitempty"`
	Max      int      `json:"max,omitempty"`
	PassMin  int      `json:"passMin,omitempty"`
	Photo    string   `json:"photo"`
	// Blocking is a check whose KO may end the inspection, and that "all OK" never
	// answers by itself.
	Blocking bool `json:"blocking,omitempty"`
	// Mandatory is set by the profile: the inspection is not complete without it.
	Mandatory bool `json:"mandatory,omitempty"`
	// FailDefects are the defect codes that a KO can stand for, the likeliest first.
	FailDefects []string `json:"failDefects,omitempty"`
	// Setting names the setting that adds the check to a profile.
	Setting string `json:"setting,omitempty"`
	// Station names what answers the check without a question: the scan, the
	// identity that was read, a finding, the views, the execution. No profile asks it.
	Station string `json:"station,omitempty"`
}

// Option is one answer of an enumerated check.
type Option struct {
	Code   string `json:"code"`
	Answer string `json:"answer"` // OK or KO.
}

// FailDefect is the defect that a KO stands for until someone says otherwise;
// empty where a KO says nothing about the device.
func (c Check) FailDefect() string {
	if len(c.FailDefects) == 0 {
		return ""
	}
	return c.FailDefects[0]
}

// Bulk reports whether "all OK" may answer the check: it is neither mandatory nor
// blocking, and needs no photo and no value.
func (c Check) Bulk() bool {
	return !c.Mandatory && !c.Blocking && c.Photo != PhotoAlways && (c.Type == PassFail || c.Type == Enum)
}

// AnswerOf is the answer that a measured value gives.
func (c Check) AnswerOf(value int) string {
	if value < c.PassMin {
		return KO
	}
	return OK
}

// LabelKey names the check's sentence.
func (c Check) LabelKey() string { return "catalog.check." + c.Code + ".label" }

// HelpKey names its help, which not every check has.
func (c Check) HelpKey() string { return "catalog.check." + c.Code + ".help" }

// belongs reports whether a category of device has what the check looks at.
func (c Check) belongs(category string) bool {
	if c.Category == common {
		return !slices.Contains(c.Except, category)
	}
	return c.Category == category || slices.Contains(c.Also, category)
}

// CheckByCode returns a check as the tables have it, not as a profile asks it.
func CheckByCode(code string) (Check, bool) {
	check, known := find(loaded().checks, func(c Check) bool { return c.Code == code })
	return check.clone(), known
}

func (c Check) clone() Check {
	c.Options, c.FailDefects = slices.Clone(c.Options), slices.Clone(c.FailDefects)
	c.Also, c.Except = slices.Clone(c.Also), slices.Clone(c.Except)
	return c
}
