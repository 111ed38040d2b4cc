package catalog

// What a defect can say to the rules.
const (
	factImpact       = "impact"
	factOxidation    = "oxidation"
	factOpened       = "opened"
	factWear         = "wear"
	factAccessory    = "accessory_missing"
	factParcelDamage = "parcel_damaged"
	factWeightGap    = "weight_gap"
	factLocked       = "locked"
	factNothing      = ""
)

// The exclusions of a guarantee, as [Exclusion] names them.
const (
	ExclusionImpact    = factImpact
	ExclusionOxidation = factOxidation
	ExclusionOpened    = factOpened // By a third party, a swapped part included.
)

// Exclusion tells which exclusion of the guarantee a defect is. The code is one of
// a defect, or one of a check, which stands for the likeliest defect of its KO.
func Exclusion(code string) (kind string, excluded bool) {
	switch fact := factOf(code); fact {
	case factImpact, factOxidation, factOpened:
		return fact, true
	default:
		return "", false
	}
}

// IsWear reports wear beyond what testing a device takes: the customer answers
// for the value that it lost by it, and for no more (C. conso L221-23).
func IsWear(code string) bool { return factOf(code) == factWear }

// IsAccessory reports an accessory of the sale that did not come back. A faulty
// one is covered like the device.
func IsAccessory(code string) bool { return factOf(code) == factAccessory }

// IsParcelDamage reports a parcel that came back damaged: the carrier is told
// within three days. Damage on the way out is the seller's and is none.
func IsParcelDamage(code string) bool { return factOf(code) == factParcelDamage }

// IsWeightGap reports a parcel whose weight is not that of what was sold.
func IsWeightGap(code string) bool { return factOf(code) == factWeightGap }

// IsLock reports an account, a code, a company profile or a firmware password
// that the customer must remove first. A carrier's lock is none: the seller owes a
// device that takes any SIM.
func IsLock(code string) bool { return factOf(code) == factLocked }

// CoveredByWarranty reports whether the guarantee covers the defect as such. One
// that its cause may exclude, such as a worn battery, is covered too: whether the
// cause does is for a person to say.
func CoveredByWarranty(code string) bool {
	defect, known := defectOf(code)
	return known && defect.covered()
}

func factOf(code string) string {
	if defect, known := defectOf(code); known {
		return defect.Fact
	}
	return factNothing
}

// defectOf finds the defect of its own code or of a check's.
func defectOf(code string) (Defect, bool) {
	if check, known := find(loaded().checks, func(c Check) bool { return c.Code == code }); known {
		code = check.FailDefect()
	}
	return find(loaded().defects, func(d Defect) bool { return d.Code == code })
}
