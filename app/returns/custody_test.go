package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestErasing(t *testing.T) {
	recorded := func(state returns.WipeState, method string) outcome {
		return then(returns.WipeRecorded{Wipe: returns.Wipe{State: state, Method: method, At: now(), By: "ana"}})
	}
	wipe := func(state returns.WipeState, method string) returns.Command {
		return returns.RecordWipe{State: state, Method: method}
	}
	check(t,
		it("the data are erased after the decision", executing(), wipe(returns.WipeDone, "purge"), recorded(returns.WipeDone, "purge")),
		it("never before: they are the customer's", deciding(), wipe(returns.WipeDone, "purge"), refused("stage", "")),
		it("never while the case is held", executing().and(onHold("doubt")), wipe(returns.WipeDone, "purge"), refused("held", "")),
		it("by a known method", executing(), wipe(returns.WipeDone, "hammer"), refused("wipe.method", "method")),
		it("nothing to erase", executing(), wipe(returns.WipeNotNeeded, ""), recorded(returns.WipeNotNeeded, "")),
		it("impossible to erase", executing(), wipe(returns.WipeImpossible, ""), recorded(returns.WipeImpossible, "")),
		it("and nothing else", executing(), wipe("later", ""), refused("wipe.state", "wipe")),
		it("nor a blank", executing(), wipe(returns.WipeOpen, ""), refused("wipe.state", "wipe")),
	)
}

func TestGrading(t *testing.T) {
	for _, grade := range returns.Grades() {
		check(t, it("a device is "+grade, executing(), returns.RecordGrade{Grade: grade}, then(returns.GradeRecorded{Grade: grade})))
	}
	check(t,
		it("a device is not new", executing(), returns.RecordGrade{Grade: "new"}, refused("grade", "grade")),
		it("a device is graded after the decision", deciding(), returns.RecordGrade{Grade: "fair"}, refused("stage", "")),
	)
}

func TestEveryPlaceHasItsGate(t *testing.T) {
	to := func(place returns.Place) returns.Command { return returns.Move{Place: place, Bin: "B1"} }
	moved := func(place returns.Place) outcome {
		return then(returns.DeviceMoved{Custody: returns.Custody{Place: place, Bin: "B1"}})
	}
	state := func(state returns.WipeState) returns.Command { return returns.RecordWipe{State: state} }
	graded := returns.RecordGrade{Grade: "good"}
	impossible := state(returns.WipeImpossible)
	locked := inspectedAs("ok", "ko").and(fullRefund(), notice(), erased(), graded)
	swollen := inspecting().and(returns.ReadIdentity{IMEI: soldIMEI}, answers("SCR", "ok", "LCK", "ok", "SAF", "ko"), returns.CompleteInspection{},
		fullRefund(), notice(), erased(), graded)

	check(t,
		it("quarantine is open", received(), to(returns.Quarantine), moved(returns.Quarantine)),
		it("the bench is open", inspecting(), to(returns.Bench), moved(returns.Bench)),
		it("the repair shelf is open", deciding(), to(returns.RepairShelf), moved(returns.RepairShelf)),
		it("a held device may still move about", deciding().and(onHold("doubt")), to(returns.Quarantine), moved(returns.Quarantine)),
		it("a place is one that the workshop has", received(), to("attic"), refused("move.place", "place")),
		it("nobody moves a device to the customer by hand", executing(), to(returns.WithCustomer), refused("move.place", "place")),
		it("nothing goes to stock before the decision", deciding(), to(returns.Stock), refused("move.undecided", "place")),
		it("nor to scrap while the case is held", executing().and(erased(), onHold("doubt")), to(returns.Scrap), refused("held", "")),
		it("stock wants it erased", executing().and(graded), to(returns.Stock), refused("move.not_erased", "wipe")),
		it("stock takes nothing that cannot be erased", executing().and(graded, impossible), to(returns.Stock), refused("move.not_erased", "wipe")),
		it("stock takes nothing that was destroyed", executing().and(graded, returns.RecordWipe{State: returns.WipeDone, Method: "destroy"}), to(returns.Stock), refused("move.destroyed", "place")),
		it("stock wants it unlocked", locked, to(returns.Stock), refused("move.locked", "place")),
		it("stock wants it safe", swollen, to(returns.Stock), refused("move.dangerous", "place")),
		it("stock wants a grade", executing().and(erased()), to(returns.Stock), refused("move.no_grade", "grade")),
		it("with all that it goes to stock", executing().and(erased(), graded), to(returns.Stock), moved(returns.Stock)),
		it("also when there was nothing to erase", executing().and(state(returns.WipeNotNeeded), graded), to(returns.Stock), moved(returns.Stock)),
		it("parts want it erased", executing(), to(returns.Parts), refused("move.not_erased", "wipe")),
		it("parts take nothing that cannot be erased", executing().and(impossible), to(returns.Parts), refused("move.not_erased", "wipe")),
		it("erased, it goes to parts", locked, to(returns.Parts), moved(returns.Parts)),
		it("scrap wants an answer about its data", executing(), to(returns.Scrap), refused("move.not_erased", "wipe")),
		it("scrap takes what cannot be erased", executing().and(impossible), to(returns.Scrap), moved(returns.Scrap)),
		it("the outbound shelf takes what goes back", refusedToo(), to(returns.OutboundShelf), moved(returns.OutboundShelf)),
		it("and nothing else", executing(), to(returns.OutboundShelf), refused("outbound.nothing", "place")),
		it("nor anything before the second person's yes", refusing(), to(returns.OutboundShelf), refused("outbound.nothing", "place")),
		it("what is the customer's does not go to parts", refusedToo(), to(returns.Parts), refused("move.customers", "place")),
		it("put away, it moves to another bin", closed(), to(returns.Scrap), moved(returns.Scrap)),
		it("but not back to the bench", closed(), to(returns.Bench), refused("move.closed", "place")),
		it("the unknown parcel has its shelf", unidentified(), to(returns.Dock), moved(returns.Dock)),
		it("what is not here is moved by nobody", lost().and(lostRefund()), to(returns.Scrap), refused("move.no_device", "")),
		it("nor what the customer has", awaiting().and(keep(100)), to(returns.Bench), refused("move.not_here", "")),
		it("a bin is a code", received(), returns.Move{Place: returns.Dock, Bin: "behind the door"}, refused("move.bin", "bin")),
	)
}
