package catalog

import "slices"

// DefectAccessoryMissing is the defect of an accessory that did not come back.
const DefectAccessoryMissing = "ACC-01"

// basisPointsOfAll are the basis points of the whole price: one is a hundredth of
// a percent.
const basisPointsOfAll = 10000

// Deduction is what a part costs the customer when it came back with a finding:
// the default of a partial refund, which the operator may change. It is either an
// Amount, or BasisPoints of the price paid and at most Cap. Amounts are euro cents:
// in another currency only the share means anything, and a person types the rest.
type Deduction struct {
	Part        string
	Finding     string // Defect code.
	Amount      int64
	BasisPoints int
	Cap         int64
}

// A deductionRow is a part and a finding with their price in each category that
// has one.
type deductionRow struct {
	Part    string           `json:"part"`
	Finding string           `json:"finding"`
	Prices  map[string]price `json:"prices"`
}

type price struct {
	Amount      int64 `json:"amount,omitempty"`
	BasisPoints int   `json:"basisPoints,omitempty"`
	Cap         int64 `json:"cap,omitempty"`
}

// LabelKey names the part's sentence.
func (d Deduction) LabelKey() string { return PartKey(d.Part) }

// FindingKey names the finding's sentence.
func (d Deduction) FindingKey() string { return Defect{Code: d.Finding}.LabelKey() }

// Of is the deduction from a price paid, in its minor units: never more than was
// paid, and a share is rounded down, in the customer's favour.
func (d Deduction) Of(paidMinor int64) int64 {
	if paidMinor <= 0 {
		return 0
	}
	amount := d.Amount
	if d.BasisPoints > 0 {
		share := int64(d.BasisPoints) // Divided first: a product of large prices would overflow.
		amount = min(paidMinor/basisPointsOfAll*share+paidMinor%basisPointsOfAll*share/basisPointsOfAll, d.Cap)
	}
	return min(amount, paidMinor)
}

// Deductions lists the deductions of a category of device.
func Deductions(category string) []Deduction {
	category = categoryOr(category)
	list := []Deduction{}
	for _, row := range loaded().deductions {
		if price, priced := row.Prices[category]; priced {
			list = append(list, Deduction{
				Part: row.Part, Finding: row.Finding, Amount: price.Amount, BasisPoints: price.BasisPoints, Cap: price.Cap,
			})
		}
	}
	return list
}

// DefaultAmount is the amount proposed for a part that came back with a finding,
// from a price paid in minor units; where the tables know none, nothing is.
func DefaultAmount(part, finding, category string, paidMinor int64) (amount int64, known bool) {
	deduction, known := find(Deductions(category), func(d Deduction) bool { return d.Part == part && d.Finding == finding })
	return deduction.Of(paidMinor), known
}

// DeductionsFor lists what the defects of an inspection can be deducted by, in the
// order of the tables: the operator picks among them, and takes each part once.
// Missing are the parts of the accessories that did not come back; where the
// defects say that some did not and nobody says which, all of them are offered.
// A defect that the guarantee covers is never the customer's to pay and has none.
func DeductionsFor(category string, defects []string, missing ...string) []Deduction {
	return slices.DeleteFunc(Deductions(category), func(d Deduction) bool {
		if d.Finding != DefectAccessoryMissing {
			return !slices.Contains(defects, d.Finding)
		}
		if len(missing) > 0 {
			return !slices.Contains(missing, d.Part)
		}
		return !slices.Contains(defects, DefectAccessoryMissing)
	})
}
