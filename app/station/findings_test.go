package station_test

import (
	"slices"
	"testing"
	"time"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// found answers a check beside those that stand already, with the photo that it wants.
func (r *rig) found(id returns.CaseID, answers ...station.CheckAnswer) {
	r.Helper()
	r.did(r.station.RecordChecks(r.ctx, r.order(), id, answers))
	for _, code := range r.shows(id).ChecksWithoutPhoto() {
		r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{r.photographs()}, Check: code, Source: "camera"}))
	}
}

// inspecting brings a pulled case to its checks, each answered as well as it can be.
func (r *rig) inspecting() returns.CaseID {
	r.Helper()
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.reads(id, soldIMEI)
	r.checks(id)
	return id
}

func (r *rig) completes(id returns.CaseID) station.Proposal {
	r.Helper()
	r.did(r.station.CompleteInspection(r.ctx, r.order(), id))
	proposal, err := r.proposes(r.shows(id))
	r.must(err)
	return proposal
}

// keeps puts a unit into the stock.
func (r *rig) keeps(unit store.Unit) (kept store.Unit) {
	r.Helper()
	r.must(r.station.Store().Update(r.ctx, func(tx *store.Tx) (err error) {
		unit.Source = "hand"
		kept, err = tx.SaveUnit(unit)
		return err
	}))
	return kept
}

func TestTheTableReadsWhatTheBenchFound(t *testing.T) {
	for name, c := range map[string]struct {
		found   station.CheckAnswer
		row     string
		outcome string
		reason  string
	}{
		"oxidation is an exclusion":                 {station.CheckAnswer{Code: "COM-10", Answer: returns.KO, Defect: "DMG-02"}, "D9", "refuse", "policy.reason.exclusion.oxidation"},
		"an opened device is an exclusion":          {station.CheckAnswer{Code: "COM-11", Answer: returns.KO, Defect: "DMG-03"}, "D9", "refuse", "policy.reason.exclusion.opened"},
		"a lock that is only answered blocks":       {station.CheckAnswer{Code: "COM-12", Answer: returns.KO, Defect: "LCK-01"}, "D12", "pause", "policy.reason.blocking.locked"},
		"a swollen battery is a danger":             {station.CheckAnswer{Code: "COM-08", Answer: returns.KO, Defect: "SAF-01"}, "D16", "quarantine", "policy.reason.blocking.dangerous_battery"},
		"a damaged parcel is told to its carrier":   {station.CheckAnswer{Code: "COM-03", Answer: returns.KO, Defect: "PKG-01"}, "D5", "full_refund", "policy.reason.protest"},
		"a defect that nobody sees is tested again": {station.CheckAnswer{Code: "COM-20", Value: "no"}, "D13", "needs_second_test", "policy.reason.second_test.owed"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.inspecting()
			r.found(id, c.found)
			proposal := r.completes(id)
			if proposal.Row != c.row || string(proposal.Outcome) != c.outcome {
				t.Errorf("proposed %s %s", proposal.Row, proposal.Outcome)
			}
			if !slices.Contains(keysOf(proposal), c.reason) {
				t.Errorf("it rests on %v", keysOf(proposal))
			}
		})
	}
}

func keysOf(proposal station.Proposal) (keys []string) {
	for _, reason := range proposal.Reasons {
		keys = append(keys, reason.Key)
	}
	return keys
}

func TestAUnitOfTheStockMakesTheRefundAnExchange(t *testing.T) {
	for name, c := range map[string]struct {
		unit    store.Unit
		outcome string
	}{
		"the same model and storage":       {store.Unit{Title: "Apple iPhone 13 128 Go Minuit", Grade: "good", IMEI: otherIMEI}, "exchange"},
		"a better grade":                   {store.Unit{Title: "iPhone 13 (128 GB)", Grade: "premium", IMEI: otherIMEI}, "exchange"},
		"a worse grade":                    {store.Unit{Title: "iPhone 13 128 Go", Grade: "fair", IMEI: otherIMEI}, "full_refund"},
		"another storage":                  {store.Unit{Title: "iPhone 13 64 Go", Grade: "good", IMEI: otherIMEI}, "full_refund"},
		"another model":                    {store.Unit{Title: "iPhone 13 Pro 128 Go", Grade: "good", IMEI: otherIMEI}, "full_refund"},
		"one that could not be recognised": {store.Unit{Title: "iPhone 13 128 Go", Grade: "good"}, "full_refund"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			r.keeps(c.unit)
			if proposal := r.completes(r.inspecting()); string(proposal.Outcome) != c.outcome {
				t.Errorf("proposed %s %s", proposal.Row, proposal.Outcome)
			}
		})
	}
}

