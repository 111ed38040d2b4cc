package catalog

import (
	"slices"

	"revient/app/fault"
)

// KindDefect is the profile of a declared defect: that defect first, then its
// neighbours, after what could exclude or endanger.
const KindDefect = "defect"

// The categories of device with a profile.
const (
	Smartphone = "smartphone"
	OtherThing = "other" // Any other device: the common block and the declared defect.
	common     = "common"
)

// Categories lists the categories of device with a profile.
func Categories() []string { return []string{Smartphone, OtherThing} }

// Request says what an inspection is for.
type Request struct {
	Kind         string
	Category     string
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
	Declared  string            `json:"declared"`  // The check that says whether the declared defect was reproduced.
}

// LabelKey names the profile's sentence.
func (p Profile) LabelKey() string { return "catalog.profile." + p.Kind }

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
	mandatory := slices.Clone(recipe.Mandatory)
	codes := append(slices.Clone(recipe.Before), recipe.Declared)
	var neighbours []string
	for _, code := range result.Areas {
		area, _ := find(loaded().areas, func(a Area) bool { return a.Code == code })
		codes, mandatory = append(codes, area.Checks...), append(mandatory, area.Checks...)
		neighbours = append(neighbours, area.Neighbours...)
	}
	for _, code := range append(codes, neighbours...) {
		check, known := CheckByCode(code)
		if !known || !r.asks(check) || slices.ContainsFunc(result.Checks, func(c Check) bool { return c.Code == code }) {
			continue
		}
		check.Mandatory = check.Setting != "" || slices.Contains(mandatory, code)
		if photo, own := recipe.Photos[code]; own {
			check.Photo = photo
		}
		result.Checks = append(result.Checks, check)
	}
	return result, nil
}

// asks reports whether a check belongs to the inspection.
func (r Request) asks(c Check) bool {
	switch {
	case c.Station != "" || c.Category != common && c.Category != r.Category:
		return false
	case c.Setting == SettingParcelWeight:
		return r.ParcelWeight
	case c.Setting == SettingOpeningFilm:
		return r.OpeningFilm
	default:
		return true
	}
}
