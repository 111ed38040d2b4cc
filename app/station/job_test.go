package station_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

func TestTheWholeJobRunsOfflineAndClosesByItself(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.at(id, returns.Requested)

	r.did(r.station.Authorise(r.ctx, r.order(), id, true, "", ""))
	r.paper(id, returns.ReturnSlip)
	r.paper(id, returns.ReturnLabel)
	r.restarts(id)

	r.receives(id)
	r.paper(id, returns.DeviceLabel)
	r.restarts(id)

	r.reads(id, soldIMEI)
	if c := r.at(id, returns.Inspecting); c.Identity.State != returns.IdentityMatch {
		t.Fatalf("identity is %s", c.Identity.State)
	}
	r.restarts(id)
	r.checks(id)
	r.did(r.station.CompleteInspection(r.ctx, r.order(), id))
	r.at(id, returns.Deciding)
	r.restarts(id)

	refund := r.refunds(id, 40400)
	notice := r.paper(id, returns.RefundNotice)
	if !strings.HasPrefix(notice.Number, "A-2026-P01A-") {
		t.Errorf("the notice is numbered %s", notice.Number)
	}
	if got := r.sendsAll(); !slices.Equal(got, []string{"tell_authorised", "tell_decision"}) {
		t.Errorf("before the refund leaves %v", got)
	}
	r.restarts(id)

	r.progress(id, refund, returns.SubmitRefund{Refund: refund})
	r.restarts(id)
	r.progress(id, refund, returns.AcceptRefund{Refund: refund}, returns.RecordReadBack{Refund: refund, Finding: returns.FoundRefunded})
	receipt := r.paper(id, returns.RefundReceipt)
	if receipt.Number != "R-2026-P01A-000001" {
		t.Errorf("the first receipt is numbered %s", receipt.Number)
	}
	r.holdsBytesOf(id, receipt)

	if got := r.sendsAll(); !slices.Equal(got, []string{"tell_receipt"}) {
		t.Errorf("after the confirmation leaves %v", got)
	}
	r.restarts(id)
	r.putsAway(id)
	r.at(id, returns.Closed)
	r.restarts(id)
	r.staysWhole(id)
}

// holdsBytesOf expects the journal to name the very bytes that are kept.
func (r *rig) holdsBytesOf(id returns.CaseID, document store.Document) {
	r.Helper()
	pdf, err := r.station.DocumentPDF(r.ctx, document.ID, 0)
	r.must(err)
	sum := sha256.Sum256(pdf)
	for _, issued := range r.shows(id).Documents {
		if issued.ID == document.ID {
			if issued.SHA256 != hex.EncodeToString(sum[:]) || issued.Number != document.Number {
				r.Errorf("the journal says %+v of %+v", issued, document)
			}
			return
		}
	}
	r.Errorf("the journal does not know %s", document.ID)
}

// staysWhole verifies the folder, and that neither the journal nor the outbox
// holds a word of a person.
func (r *rig) staysWhole(id returns.CaseID) {
	r.Helper()
	report, err := r.station.Store().Verify(r.ctx)
	r.must(err)
	if !report.OK() {
		r.Errorf("verify found %v", report.Findings)
	}
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		entries, err := tx.History(id)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			r.namesNobody("event "+entry.Type, entry.Payload)
		}
		actions, err := tx.ActionsOf(id)
		for _, action := range actions {
			r.namesNobody("action "+action.Kind, action.Payload)
		}
		for _, document := range r.documents(id) {
			r.namesNobody("document "+string(document.Kind), document.Input)
		}
		return err
	}))
}

func (r *rig) namesNobody(what string, payload []byte) {
	r.Helper()
	for _, word := range []string{"Camille", "Dubreuil", "Lilas", "example.com", "33600000000", "69003", "charge plus"} {
		if strings.Contains(string(payload), word) {
			r.Errorf("%s holds %q: %s", what, word, payload)
		}
	}
}

func TestACaseWithoutAMarketplaceIsRefundedByHand(t *testing.T) {
	r := newWorkshop(t)
	id := r.did(r.station.Request(r.ctx, r.order(), byHand()))
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	r.receives(id)
	r.inspects(id)
	refund := r.refunds(id, 20000)
	if _, found, err := r.station.NextSending(r.ctx); found || err != nil {
		t.Fatalf("something leaves for no marketplace: %v %v", found, err)
	}
	r.did(r.station.SettleRefund(r.ctx, r.manager(), id, refund, true, "Bank statement of 3 November"))
	r.paper(id, returns.RefundReceipt)
	r.putsAway(id)
	r.at(id, returns.Closed)
	r.staysWhole(id)

	r.did(r.station.Reopen(r.ctx, r.manager(), id, "The customer calls back."))
	r.at(id, returns.Deciding)
}

