package policy_test

import (
	"testing"
	"time"

	"revient/app/policy"
)

// BenchmarkDue is what one row of the worklist costs when it is projected.
func BenchmarkDue(b *testing.B) {
	timeline := policy.Timeline{Claim: policy.Defect, Customer: paris, Workshop: paris,
		Received: policy.At(time.Date(2026, 12, 22, 9, 0, 0, 0, time.UTC))}
	for b.Loop() {
		if _, owed, err := policy.Default().Due(timeline); err != nil || !owed {
			b.Fatal(owed, err)
		}
	}
}

// BenchmarkRibbon is what opening a case costs.
func BenchmarkRibbon(b *testing.B) {
	day := func(date int) policy.Moment { return policy.At(time.Date(2026, 11, date, 9, 0, 0, 0, time.UTC)) }
	timeline := policy.Timeline{Claim: policy.Defect, Customer: paris, Workshop: paris,
		Delivered: day(2), Declared: day(4), Answered: day(5), Received: day(18)}
	now := time.Date(2026, 11, 19, 8, 0, 0, 0, time.UTC)
	for b.Loop() {
		if _, err := policy.Default().Ribbon(timeline, now); err != nil {
			b.Fatal(err)
		}
	}
}
