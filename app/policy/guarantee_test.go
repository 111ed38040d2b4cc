package policy_test

import (
	"testing"

	"pgregory.net/rapid"

	"revient/app/policy"
)

func TestAGuaranteeSaysWhatCoversADefectAndUntilWhen(t *testing.T) {
	delivered := "2026-11-02T10:15:00+01:00"
	for _, c := range []struct {
		name      string
		delivered string
		repairs   []string
		replaced  string
		at        string
		coverage  policy.Coverage
		rule      policy.Rule
		last      string
	}{
		{"on the day of delivery", delivered, nil, "", delivered, policy.CoverPresumed, policy.Presumption12M, "2027-11-02"},
		{"the last second of month 12", delivered, nil, "", "2027-11-02T23:59:59+01:00", policy.CoverPresumed, policy.Presumption12M, "2027-11-02"},
		{"the first instant of month 13", delivered, nil, "", "2027-11-03T00:00:00+01:00", policy.CoverToProve, policy.Conformity24M, "2028-11-02"},
		{"the last second of month 24", delivered, nil, "", "2028-11-02T23:59:59+01:00", policy.CoverToProve, policy.Conformity24M, "2028-11-02"},
		{"the first instant of month 25", delivered, nil, "", "2028-11-03T00:00:00+01:00", policy.CoverOver, policy.Conformity24M, "2028-11-02"},
		{"a repair adds six months to the end, not to its day", delivered, []string{"2027-05-10"}, "", "2028-12-01T00:00:00+01:00",
			policy.CoverToProve, policy.RepairExt6M, "2029-05-02"},
		{"two repairs, written in any order, add twelve", delivered, []string{"2028-12-24", "2027-05-10"}, "", "2029-06-01T00:00:00+02:00",
			policy.CoverToProve, policy.RepairExt6M, "2029-11-02"},
		{"a repair after the end adds nothing", delivered, []string{"2028-11-03"}, "", "2028-12-01T00:00:00+01:00",
			policy.CoverOver, policy.Conformity24M, "2028-11-02"},
		{"a repair before the delivery is not one of this unit", delivered, []string{"2026-10-01"}, "", "2028-12-01T00:00:00+01:00",
			policy.CoverOver, policy.Conformity24M, "2028-11-02"},
		{"an imposed replacement starts 24 new months", delivered, nil, "2028-06-01", "2030-06-01T23:59:59+02:00",
			policy.CoverToProve, policy.Conformity24M, "2030-06-01"},
		{"and its defects are presumed anew", delivered, nil, "2028-06-01", "2029-06-01T12:00:00+02:00",
			policy.CoverPresumed, policy.Presumption12M, "2029-06-01"},
		{"a repair of the unit that was replaced does not follow the new one", delivered, []string{"2027-05-10"}, "2028-06-01",
			"2030-06-02T00:00:00+02:00", policy.CoverOver, policy.Conformity24M, "2030-06-01"},
		{"a replacement dated before the delivery is a mistake", delivered, nil, "2026-01-01", "2028-11-03T00:00:00+01:00",
			policy.CoverOver, policy.Conformity24M, "2028-11-02"},
		{"a leap day ends on 28 February", "2028-02-29", nil, "", "2030-02-28T23:59:59+01:00", policy.CoverToProve, policy.Conformity24M, "2030-02-28"},
		{"six months from 31 August end in February", "2026-08-31", []string{"2027-01-04"}, "", "2029-02-28T12:00:00+01:00",
			policy.CoverToProve, policy.RepairExt6M, "2029-02-28"},
	} {
		t.Run(c.name, func(t *testing.T) {
			timeline := policy.Timeline{Customer: paris, Workshop: paris, Delivered: when(t, c.delivered), Replaced: when(t, c.replaced)}
			for _, repair := range c.repairs {
				timeline.Repairs = append(timeline.Repairs, when(t, repair))
			}
			got, err := policy.Default().Guarantee(timeline, instant(t, c.at))
			if err != nil {
				t.Fatal(err)
			}
			if got.Coverage != c.coverage || got.Rule != c.rule || got.Until.Last().String() != c.last {
				t.Errorf("got %s by %s until %s", got.Coverage, got.Rule, got.Until.Last())
			}
		})
	}
}

func TestAGuaranteeWithoutADeliveryIsToBeCheckedAndNeverOver(t *testing.T) {
	got, err := policy.Default().Guarantee(policy.Timeline{Customer: paris}, instant(t, "2040-01-01T00:00:00Z"))
	if err != nil || got.Coverage != policy.CoverToCheck {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := policy.Default().Guarantee(policy.Timeline{}, instant(t, "2040-01-01T00:00:00Z")); err == nil {
		t.Error("a guarantee was computed nowhere")
	}
}

func TestARepairNeverShortensAGuarantee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		timeline := policy.Timeline{Customer: anyPlace.Draw(t, "place"), Delivered: anyMoment.Draw(t, "delivered")}
		at := anyTime.Draw(t, "at")
		before, err := policy.Default().Guarantee(timeline, at)
		if err != nil {
			t.Fatal(err)
		}
		timeline.Repairs = rapid.SliceOfN(anyMoment, 1, 4).Draw(t, "repairs")
		after, err := policy.Default().Guarantee(timeline, at)
		if err != nil {
			t.Fatal(err)
		}
		if after.Conformity.At.Before(before.Conformity.At) || (after.Repairs == 0) != after.Conformity.At.Equal(before.Conformity.At) {
			t.Fatalf("%s became %s after %d repairs", before.Conformity.At, after.Conformity.At, after.Repairs)
		}
	})
}
