package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestMergingTwoCasesOfOneReturn(t *testing.T) {
	merge := returns.Merge{Into: "case-2", Reason: text("entered twice")}
	both := merge
	both.Received = true
	rejected := submitting().and(reject)
	check(t,
		it("one goes on as the other, and tells nothing more", awaiting(), merge, then(
			returns.CaseMerged{Into: "case-2", Reason: merge.Reason}, returns.ActionSettled{ID: "0003-tell_authorised", Result: returns.ActionDropped})),
		it("also with its parcel", inspecting().and(tellNothing()), merge, follows("case_merged")),
		it("not when each has one", received(), both, refused("merge.both_received", "")),
		it("into another case", awaiting(), returns.Merge{Into: "case-1", Reason: text("r")}, refused("merge.no_case", "case")),
		it("that is named", awaiting(), returns.Merge{Reason: text("r")}, refused("merge.no_case", "case")),
		it("for a reason", awaiting(), returns.Merge{Into: "case-2"}, refused("reason_needed", "reason")),
		it("not once money was granted in it", rejected, merge, refused("merge.too_late", "")),
		it("nor while it is", executing(), merge, refused("stage", "")),
		it("nor once the marketplace refunded it", awaiting().and(noted()), merge, refused("merge.too_late", "")),
	)
	c := received().and(onHold("doubt"), merge).folded()
	if c.Stage != returns.Closed || c.AbsorbedInto != "case-2" || c.Hold != nil || c.Custody.Place != returns.NoDevice {
		t.Errorf("%s into %s, hold %v, %v", c.Stage, c.AbsorbedInto, c.Hold, c.Custody)
	}
}

func TestAnIdentificationIsTakenBack(t *testing.T) {
	undo := returns.Unidentify{Reason: text("another device")}
	opened := unidentified().and(found())
	merged := awaiting().and(tellNothing(), returns.Merge{Into: "case-2", Reason: text("r")})
	decided := opened.and(inspect(), stopped(), fullRefund())
	check(t,
		it("a parcel that was tied to a case is unknown again", absorbed(), undo, then(returns.ParcelUnidentified(undo))),
		it("one that was given a sale too", opened, undo, follows("parcel_unidentified")),
		it("also during its inspection", opened.and(inspect()), undo, follows("parcel_unidentified")),
		it("what was to be told of it is not told any more", opened.and(choice()), undo, follows("parcel_unidentified", "action_settled")),
		it("for a reason", absorbed(), returns.Unidentify{}, refused("reason_needed", "reason")),
		it("not a case that was announced", received(), undo, refused("unidentify.not_a_parcel", "")),
		it("nor one that was merged", merged, undo, refused("unidentify.not_a_parcel", "")),
		it("nor one that was not ours", unidentified().and(returns.NotOurs{Reason: text("n")}), undo, refused("unidentify.not_a_parcel", "")),
		it("nor once money was granted", decided, undo, refused("stage", "")),
		it("nor once the marketplace refunded its sale", opened.and(onHold("doubt"), noted()), undo, refused("reception.too_late", "")),
	)
	c := opened.and(choice(), inspect(), undo).folded()
	if c.Stage != returns.Unidentified || c.Sale != nil || c.Folder != "" || c.Question != nil || c.Custody.Place != returns.Quarantine || len(c.Revisions) != 1 || c.Reception == nil {
		t.Errorf("the parcel is %+v", c)
	}
	if c := absorbed().and(undo, found()).folded(); c.Stage != returns.Received || c.AbsorbedInto != "" {
		t.Errorf("identified again: %s, %q", c.Stage, c.AbsorbedInto)
	}
}