func TestARefundThatNobodyCanConfirmGoesToAPerson(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	refund := r.refunds(id, 40400)
	r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.DoubtRefund{Refund: refund, Cause: "timeout"})
	_, err := r.station.SettleRefund(r.ctx, r.manager(), id, refund, true, "Back office")
	r.refused(err, "conflict", "errors_returns.refund.still_reading")
	r.progress(id, refund, returns.RecordReadBack{Refund: refund, Finding: returns.FoundNotRefunded})
	r.Advance(returns.Patience)
	r.progress(id, refund, returns.RecordReadBack{Refund: refund, Finding: returns.FoundNotRefunded})
	r.did(r.station.SettleRefund(r.ctx, r.manager(), id, refund, false, "Back office: nothing"))
	if c := r.at(id, returns.Deciding); c.Refunds[0].State != returns.RefundIsRejected {
		t.Errorf("the refund is %s", c.Refunds[0].State)
	}
	r.refunds(id, 40400) // The decision is open again, and all of it is left.
	r.staysWhole(id)
}

func TestARequestIsAnsweredOtherwise(t *testing.T) {
	for name, end := range map[string]struct {
		stage returns.Stage
		does  func(r *rig, id returns.CaseID) (returns.CaseID, error)
	}{
		"declined in words for the customer": {returns.Declined, func(r *rig, id returns.CaseID) (returns.CaseID, error) {
			return r.station.Decline(r.ctx, r.order(), id, "late", "Le délai est passé.")
		}},
		"canceled because the device is kept": {returns.Canceled, func(r *rig, id returns.CaseID) (returns.CaseID, error) {
			return r.station.Cancel(r.ctx, r.order(), id, "Customer keeps it.")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.pulls("1001", "F1")
			r.did(end.does(r, id))
			r.at(id, end.stage)
			r.sendsAll()
			r.restarts(id)
			r.staysWhole(id)
		})
	}
}

func TestAHoldStopsTheDecisionUntilItIsLifted(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.PutOnHold(r.ctx, r.order(), id, returns.HoldOther, "Ask the boss.", returns.Moment{}))
	_, err := r.station.Authorise(r.ctx, r.order(), id, false, "", "")
	r.refused(err, "conflict", "errors_returns.held")
	r.did(r.station.Resume(r.ctx, r.order(), id, ""))
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
}

func TestTheWrongDeviceHoldsTheCaseUntilAManagerSaysOtherwise(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	_, err := r.station.ReadIdentity(r.ctx, r.order(), id, returns.ReadIdentity{IMEI: "356938035643808"})
	r.refused(err, "invalid", "errors_returns.identity.luhn")
	r.at(id, returns.Received) // What could not be read begins nothing.
	r.reads(id, otherIMEI)
	if c := r.at(id, returns.Inspecting); c.Hold == nil || c.Hold.Code != returns.HoldIdentity {
		t.Fatalf("the hold is %+v", c.Hold)
	}
	_, err = r.station.Resume(r.ctx, r.order(), id, "It is fine.")
	r.refused(err, "unauthorized", "errors_returns.override.right")
	r.did(r.station.Resume(r.ctx, r.manager(), id, "We sent the wrong unit."))
	if c := r.shows(id); c.Hold != nil {
		t.Error("the hold stays")
	}
}

func TestABlockingFindingEndsTheInspectionWithItsOwnPhotos(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.reads(id, soldIMEI)
	_, err := r.station.StopInspection(r.ctx, r.order(), id, "dead")
	r.refused(err, "invalid", "errors_returns.stop.photos")
	for _, view := range []string{"screen_off", "back"} {
		r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{r.photographs()}, View: view, Source: "camera"}))
	}
	r.did(r.station.StopInspection(r.ctx, r.order(), id, "dead"))
	c := r.at(id, returns.Deciding)
	proposal, err := r.proposes(c)
	r.must(err)
	if proposal.Item != euros(39900) || proposal.Shipping != euros(500) || len(proposal.Reasons) == 0 {
		t.Errorf("proposed %+v", proposal)
	}
	r.did(r.station.Reinspect(r.ctx, r.order(), id))
	if c := r.at(id, returns.Inspecting); len(c.Revisions) != 1 {
		t.Errorf("%d earlier inspections", len(c.Revisions))
	}
}

func TestAReceptionCanBeTakenBackAndADateCorrected(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	r.receives(id)
	r.did(r.station.UndoReception(r.ctx, r.order(), id, "Wrong case scanned."))
	r.at(id, returns.Awaiting)
	r.receives(id)
	earlier := returns.At(r.Now().AddDate(0, 0, -2), "Europe/Paris", returns.FromOperator)
	before, _ := r.station.Due(r.shows(id))
	r.did(r.station.Redate(r.ctx, r.order(), id, returns.DateOfArrival, earlier, "Came on Saturday."))
	if after, owed := r.station.Due(r.shows(id)); !owed || !after.Limit.At.Before(before.Limit.At) {
		t.Errorf("the limit was %v and is %v", before.Limit.At, after.Limit.At)
	}
}

