package returns_test

import (
	"reflect"
	"testing"

	"revient/app/returns"
)

func TestStartingAnInspection(t *testing.T) {
	started := func(revision int) outcome {
		return then(returns.InspectionStarted{Inspection: returns.Inspection{
			Revision: revision, Profile: "defect", Version: "1", Checks: checks(), Results: map[string]returns.CheckResult{}, By: "ana", StartedAt: now(),
		}})
	}
	check(t,
		it("an inspection starts with the checks of its profile", received(), inspect(), started(1)),
		it("a second one is a new revision", deciding(), returns.Reinspect(inspect()), started(2)),
		it("a profile has a name", received(), returns.StartInspection{Version: "1", Checks: checks()}, refused("inspection.no_profile", "profile")),
		it("a profile has a version", received(), returns.StartInspection{Profile: "defect", Checks: checks()}, refused("inspection.no_profile", "profile")),
		it("a profile has checks", deciding(), returns.Reinspect{Profile: "defect", Version: "1"}, refused("inspection.no_profile", "profile")),
		it("an inspection that runs is not started again", inspecting(), inspect(), refused("stage", "")),
	)
	again := deciding().and(returns.Reinspect(inspect())).folded()
	if len(again.Revisions) != 1 || again.Revisions[0].Results["SCR"].Answer != returns.KO || len(again.Inspection.Results) != 0 || again.Custody.Place != returns.Bench {
		t.Errorf("revisions %+v, standing %+v", again.Revisions, again.Inspection)
	}
}

func TestRecordingAnswers(t *testing.T) {
	recorded := func(results map[string]returns.CheckResult) outcome {
		return then(returns.ChecksRecorded{Results: results})
	}
	reasoned := map[string]returns.CheckResult{"SCR": {Answer: returns.NotTested, Reason: text("flat")}}
	named := map[string]returns.CheckResult{"SCR": {Answer: returns.KO, Defect: "SCR-07"}}
	check(t,
		it("several answers come at once", inspecting(), answers("LCK", "ok", "SCR", "na"), recorded(map[string]returns.CheckResult{"LCK": {Answer: returns.OK}, "SCR": {Answer: returns.NA}})),
		it("a KO stands for the defect of its check", inspecting(), answers("SCR", "ko"), recorded(map[string]returns.CheckResult{"SCR": {Answer: returns.KO, Defect: "SCR-01"}})),
		it("a KO may name its defect", inspecting(), returns.RecordChecks{Results: named}, recorded(named)),
		it("what was not tested has a reason", inspecting(), answers("SCR", "not_tested"), refused("check.reason", "SCR")),
		it("and with it passes", inspecting(), returns.RecordChecks{Results: reasoned}, recorded(reasoned)),
		it("there is something to record", inspecting(), returns.RecordChecks{}, refused("check.none", "")),
		it("a check is of the profile", inspecting(), answers("NOPE", "ok"), refused("check.unknown", "")),
		it("an answer is one of four", inspecting(), answers("SCR", "maybe"), refused("check.answer", "SCR")),
	)
	if got := inspecting().and(answers("SCR", "ko"), answers("SCR", "ok")).folded().Inspection.Results["SCR"].Answer; got != returns.OK {
		t.Errorf("answer %s: the later one should hold", got)
	}
}

func TestStoppingAnInspection(t *testing.T) {
	photographed := inspecting().and(returns.AddEvidence{Photos: []returns.PhotoID{"p1"}, View: "outer"})
	stop := returns.StopInspection{Defect: "PKG-EMPTY", Views: []string{"outer"}, Absent: true}
	check(t,
		it("a finding that makes the rest pointless jumps to the decision", photographed, stop, follows("inspection_stopped")),
		it("it names its finding", photographed, returns.StopInspection{}, refused("stop.no_finding", "defect")),
		it("it has its own short list of photos", inspecting(), stop, refused("stop.photos", "photos")),
		it("what was not in the parcel cannot be moved", photographed.and(stop), returns.Move{Place: returns.Bench}, refused("move.no_device", "")),
		it("unless a second look finds it", photographed.and(stop, returns.Reinspect(inspect())), returns.Move{Place: returns.Quarantine}, follows("device_moved")),
	)
	c := photographed.and(stop).folded()
	if c.Stage != returns.Deciding || c.Custody.Place != returns.NoDevice || c.Inspection.Blocking != "PKG-EMPTY" || !c.Inspection.CompletedAt.Known() || len(c.Inspection.Seal) != 64 {
		t.Errorf("stage %s, custody %v, inspection %+v", c.Stage, c.Custody, c.Inspection)
	}
	if got := c.Inspection.Defects(); !reflect.DeepEqual(got, []string{"PKG-EMPTY"}) {
		t.Errorf("defects %v", got)
	}
}

func TestCompletingAnInspection(t *testing.T) {
	read := inspecting().and(returns.ReadIdentity{IMEI: soldIMEI})
	photo := func(code string) returns.Command {
		return returns.AddEvidence{Photos: []returns.PhotoID{returns.PhotoID("photo-" + code)}, Check: code}
	}
	check(t,
		it("the identity comes first", inspecting().and(answers("SCR", "ok", "LCK", "ok")), returns.CompleteInspection{}, refused("inspection.identity", "imei")),
		it("mandatory checks have an answer", read.and(answers("SCR", "ok")), returns.CompleteInspection{}, refused("inspection.open", "LCK")),
		it("other checks need none", read.and(answers("SCR", "ok", "LCK", "ok")), returns.CompleteInspection{}, follows("inspection_completed")),
		it("a KO has its photo", read.and(answers("SCR", "ko", "LCK", "ok")), returns.CompleteInspection{}, refused("inspection.photos", "SCR")),
		it("some checks always have one", read.and(answers("SCR", "ok", "LCK", "ok", "BOX", "ok")), returns.CompleteInspection{}, refused("inspection.photos", "BOX")),
		it("with all its photos it is complete", read.and(answers("SCR", "ko", "LCK", "ok", "BOX", "ok"), photo("SCR"), photo("BOX")), returns.CompleteInspection{}, follows("inspection_completed")),
	)
	nothing := returns.Case{}
	if len(nothing.OpenChecks()) != 0 || len(nothing.ChecksWithoutPhoto()) != 0 {
		t.Error("a case without an inspection misses nothing")
	}
	if got := inspectedAs("ko", "ko").folded().Inspection.Defects(); !reflect.DeepEqual(got, []string{"SCR-01", "LCK-01"}) {
		t.Errorf("defects %v", got)
	}
}

func TestTheSealChangesWithWhatWasFound(t *testing.T) {
	seals := map[string]string{}
	for name, p := range map[string]past{
		"all well":     inspectedAs("ok", "ok"),
		"screen":       inspectedAs("ko", "ok"),
		"lock":         inspectedAs("ok", "ko"),
		"another view": inspecting().and(returns.ReadIdentity{Unreadable: true}, answers("SCR", "ok", "LCK", "ok"), returns.CompleteInspection{}),
	} {
		seal := p.folded().Inspection.Seal
		if other, twice := seals[seal]; twice || len(seal) != 64 {
			t.Errorf("%s and %s have the seal %q", name, other, seal)
		}
		seals[seal] = name
	}
	first, second := inspectedAs("ok", "ok").folded().Inspection.Seal, inspectedAs("ok", "ok").folded().Inspection.Seal
	if first != second {
		t.Error("the same findings have two seals")
	}
}
