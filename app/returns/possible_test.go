package returns_test

import (
	"reflect"
	"slices"
	"testing"

	"revient/app/returns"
)

func TestWhatAPersonCanDoIsWhatTheStageAdmits(t *testing.T) {
	ofTheStation := []string{
		"Request", "ReceiveUnknown", "SettleAction", "IssueDocument", "SubmitRefund", "RequeueRefund", "AcceptRefund", "DoubtRefund",
		"RecordReadBack", "FindAlreadyRefunded", "RejectRefund", "AnnounceParcel",
	}
	for stage, c := range oneOfEachStage(t) {
		want := []string{}
		for _, entry := range admittedIn {
			name := entry.command.Name()
			if slices.Contains(entry.stages, stage) && !slices.Contains(ofTheStation, name) && name != "Resume" {
				want = append(want, name)
			}
		}
		got := returns.Possible(c)
		slices.Sort(got)
		slices.Sort(want)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", stage, got, want)
		}
	}
}

func TestAHeldCaseIsResumedAndNotHeldAgain(t *testing.T) {
	got := returns.Possible(deciding().and(onHold("doubt")).folded())
	if !slices.Contains(got, "Resume") || slices.Contains(got, "PutOnHold") {
		t.Errorf("possible in a held case: %v", got)
	}
	if got := returns.Possible(absorbed().folded()); len(got) != 0 {
		t.Errorf("possible in a case that goes on as another: %v", got)
	}
}