func TestASecondOperatorWhoFindsNothingEndsTheDoubt(t *testing.T) {
	r := newWorkshop(t)
	id := r.inspecting()
	r.found(id, station.CheckAnswer{Code: "COM-20", Value: "no"})
	if proposal := r.completes(id); proposal.Outcome != "needs_second_test" {
		t.Fatalf("proposed %s", proposal.Outcome)
	}
	r.Advance(time.Hour)
	again := r.order()
	again.Actor.ID = "operator-2"
	r.did(r.station.Reinspect(r.ctx, again, id))
	r.checks(id)
	r.found(id, station.CheckAnswer{Code: "COM-20", Value: "no"})
	proposal := r.completes(id)
	if !slices.Contains(keysOf(proposal), "policy.reason.second_test.done") {
		t.Errorf("proposed %s on %v", proposal.Outcome, keysOf(proposal))
	}
}

func TestTheClaimChoosesWhatABenchAsks(t *testing.T) {
	r := newWorkshop(t)
	for kind, profile := range map[returns.ClaimKind]string{
		returns.ChangeOfMind: "change_of_mind/", returns.Defect: "defect/", returns.Warranty: "warranty/", returns.OtherClaim: "full/",
	} {
		request := byHand()
		request.Kind, request.Sale.OrderRef, request.Sale.IMEI = kind, "H-"+string(kind), soldIMEI
		id := r.did(r.station.Request(r.ctx, r.manager(), request))
		r.did(r.station.Receive(r.ctx, r.order(), id, station.Arrival{}))
		r.reads(id, soldIMEI)
		if got := r.shows(id).Inspection.Profile; len(got) < len(profile) || got[:len(profile)] != profile {
			t.Errorf("%s asks %s", kind, got)
		}
	}
}

func TestALostParcelIsRefundedOnProofWithoutGoingAgainstTheRules(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.Authorise(r.ctx, r.manager(), id, false, "", "Agreed on the phone."))
	r.did(r.station.MarkLost(r.ctx, r.order(), id, "The carrier says so."))
	_, err := r.station.DecideFullRefund(r.ctx, r.order(), id, euros(40400), "", "")
	r.refused(err, "unauthorized", "errors_returns.override.right")
	r.did(r.station.DecideFullRefund(r.ctx, r.order(), id, euros(40400), "", "Post office receipt, sent by the customer."))
	if c := r.shows(id); c.Decision == nil || c.Decision.Proposal.Row != "LOST" || c.Decision.Override.Given() {
		t.Errorf("decided %+v", c.Decision)
	}
}

func TestWhatCanBeDeductedBeginsWithWhatWasFound(t *testing.T) {
	r := newWorkshop(t)
	id := r.inspecting()
	r.found(id, station.CheckAnswer{Code: "COM-10", Answer: returns.KO, Defect: "DMG-02"})
	proposal := r.completes(id)
	list := r.station.Suggestions(r.shows(id))
	if len(list) == 0 || !list[0].Found || list[0].Finding != "DMG-02" || list[0].Amount.Minor <= 0 || list[len(list)-1].Found {
		t.Errorf("suggested %+v", list)
	}
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		reasons := r.station.RefusalReasons(tx, r.shows(id), proposal.Proposal)
		if !reasons[0].Fits || reasons[0].Code != "oxidation" || reasons[1].Fits {
			t.Errorf("the reasons begin with %+v", reasons[0])
		}
		return nil
	}))
}
