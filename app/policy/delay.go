package policy

import (
	"math/big"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// Step names a step of the ladder of C. conso. L242-4, by which a refund of a
// withdrawal grows when it is late.
type Step string

// The steps. Days are counted from the end of the legal period.
const (
	StepNone  Step = "none"   // Not late.
	StepRate  Step = "rate"   // To 10 days: the legal rate, by the day.
	Step5     Step = "5"      // To 20 days: 5 %.
	Step10    Step = "10"     // To 30 days.
	Step20    Step = "20"     // To 60 days.
	Step50    Step = "50"     // To 90 days.
	StepMonth Step = "months" // Five points for each month begun, up to the amount itself.
	StepCap   Step = "cap"    // The amount itself, and the legal rate on from there.
)

// Surcharge is what a delay adds to a refund, by the law and without a demand.
type Surcharge struct {
	Days   int           `json:"days"`
	Step   Step          `json:"step"`
	Amount returns.Money `json:"amount"`
}

const (
	whole       = 10000 // Hundredths of a percent in one.
	monthOfDays = 30    // A month of the ladder.
	fifty       = 5000
	fivePoints  = 500
)

// CostOfDelay is what is owed on top of an amount that is paid so many days late,
// at the legal rate of the policy. The surcharge is rounded to the minor unit,
// half of one up.
func (p Policy) CostOfDelay(amount returns.Money, daysLate int) (Surcharge, error) {
	if amount.Minor < 0 {
		return Surcharge{}, fault.New(fault.Invalid, "errors_policy.amount", nil).At("amount")
	}
	cost := Surcharge{Days: max(daysLate, 0), Step: StepNone, Amount: returns.Money{Currency: amount.Currency}}
	step, share, days := ladder(cost.Days)
	cost.Step = step
	owed := big.NewRat(int64(share), whole)
	owed.Add(owed, big.NewRat(int64(p.LegalRate)*int64(days), whole*365))
	owed.Mul(owed, new(big.Rat).SetInt64(amount.Minor))
	owed.Add(owed, big.NewRat(1, 2))
	minor := new(big.Int).Div(owed.Num(), owed.Denom())
	if !minor.IsInt64() {
		return Surcharge{}, fault.New(fault.Invalid, "errors.money.overflow", nil).At("amount")
	}
	cost.Amount.Minor = minor.Int64()
	return cost, nil
}

// ladder returns the step of a delay, the share of the amount that it adds, in
// hundredths of a percent, and the days on which the legal rate runs.
func ladder(late int) (step Step, share, days int) {
	switch {
	case late == 0:
		return StepNone, 0, 0
	case late <= 10:
		return StepRate, 0, late
	case late <= 20:
		return Step5, 500, 0
	case late <= 30:
		return Step10, 1000, 0
	case late <= 60:
		return Step20, 2000, 0
	case late <= 90:
		return Step50, fifty, 0
	}
	begun := (late - 90 + monthOfDays - 1) / monthOfDays
	const toCap = (whole - fifty) / fivePoints
	if begun <= toCap {
		return StepMonth, fifty + begun*fivePoints, 0
	}
	return StepCap, whole, late - 90 - toCap*monthOfDays
}

// DaysLate counts the civil days from the last day in time, at the deadline's
// place, to the day of an instant; zero while it is in time.
func (d Deadline) DaysLate(at time.Time) int {
	if d.InTime(at) {
		return 0
	}
	zone, err := d.Inputs.Place.location()
	if err != nil { // Policy.Deadline returns none whose zone does not load.
		zone = time.UTC
	}
	return int(DayOf(at, zone).Time().Sub(d.Last().Time()) / (24 * time.Hour))
}
