package station

import (
	"slices"

	"revient/app/catalog"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// Suggestion is a deduction of the catalogue with its amount for the price paid.
type Suggestion struct {
	returns.Deduction
	Found bool // The inspection found what it is kept back for.
}

// Suggestions lists what can be kept back from a refund of a case, what was found
// first. Each part can be kept back once; the operator chooses and sets the amount.
func (s *Station) Suggestions(c returns.Case) []Suggestion {
	defects := []string{}
	if c.Inspection != nil {
		defects = c.Inspection.Defects()
	}
	category := soldCategory(c)
	found := catalog.DeductionsFor(category, defects)
	list := []Suggestion{}
	for _, deduction := range catalog.Deductions(category) {
		list = append(list, Suggestion{
			Deduction: returns.Deduction{
				Part: deduction.Part, Finding: deduction.Finding,
				Amount: returns.Money{Minor: deduction.Of(c.Sale.Paid.Minor), Currency: c.Sale.Paid.Currency},
			},
			Found: slices.Contains(found, deduction),
		})
	}
	slices.SortStableFunc(list, func(a, b Suggestion) int {
		switch {
		case a.Found == b.Found:
			return 0
		case a.Found:
			return -1
		default:
			return 1
		}
	})
	return list
}

// soldCategory is the category of the device that was sold.
func soldCategory(c returns.Case) string {
	if c.Sale != nil && slices.Contains(catalog.Categories(), c.Sale.Category) {
		return c.Sale.Category
	}
	return catalog.OtherThing
}

// RefusalReason is a reason to refuse, with the words for the customer ready.
type RefusalReason struct {
	Code  string
	Words string
	Fits  bool // It is the answer to what was found.
}

// refusedBy are the rows of the decision table that refuse for a reason of their own,
// whatever was found on the device.
var refusedBy = map[string]string{"D3": "late", "D13": "no_fault_found"}

// RefusalReasons lists the reasons to refuse a case in the customer's language, the
// one that fits what is proposed or what was found first. A request that came too
// late is told the date.
func (s *Station) RefusalReasons(tx *store.ReadTx, c returns.Case, proposed policy.Proposal) []RefusalReason {
	lang := s.languageOf(c)
	args := map[string]any{"case": c.Number, "title": c.Sale.Title, "workshop": s.workshop(tx).Name}
	for name, value := range policy.Written(lang, proposed.TellArgs) {
		args[name] = value
	}
	fitting, byRow := refusedBy[proposed.Row]
	if !byRow && c.Inspection != nil {
		fitting, _ = catalog.RefusalFor(c.Inspection.Defects())
	}
	reasons := []RefusalReason{}
	for _, code := range catalog.RefusalCodes() {
		key := catalog.RefusalWordsKey(code)
		if late := "late"; code == late && fitting == late {
			key = catalog.LateWordsKey
		}
		reason := RefusalReason{Code: code, Words: text.T(lang, key, args), Fits: code == fitting}
		if reason.Fits {
			reasons = slices.Insert(reasons, 0, reason)
			continue
		}
		reasons = append(reasons, reason)
	}
	return reasons
}

// RepairParts lists what a technician may replace in the device of a case, what
// mends the defects found first.
func RepairParts(c returns.Case) []string {
	defects := []string{}
	if c.Inspection != nil {
		defects = c.Inspection.Defects()
	}
	codes := []string{}
	for _, part := range catalog.RepairParts(soldCategory(c), defects...) {
		codes = append(codes, part.Code)
	}
	return codes
}
