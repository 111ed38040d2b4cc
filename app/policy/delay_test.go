package policy_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"revient/app/policy"
	"revient/app/returns"
	"revient/app/text"
)

func TestALateRefundGrowsByTheLaddersSteps(t *testing.T) {
	price := returns.Money{Minor: 32900, Currency: "EUR"}
	for _, c := range []struct {
		days  int
		step  policy.Step
		minor int64
	}{
		{-3, policy.StepNone, 0},
		{0, policy.StepNone, 0},
		{1, policy.StepRate, 6},   // 329.00 × 6.67 % / 365 = 0.0601
		{10, policy.StepRate, 60}, // 0.6012
		{11, policy.Step5, 1645},
		{20, policy.Step5, 1645},
		{21, policy.Step10, 3290},
		{30, policy.Step10, 3290},
		{31, policy.Step20, 6580},
		{60, policy.Step20, 6580},
		{61, policy.Step50, 16450},
		{90, policy.Step50, 16450},
		{91, policy.StepMonth, 18095},
		{120, policy.StepMonth, 18095},
		{121, policy.StepMonth, 19740},
		{390, policy.StepMonth, 32900},
		{391, policy.StepCap, 32906},
	} {
		got, err := policy.Default().CostOfDelay(price, c.days)
		if err != nil {
			t.Fatal(err)
		}
		if got.Step != c.step || got.Amount.Minor != c.minor || got.Amount.Currency != "EUR" {
			t.Errorf("%d days: got %+v, want %s %d", c.days, got, c.step, c.minor)
		}
		if !text.Has(text.French, "policy.step."+string(got.Step)) {
			t.Errorf("%s has no sentence", got.Step)
		}
	}
}

func TestAnImpossibleAmountHasNoCostOfDelay(t *testing.T) {
	for _, minor := range []int64{-1, math.MaxInt64} {
		if got, err := policy.Default().CostOfDelay(returns.Money{Minor: minor, Currency: "EUR"}, 4000); err == nil {
			t.Errorf("%d: got %+v", minor, got)
		}
	}
}

func TestWaitingLongerNeverCostsLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		price := returns.Money{Minor: rapid.Int64Range(0, 1_000_000).Draw(t, "price"), Currency: "EUR"}
		days := rapid.IntRange(0, 1500).Draw(t, "days")
		p := policy.Default()
		p.LegalRate = rapid.IntRange(0, 1500).Draw(t, "rate")
		sooner, err := p.CostOfDelay(price, days)
		if err != nil {
			t.Fatal(err)
		}
		later, err := p.CostOfDelay(price, days+rapid.IntRange(0, 400).Draw(t, "more"))
		if err != nil {
			t.Fatal(err)
		}
		if later.Amount.Minor < sooner.Amount.Minor {
			t.Fatalf("%+v then %+v", sooner, later)
		}
	})
}

func TestDaysLateAreCivilDaysAtThePlaceOfTheDeadline(t *testing.T) {
	legal := deadline(t, policy.Refund14DLegal, "2026-10-15T09:00:00+02:00", paris) // Last day: 29 October.
	for at, want := range map[string]int{
		"2026-10-29T23:59:59+01:00": 0,
		"2026-10-30T00:00:00+01:00": 1,
		"2026-10-30T23:30:00Z":      2, // 31 October in Paris.
		"2026-11-08T12:00:00+01:00": 10,
	} {
		if got := legal.DaysLate(instant(t, at)); got != want {
			t.Errorf("%s: %d days late, want %d", at, got, want)
		}
	}
}
