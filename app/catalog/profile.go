package catalog

import (
	"cmp"
	"slices"

	"revient/app/fault"
)

// The profiles: what a customer claims decides what a bench asks.
const (
	// KindChangeOfMind asks identity, locks, exclusions, wear and ten functions. The
	// device is tested fully when it is restocked, after the refund.
	KindChangeOfMind = "change_of_mind"
	// KindDefect asks the declared defect first, then its neighbours, after what
	// could exclude or endanger.
	KindDefect = "defect"
	// KindWarranty is a defect with the exclusions in detail and photographed,
	// because a guarantee is lost by them and by nothing else.
	KindWarranty = "warranty"
	// KindFull asks everything that the category has.
	KindFull = "full"
)

// Kinds lists the profiles.
func Kinds() []string { return []string{KindChangeOfMind, KindDefect, KindWarranty, KindFull} }

// The categories of device with a profile. A watch, for which the trade has no
// list of its own, is another thing.
const (
	Smartphone = "smartphone"
	Tablet     = "tablet"
	Laptop     = "laptop"
	Console    = "console"
	Audio      = "audio"
	OtherThing = "other" // Any other device: the common block and the declared defect.
	common     = "common"
)

// Categories lists the categories of device with a profile.
func Categories() []string {
	return []string{Smartphone, Tablet, Laptop, Console, Audio, OtherThing}
}

// categoryOr is the category itself, or the other thing where it has no tables.
func categoryOr(category string) string {
	if slices.Contains(Categories(), category) {
		return category
	}
	return OtherThing
}

// Request says what an inspection is for.
type Request struct {
	Kind         string
	Category     string
	Title        string   // As sold. It tells a handheld console from one under a television; may be empty.
	Issues       []string // As the marketplace or the operator named them.
	ParcelWeight bool     // Settings, by the value of the device; off for most.
	OpeningFilm  bool
}

// Profile is the ordered list of checks of one inspection, fixed when it starts.
type Profile struct {
	Kind     string   `json:"kind"`
	Category string   `json:"category"`
	Version  string   `json:"version"`
	Areas    []string `json:"areas"` // What was declared.
	Checks   []Check  `json:"checks"`
}

// A profile is the recipe in the tables.
type profile struct {
	Kind      string            `json:"kind"`
	Before    []string          `json:"before"`    // Asked whatever was declared.
	Mandatory []string          `json:"mandatory"` // Among all of its checks.
	Photos    map[string]string `json:"photos"`    // Photo rules of its own.
	// Declared is the check that says whether the declared defect was reproduced. A
	// profile without one asks the functions of the category instead.
	Declared   string   `json:"declared,omitempty"`
	After      []string `json:"after,omitempty"`      // Asked whatever was declared, last.
	Everything bool     `json:"everything,omitempty"` // Every check of the category follows.
}

// LabelKey names the profile's sentence.
func (p Profile) LabelKey() string { return "catalog.profile." + p.Kind }

// Functions lists the ten functions that a change of mind is tested by.
//
// They are chosen by three questions: can a month of use have worn or broken it;
// would the next customer notice it on the first day; can it be tried in half a
// minute without a tool. So a phone starts, charges, shows, feels, sounds, sees,
// connects and calls; a tablet makes no call, and its port is tried instead,
// because it is charged more roughly; a laptop adds what hands wear, the hinges,
// keys and trackpad; a console under a television is its picture, drive, pad,
// ports and fan, and one in the hand its screen, slot, rails, dock and battery;
// earbuds are two sides, a case and their controls. Sensors, biometrics and the
// like seldom break in a month, and the full test before restocking finds them.
// No list exists for another thing: its functions are not known.
func Functions(category, title string) []string {
	if category == Console && buildOf(title) == buildHandheld {
		category = buildHandheld
	}
	return slices.Clone(loaded().functions[category])
}

// ProfileFor returns the checks to ask, in the order of physical handling and,
// among the tests, the declared defect first and its neighbours after it.
func ProfileFor(r Request) (Profile, error) {
	recipe, known := find(loaded().profiles, func(p profile) bool { return p.Kind == r.Kind })
	if !known {
		return Profile{}, fault.New(fault.Invalid, "errors_catalog.kind", fault.Args{"kind": r.Kind})
	}
	if !slices.Contains(Categories(), r.Category) {
		return Profile{}, fault.New(fault.Invalid, "errors_catalog.category", fault.Args{"category": r.Category})
	}
	result := Profile{Kind: r.Kind, Category: r.Category, Version: Version, Areas: AreasOf(r.Issues)}
	codes, mandatory := recipe.codes(r, result.Areas)
	build := buildOf(r.Title)
	asked := map[string]bool{}
	for _, code := range codes {
		check, known := CheckByCode(code)
		if !known || asked[code] || !r.asks(check, build) {
			continue
		}
		asked[code] = true
		check.Mandatory = check.Setting != "" || slices.Contains(mandatory, code)
		if photo, own := recipe.Photos[code]; own {
			check.Photo = photo
		}
		result.Checks = append(result.Checks, check)
	}
	slices.SortStableFunc(result.Checks, func(a, b Check) int {
		return cmp.Compare(slices.Index(Steps(), a.Step), slices.Index(Steps(), b.Step))
	})
	return result, nil
}

// codes lists what the recipe asks for declared areas, and what of it must be
// answered.
func (p profile) codes(r Request, areas []string) (codes, mandatory []string) {
	mandatory = slices.Clone(p.Mandatory)
	codes = slices.Clone(p.Before)
	// A full test of a device of which nothing was declared has nothing to reproduce.
	switch declared := p.Declared != "" && (!p.Everything || len(r.Issues) > 0); {
	case declared:
		codes = append(codes, p.Declared)
		var neighbours []string
		for _, code := range areas {
			area, _ := find(loaded().areas, func(a Area) bool { return a.Code == code })
			codes, mandatory = append(codes, area.Checks...), append(mandatory, area.Checks...)
			neighbours = append(neighbours, area.Neighbours...)
			if code == AreaOther {
				neighbours = append(neighbours, Functions(r.Category, r.Title)...)
			}
		}
		codes = append(codes, neighbours...)
	case !p.Everything:
		codes = append(codes, Functions(r.Category, r.Title)...)
	}
	codes = append(codes, p.After...)
	if p.Everything {
		for _, check := range loaded().checks {
			if check.Code != p.Declared {
				codes = append(codes, check.Code)
			}
		}
	}
	return codes, mandatory
}

// asks reports whether a check belongs to the inspection.
func (r Request) asks(c Check, build string) bool {
	switch {
	case c.Station != "" || !c.belongs(r.Category):
		return false
	case c.Build != "" && build != "" && c.Build != build:
		return false
	case c.Setting == SettingParcelWeight:
		return r.ParcelWeight
	case c.Setting == SettingOpeningFilm:
		return r.OpeningFilm
	default:
		return true
	}
}
