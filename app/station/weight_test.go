package station_test

import (
	"testing"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

func TestAParcelThatWeighsTooLittleForWhatLeftIsAGap(t *testing.T) {
	for name, c := range map[string]struct {
		weighed string
		left    int
		gap     bool
	}{
		"a tenth less is the scales'":  {"360", 400, false},
		"more than a tenth less":       {"359", 400, true},
		"heavier than it left":         {"700", 400, false},
		"nobody weighed it":            {"", 400, false},
		"no file says what it weighed": {"10", 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			held := returns.Case{Inspection: &returns.Inspection{Results: map[string]returns.CheckResult{"COM-02": {Value: c.weighed}}}}
			if gap := station.WeighsTooLittle(held, store.SoldUnit{WeightGrams: c.left}); gap != c.gap {
				t.Errorf("a gap: %t", gap)
			}
		})
	}
	if station.WeighsTooLittle(returns.Case{}, store.SoldUnit{WeightGrams: 400}) {
		t.Error("a parcel that was not opened has a gap")
	}
}