func TestAPhotoIsMovedUntilItIsSealed(t *testing.T) {
	const photo = returns.PhotoID("photo-of-SCR")
	move := returns.MoveEvidence{Photo: photo, FromCheck: "SCR", ToCheck: "BOX", Reason: text("wrong check")}
	away := returns.MoveEvidence{Photo: photo, FromCheck: "SCR", Away: true, Reason: text("other case")}
	there := inspecting().and(photoOf("SCR"))
	sealed := inspectedAs("ko", "ok").and(returns.Reinspect(inspect()))
	check(t,
		it("to another check", there, move, then(returns.EvidenceMoved(move))),
		it("to another case", there, away, then(returns.EvidenceMoved(away))),
		it("to where it is", there, returns.MoveEvidence{Photo: photo, FromCheck: "SCR", ToCheck: "SCR", Reason: text("r")}, nothing()),
		it("to a check of the inspection", there, returns.MoveEvidence{Photo: photo, FromCheck: "SCR", ToCheck: "XXX", Reason: text("r")}, refused("check.unknown", "")),
		it("for a reason", there, returns.MoveEvidence{Photo: photo, FromCheck: "SCR", ToCheck: "BOX"}, refused("reason_needed", "reason")),
		it("a photo that is there", there, returns.MoveEvidence{Photo: photo, FromCheck: "BOX", ToCheck: "SCR", Reason: text("r")}, refused("evidence.unknown", "")),
		it("not once it is sealed", deciding(), move, refused("stage", "")),
		it("nor while the device is inspected again", sealed, returns.MoveEvidence{Photo: "photo-scr", FromCheck: "SCR", ToCheck: "BOX", Reason: text("r")}, refused("evidence.sealed", "")),
	)
	if c := there.and(answers("SCR", "ko"), move).folded(); len(c.ChecksWithoutPhoto()) != 1 || c.Evidence[0].Check != "BOX" {
		t.Errorf("wanted %v, evidence %+v", c.ChecksWithoutPhoto(), c.Evidence)
	}
	if c := there.and(away).folded(); len(c.Evidence) != 1 || !c.Evidence[0].Shelved {
		t.Errorf("nothing is deleted: %+v", c.Evidence)
	}
}

func TestANumberedDocumentIsPutRightByAnother(t *testing.T) {
	correct := returns.CorrectDocument{Document: "doc-notice", Wrong: text("the address"), Right: text("12, rue Neuve")}
	corrected := executing().and(correct)
	issue := func(corrects returns.DocumentID) returns.Command {
		return returns.IssueDocument{Document: returns.IssuedDocument{
			ID: "doc-correction", Kind: returns.RefundCorrection, Number: "C-1", SHA256: "h", Refund: theRefund, Corrects: corrects,
		}}
	}
	check(t,
		it("what is wrong and what is right is said", executing(), correct, then(returns.DocumentCorrected{
			Document: "doc-notice", Refund: theRefund, Wrong: correct.Wrong, Right: correct.Right, At: now(), By: "ana",
		})),
		it("also after the case is closed", closed(), correct, follows("document_corrected")),
		it("both of it", executing(), returns.CorrectDocument{Document: "doc-notice", Wrong: text("w")}, refused("correction.text", "right")),
		it("all of it", executing(), returns.CorrectDocument{Document: "doc-notice", Right: text("r")}, refused("correction.text", "wrong")),
		it("on a document of the case", executing(), returns.CorrectDocument{Document: "other", Wrong: text("w"), Right: text("r")}, refused("correction.document", "")),
		it("its correction names it", corrected, issue("doc-notice"), follows("document_issued")),
		it("and nothing else", corrected, issue("other"), refused("correction.document", "")),
		it("a correction of nothing is none", corrected, issue(""), refused("document.incomplete", "")),
		it("also after the case is closed, its correction is issued", closed().and(correct), issue("doc-notice"), follows("document_issued")),
	)
}

func TestErasingACustomer(t *testing.T) {
	erase := returns.ErasePerson{Because: "asked", Kept: []string{"R-1"}}
	check(t,
		it("after the case", closed(), erase, then(returns.PersonErased{Because: "asked", Kept: []string{"R-1"}, At: now(), By: "ana"})),
		it("once", closed().and(erase), erase, nothing()),
		it("for one of two reasons", closed(), returns.ErasePerson{Because: "spring"}, refused("erasure.because", "because")),
		it("not while they are to be told something", declined(), erase, refused("close.pending", "")),
		it("not during the case", executing(), erase, refused("stage", "")),
		it("also where it went on as another", absorbed(), erase, follows("person_erased")),
	)
}