func TestAManagerClosesByExceptionOnlyWhatIsNotUnderWay(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.inspects(id)
	_, err := r.station.CloseCase(r.ctx, r.order(), id, "goodwill", "Customer keeps it.")
	r.refused(err, "unauthorized", "errors_returns.override.right")
	r.did(r.station.CloseCase(r.ctx, r.manager(), id, "goodwill", "Customer keeps it."))
	r.at(id, returns.Closed)
}

// Whoever repeats a command, after a lost answer or by a double press, gets the
// first answer and changes nothing.
func TestEveryCommandRepeatedChangesNothing(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	photo := r.photographs()
	for _, step := range []struct {
		name string
		does func(order station.Order) (returns.CaseID, error)
	}{
		{"hold", func(o station.Order) (returns.CaseID, error) {
			return r.station.PutOnHold(r.ctx, o, id, returns.HoldOther, "Wait.", returns.Moment{})
		}},
		{"resume", func(o station.Order) (returns.CaseID, error) { return r.station.Resume(r.ctx, o, id, "") }},
		{"authorise", func(o station.Order) (returns.CaseID, error) { return r.station.Authorise(r.ctx, o, id, true, "", "") }},
		{"receive", func(o station.Order) (returns.CaseID, error) {
			return r.station.Receive(r.ctx, o, id, station.Arrival{})
		}},
		{"read identity", func(o station.Order) (returns.CaseID, error) {
			return r.station.ReadIdentity(r.ctx, o, id, returns.ReadIdentity{IMEI: soldIMEI})
		}},
		{"add evidence", func(o station.Order) (returns.CaseID, error) {
			return r.station.AddEvidence(r.ctx, o, id, returns.AddEvidence{Photos: []returns.PhotoID{photo}, View: "back", Source: "camera"})
		}},
		{"complete", func(o station.Order) (returns.CaseID, error) {
			r.checks(id)
			return r.station.CompleteInspection(r.ctx, o, id)
		}},
		{"refund", func(o station.Order) (returns.CaseID, error) {
			return r.station.DecideFullRefund(r.ctx, o, id, euros(40400), "", "")
		}},
		{"put away", func(o station.Order) (returns.CaseID, error) {
			return r.station.PutAway(r.ctx, o, id, station.PutAway{Wipe: returns.RecordWipe{State: returns.WipeNotNeeded}, Move: returns.Move{Place: returns.Parts}})
		}},
		{"request by hand", func(o station.Order) (returns.CaseID, error) { return r.station.Request(r.ctx, o, byHand()) }},
		{"unknown parcel", func(o station.Order) (returns.CaseID, error) {
			return r.station.ReceiveUnknown(r.ctx, o, station.Arrival{Code: "X1"})
		}},
	} {
		order := r.order()
		first := r.did(step.does(order))
		before := r.counts()
		again, err := r.station.Resume(r.ctx, order, id, "Another command under the same identity.")
		r.must(err)
		if again != first || r.counts() != before {
			t.Errorf("%s: repeated, it answers %s for %s, and %+v became %+v", step.name, again, first, before, r.counts())
		}
	}
}

type counts struct{ cases, events, actions, documents int }

// counts are what a command that was taken twice would change.
func (r *rig) counts() (n counts) {
	r.Helper()
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		open, err := tx.Worklist(store.WorklistFilter{Limit: 500})
		if err != nil {
			return err
		}
		n.cases = len(open)
		for _, c := range open {
			n.events += c.Seq
			actions, err := tx.ActionsOf(c.ID)
			if err != nil {
				return err
			}
			documents, err := tx.DocumentsOf(c.ID)
			if err != nil {
				return err
			}
			n.actions, n.documents = n.actions+len(actions), n.documents+len(documents)
		}
		return nil
	}))
	return n
}

func TestTwoPressesAtOnceAreOneCommand(t *testing.T) {
	r := newWorkshop(t)
	order := r.order()
	answers := make(chan returns.CaseID, 8)
	for range cap(answers) {
		go func() {
			id, err := r.station.Request(r.ctx, order, byHand())
			if err != nil {
				t.Error(err)
			}
			answers <- id
		}()
	}
	first := <-answers
	for range cap(answers) - 1 {
		if id := <-answers; id != first {
			t.Errorf("one press opened %s and %s", first, id)
		}
	}
	if n := r.counts(); n.cases != 1 {
		t.Errorf("%d cases", n.cases)
	}
}

func TestACommandWithoutAnIdentityIsRefused(t *testing.T) {
	r := newWorkshop(t)
	_, err := r.station.Request(r.ctx, station.Order{}, byHand())
	r.refused(err, "invalid", "errors_station.command_id")
}
