package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestRepairingUnderWarranty(t *testing.T) {
	pass, fail := returns.ControlRepair{Passed: true}, returns.ControlRepair{Code: "SCR-01"}
	screen := returns.UsePart{Part: "screen", Reference: "LOT-7"}
	up := returns.GiveUpRepair{Reason: text("board is dead")}
	check(t,
		it("the repair is decided and told", deciding(), repair(), follows("repair_decided", "action_queued")),
		it("of a device that is here", inspecting().and(stopped()), repair(), refused("move.no_device", "")),
		it("somebody begins it", repairing(), returns.StartRepair{}, then(returns.RepairStarted{Technician: "ana", At: now()})),
		it("once", onTheBench(), returns.StartRepair{}, refused("repair.state", "")),
		it("not another outcome", executing(), returns.StartRepair{}, refused("repair.none", "")),
		it("not while the case is held", repairing().and(onHold("doubt")), returns.StartRepair{}, refused("held", "")),
		it("a part is put in", onTheBench(), screen, then(returns.PartUsed{Part: returns.RepairPart{Part: "screen", Reference: "LOT-7"}})),
		it("one of the catalogue", onTheBench(), returns.UsePart{Part: "a new screen"}, refused("partial.part", "part")),
		it("its reference is a code", onTheBench(), returns.UsePart{Part: "screen", Reference: "from the blue box"}, refused("repair.reference", "reference")),
		it("not before it is begun", repairing(), screen, refused("repair.state", "")),
		it("it is handed to quality control", onTheBench(), returns.FinishRepair{}, then(returns.RepairFinished{At: now()})),
		it("another person controls it", inControl(), pass, then(returns.RepairPassed{Controller: "bob", At: now()}), byASecondPerson),
		it("not the technician", inControl(), pass, refused("repair.own_work", "")),
		it("except where there is nobody else, and it says so", inControl(), pass, then(returns.RepairPassed{Controller: "ana", At: now(), Alone: true}), alone),
		it("what fails goes back to the bench", inControl(), fail, then(returns.RepairSentBack{Controller: "bob", At: now(), Code: "SCR-01"}), byASecondPerson),
		it("with what is wrong", inControl(), returns.ControlRepair{}, refused("repair.what_failed", "reason"), byASecondPerson),
		it("as a code of the catalogue", inControl(), returns.ControlRepair{Code: "the screen flickers"}, refused("repair.code", "code"), byASecondPerson),
		it("it is not sent before it is repaired", inControl(), returns.Pack{Code: soldIMEI}, refused("outbound.nothing", "")),
		it("the customer's data are not erased", repaired(), erased(), refused("wipe.customers", "wipe")),
		it("another device is not packed", repaired(), returns.Pack{Code: otherIMEI}, refused("outbound.wrong_unit", "code")),
		it("the device is, by its number", repaired(), returns.Pack{Code: soldIMEI}, then(returns.OutboundPacked{What: returns.OutDevice, At: now(), By: "ana"})),
		it("or by its label", repaired(), returns.Pack{Code: "p03a-000001-q"}, follows("outbound_packed")),
		it("packed, it stays on its shelf", packed(), returns.Move{Place: returns.Bench}, refused("outbound.packed", "place")),
		it("what cannot be repaired opens the decision again", inControl(), up, follows("repair_failed", "action_settled")),
		it("for a reason", onTheBench(), returns.GiveUpRepair{}, refused("reason_needed", "reason")),
		it("not once it is repaired", repaired(), up, refused("repair.state", "")),
	)
	looped := inControl().second(fail).and(screen, returns.FinishRepair{}).second(fail).and(returns.FinishRepair{}).second(pass).folded()
	if looped.Repair.Fails != 2 || looped.Repair.State != returns.Repaired || looped.Repair.FailCode != "" || len(looped.Repair.Parts) != 1 {
		t.Errorf("after two failures the repair is %+v", looped.Repair)
	}
	if c := onTheBench().and(up).folded(); c.Stage != returns.Deciding || c.Repair.State != returns.Unrepairable {
		t.Errorf("given up: %s, %+v", c.Stage, c.Repair)
	}
	if c := repaired().and(returns.Reverse{Reason: text("r")}).folded(); c.Stage != returns.Deciding || c.Repair != nil {
		t.Errorf("taken back: %s, %+v", c.Stage, c.Repair)
	}
}

func TestACustomerLeavesTheirDevice(t *testing.T) {
	gone := returns.Dispose{Reason: text("wrote on the 10th")}
	check(t,
		it("a manager notes it, with a reason", repaired(), gone, then(returns.DeviceGivenUp(gone)), byAManager),
		it("an operator does not", repaired(), gone, refused("override.right", "")),
		it("for a reason", repaired(), returns.Dispose{}, refused("reason_needed", "reason"), byAManager),
		it("not while the case is held", repaired().and(onHold("doubt")), gone, refused("held", ""), byAManager),
		it("not of a device that is ours anyway", executing(), gone, refused("outbound.nothing", ""), byAManager),
		it("then it may be erased", refusedToo().and(gone), erased(), follows("wipe_recorded")),
		it("and put away", refusedToo().and(gone, erased()), scrapped(), follows("device_moved")),
	)
	left := repaired().and(gone, erased())
	for _, id := range left.folded().PendingActions() {
		left = left.and(returns.SettleAction{ID: id, Result: returns.ActionAccepted})
	}
	check(t, it("a repaired device that is left closes its case", left, scrapped(), follows("device_moved", "case_closed")))
	if c := packed().and(gone).folded(); c.Outbound.State != returns.NothingOut || c.Custody.Place != returns.Bench {
		t.Errorf("outbound %v, custody %v", c.Outbound, c.Custody)
	}
}
