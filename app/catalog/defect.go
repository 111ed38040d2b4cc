package catalog

import (
	"slices"

	"revient/app/fault"
)

// How severe a defect is.
const (
	Blocker = "blocking"
	Major   = "major"
	Minor   = "minor"
)

// What covers a defect. A defect with two covers needs a look at its cause.
const (
	CoverWarranty   = "warranty"
	CoverExcluded   = "excluded"   // Impact, liquid, third-party opening, normal wear.
	CoverCommercial = "commercial" // An accessory, a grade: between the seller and the customer.
	CoverNone       = "none"
)

// Defect is a code of the taxonomy. Codes are ours and stable; what a marketplace
// calls them is here too, because it is data and not code.
type Defect struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Covers   []string `json:"covers"`
	// Problem is Back Market's problem_type, and ProblemIfExcluded the one where the
	// cause turns out to be excluded from the warranty.
	Problem           string `json:"problem"`
	ProblemIfExcluded string `json:"problemIfExcluded,omitempty"`
	// ReturnReasons are the marketplace's return_reason codes that fit: 21 on
	// opening, 22 in first use, 23 under warranty, 24 not as described, 25 other.
	ReturnReasons []int `json:"returnReasons"`
	// Fact is what the defect says to the rules; most say nothing.
	Fact string `json:"fact,omitempty"`
}

// LabelKey names the defect's sentence.
func (d Defect) LabelKey() string { return "catalog.defect." + d.Code }

// ProblemType is the problem to declare to the marketplace, and whether it must
// come with a file.
func (d Defect) ProblemType(excluded bool) (problem string, attachment bool) {
	problem = d.Problem
	if excluded && d.ProblemIfExcluded != "" {
		problem = d.ProblemIfExcluded
	}
	return problem, slices.Contains([]string{"DAMAGED_PACKAGE", "ITEM_NOT_RECEIVED", "OOW_ITEM"}, problem)
}

// Excludes reports whether the defect can put the device out of warranty.
func (d Defect) Excludes() bool { return slices.Contains(d.Covers, CoverExcluded) }

func (d Defect) covered() bool { return slices.Contains(d.Covers, CoverWarranty) }

func (d Defect) clone() Defect {
	d.Covers, d.ReturnReasons = slices.Clone(d.Covers), slices.Clone(d.ReturnReasons)
	return d
}

// Defects lists the taxonomy in its order.
func Defects() []Defect {
	defects := slices.Clone(loaded().defects)
	for i := range defects {
		defects[i] = defects[i].clone()
	}
	return defects
}

// DefectByCode returns the defect of a code.
func DefectByCode(code string) (Defect, error) {
	defect, known := find(loaded().defects, func(d Defect) bool { return d.Code == code })
	if !known {
		return Defect{}, fault.New(fault.Invalid, "errors_catalog.defect", fault.Args{"code": code}).At("defect")
	}
	return defect.clone(), nil
}
