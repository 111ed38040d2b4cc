package catalog

import (
	"slices"

	"revient/app/fault"
)

// Finding is what ends an inspection at once: a dead phone must not need thirty
// answers. It has its own short list of photos.
type Finding struct {
	Code    string   `json:"code"`
	Defects []string `json:"defects"` // Defect codes that it can be, the likeliest first.
	Photos  []string `json:"photos"`  // Views that must have a photo.
	Absent  bool     `json:"absent"`  // There is no device in the parcel.
}

type findings struct {
	Views    []string  `json:"views"`
	Close    []string  `json:"close"`
	Findings []Finding `json:"findings"`
}

// Defect is the defect that the finding is until someone says otherwise.
func (f Finding) Defect() string { return f.Defects[0] }

// LabelKey names the finding's sentence.
func (f Finding) LabelKey() string { return "catalog.finding." + f.Code + ".label" }

// HelpKey names the sentence that says what to photograph, and what not to do.
func (f Finding) HelpKey() string { return "catalog.finding." + f.Code + ".help" }

func (f Finding) clone() Finding {
	f.Defects, f.Photos = slices.Clone(f.Defects), slices.Clone(f.Photos)
	return f
}

// Findings lists the blocking findings in the order of the screen.
func Findings() []Finding {
	list := slices.Clone(loaded().findings.Findings)
	for i := range list {
		list[i] = list[i].clone()
	}
	return list
}

// FindingByCode returns the blocking finding of a code.
func FindingByCode(code string) (Finding, error) {
	finding, known := find(loaded().findings.Findings, func(f Finding) bool { return f.Code == code })
	if !known {
		return Finding{}, fault.New(fault.Invalid, "errors_catalog.finding", fault.Args{"code": code}).At("finding")
	}
	return finding.clone(), nil
}

// Views lists the seven views of a device, the ones that the marketplace asks of
// a customer too, so that before and after can be shown side by side. They are
// required before a decision against the customer.
func Views() []string { return slices.Clone(loaded().findings.Views) }

// CloseViews lists the other views that a finding can ask for.
func CloseViews() []string { return slices.Clone(loaded().findings.Close) }

// ViewKey names the sentence of a view.
func ViewKey(view string) string { return "catalog.view." + view }
