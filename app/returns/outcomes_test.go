package returns_test

import "revient/app/returns"

// The commands and the pasts of the outcomes that are not a full refund.

func photoOf(check string) returns.AddEvidence {
	return returns.AddEvidence{Photos: []returns.PhotoID{returns.PhotoID("photo-of-" + check)}, Check: check}
}

func promise() returns.AddNote {
	return returns.AddNote{ID: "note-1", Text: text("called"), Promise: true}
}

func choice() returns.AskCustomer {
	return returns.AskCustomer{Choice: returns.ChoiceWithdrawOrRepair, Text: text("choose")}
}

func stopped() returns.StopInspection {
	return returns.StopInspection{Defect: "PKG-EMPTY", Absent: true}
}

const unitIMEI = otherIMEI

// unit is a replacement of the stock.
func unit(id returns.UnitID) returns.Replacement {
	return returns.Replacement{Unit: id, SKU: "IP12-64-N", Title: "iPhone 12 64 Go Noir", Grade: "good", IMEI: unitIMEI, Bin: "A3"}
}

func reserve(id returns.UnitID) returns.ReserveReplacement {
	return returns.ReserveReplacement{Unit: unit(id)}
}

func proposing(outcome string) returns.Proposal { return returns.Proposal{Outcome: outcome} }

func exchange() returns.DecideExchange {
	return returns.DecideExchange{Unit: "unit-1", Proposal: proposing("exchange")}
}

func repair() returns.DecideRepair { return returns.DecideRepair{Proposal: proposing("repair")} }

func refuse() returns.DecideRefuse {
	return returns.DecideRefuse{Code: "oxidation", Text: text("refused"), Proposal: proposing("refuse")}
}

func handOver() returns.HandOver {
	return returns.HandOver{Carrier: "chronopost", Tracking: "XY123456789FR"}
}

func exchanging() past { return deciding().and(reserve("unit-1"), exchange()) }
func exchanged() past  { return exchanging().and(returns.Pack{Code: unitIMEI}, handOver()) }
func repairing() past  { return deciding().and(repair()) }
func onTheBench() past { return repairing().and(returns.StartRepair{}) }
func inControl() past  { return onTheBench().and(returns.FinishRepair{}) }
func repaired() past   { return inControl().second(returns.ControlRepair{Passed: true}) }
func packed() past     { return repaired().and(returns.Pack{Code: soldIMEI}) }
func refusing() past   { return deciding().and(refuse()) }
func refusedToo() past { return refusing().second(returns.ApproveDecision{}) }
