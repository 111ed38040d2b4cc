package station_test

import (
	"slices"
	"strings"
	"testing"
)

func TestNobodyIsToldThatADeviceWasInspectedThatNeverCame(t *testing.T) {
	r := newWorkshop(t)
	lost, kept := r.pulls("1001", "F1"), r.pulls("1002", "F2")
	r.did(r.station.Authorise(r.ctx, r.order(), lost, false, "", ""))
	r.did(r.station.MarkLost(r.ctx, r.order(), lost, "The carrier says so."))
	r.did(r.station.DecideFullRefund(r.ctx, r.manager(), lost, euros(40400), "The proof is good.", "The receipt of the drop-off."))
	r.did(r.station.DecideKeep(r.ctx, r.manager(), kept, euros(5000), "Agreed on the telephone."))
	told := r.letters()
	for _, said := range []string{"s’est perdu en chemin", "vous gardez votre appareil"} {
		if !slices.ContainsFunc(told, func(words string) bool { return strings.Contains(words, said) }) {
			t.Errorf("no message says %q", said)
		}
	}
	for _, words := range told {
		if strings.Contains(words, "inspecté") {
			t.Errorf("a message says: %s", words)
		}
	}
}
