package returns_test

import (
	"reflect"
	"slices"
	"testing"

	"revient/app/returns"
)

// ofTheStation are the commands that no person gives.
var ofTheStation = []string{
	"Request", "ReceiveUnknown", "SettleAction", "IssueDocument", "SubmitRefund", "RequeueRefund", "AcceptRefund", "DoubtRefund",
	"RecordReadBack", "FindAlreadyRefunded", "RejectRefund", "AnnounceParcel",
}

// offered shows, for every command that the stage alone does not decide on, a case
// to which it is offered and one of the same stage to which it is not.
var offered = map[string]struct{ to, notTo func() past }{
	"Resume":             {func() past { return deciding().and(onHold("doubt")) }, deciding},
	"PutOnHold":          {deciding, func() past { return deciding().and(onHold("doubt")) }},
	"ApproveDecision":    {refusing, executing},
	"TurnDown":           {refusing, executing},
	"Reverse":            {executing, submitting},
	"CorrectDocument":    {executing, exchanging},
	"ErasePerson":        {closed, func() past { return closed().and(returns.ErasePerson{Because: "asked"}) }},
	"MoveEvidence":       {func() past { return received().and(photoOf("SCR")) }, received},
	"KeepPromise":        {func() past { return received().and(promise()) }, received},
	"ProtestToCarrier":   {received, func() past { return received().and(returns.ProtestToCarrier{}) }},
	"RecordAnswer":       {func() past { return deciding().and(choice()) }, deciding},
	"ReserveReplacement": {exchanging, executing},
	"ReleaseReplacement": {func() past { return deciding().and(reserve("unit-1")) }, deciding},
	"NoReplacementLeft":  {exchanging, executing},
	"Unexchange":         {exchanged, exchanging},
	"StartRepair":        {repairing, executing},
	"UsePart":            {onTheBench, repairing},
	"FinishRepair":       {onTheBench, repairing},
	"ControlRepair":      {inControl, repairing},
	"GiveUpRepair":       {repairing, repaired},
	"Pack":               {repaired, repairing},
	"Unpack":             {packed, repaired},
	"HandOver":           {packed, repaired},
	"Dispose":            {repaired, repairing},
	"Unidentify":         {func() past { return unidentified().and(found()) }, received},
}

func TestWhatAPersonCanDoIsWhatTheStageAdmits(t *testing.T) {
	for stage, c := range oneOfEachStage(t) {
		want := []string{}
		for _, entry := range admittedIn {
			name := entry.command.Name()
			if _, depends := offered[name]; !depends && slices.Contains(entry.stages, stage) && !slices.Contains(ofTheStation, name) {
				want = append(want, name)
			}
		}
		got := slices.DeleteFunc(returns.Possible(c), func(name string) bool { _, depends := offered[name]; return depends })
		slices.Sort(got)
		slices.Sort(want)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", stage, got, want)
		}
	}
}

func TestWhatFitsTheCaseIsOfferedAndWhatDoesNotIsNot(t *testing.T) {
	for name, c := range offered {
		if with, without := c.to().folded(), c.notTo().folded(); with.Stage != without.Stage && name != "Unexchange" {
			t.Errorf("%s is shown in two stages, %s and %s", name, with.Stage, without.Stage)
		}
		if !slices.Contains(returns.Possible(c.to().folded()), name) {
			t.Errorf("%s is not offered where it fits", name)
		}
		if slices.Contains(returns.Possible(c.notTo().folded()), name) {
			t.Errorf("%s is offered where it does not fit", name)
		}
	}
}

func TestACaseThatGoesOnAsAnotherOffersNextToNothing(t *testing.T) {
	if got := returns.Possible(absorbed().folded()); !reflect.DeepEqual(got, []string{"Unidentify", "ErasePerson"}) {
		t.Errorf("possible in a case that goes on as another: %v", got)
	}
}
