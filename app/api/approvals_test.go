package api_test

import (
	"net/http"
	"testing"
	"time"

	"revient/app/api"
	"revient/app/returns"
)

// waits brings a decision that a second person must approve, taken by whoever types
// their PIN.
func (d *desk) waits(order, pin string) api.CaseView {
	d.Helper()
	view := d.decides(d.pulls(order))
	view, err := d.cases.DecideFullRefund(command(), view.ID, api.RefundForm{Expected: view.Proposal.Total, PIN: pin})
	d.must(err)
	if !view.Decision.Pending || view.Refunds[0].State != string(returns.RefundDrafted) {
		d.Fatalf("decided %+v, %+v", view.Decision, view.Refunds)
	}
	return view
}

func pickOf(view api.CaseView) api.ApprovalPick {
	return api.ApprovalPick{ID: view.ID, Expected: view.Refunds[0].Total}
}

func TestALeadClearsTheListInOneGo(t *testing.T) {
	d, people, ids := newTeam(t)
	approvals := serviceOf[*api.Approvals](d)
	first := d.waits("1001", clerkPIN)
	d.sits(people, ids["Tom L."])
	list, err := approvals.List()
	d.must(err)
	if len(list.Rows) != 1 || !list.Rows[0].Mine || !list.Rows[0].Above || list.Rows[0].By != "Tom L." || list.Rows[0].Amount == nil || list.Rows[0].Proposed == "" {
		t.Fatalf("the list is %+v", list)
	}
	home, err := d.start.Home()
	d.must(err)
	if last := home.Tiles[len(home.Tiles)-1]; last.Code != "approvals" || last.Count != 1 {
		t.Errorf("the last tile is %+v", last)
	}
	picks := []api.ApprovalPick{pickOf(first)}
	_, err = approvals.Approve(command(), picks, "")
	d.refused(err, "errors_people.lead_needed")
	_, err = approvals.Approve(command(), picks, clerkPIN)
	d.refused(err, "errors_people.lead_only")
	id := command()
	var done api.ApprovedView
	for range 2 { // The same press, twice.
		done, err = approvals.Approve(id, picks, leadPIN)
		d.must(err)
	}
	if len(done.Results) != 1 || done.Results[0].Fault != nil || done.Results[0].Number != first.Number || len(done.List.Rows) != 0 {
		t.Errorf("approved %+v", done)
	}
	view, err := d.cases.Get(first.ID)
	d.must(err)
	if view.Decision.Pending || view.Decision.By != "Tom L." || view.Decision.Second != "Nadia K." || view.Refunds[0].State != string(returns.RefundIsApproved) {
		t.Errorf("approved as %+v, %+v", view.Decision, view.Refunds)
	}
}

func TestWhatCannotBeApprovedStopsNothingElse(t *testing.T) {
	d, people, ids := newTeam(t)
	approvals := serviceOf[*api.Approvals](d)
	good := d.waits("1001", clerkPIN)
	other := pickOf(good)
	other.ID = "00000000-0000-7000-8000-000000000000"
	changed := pickOf(good)
	changed.Expected.Minor--
	d.sits(people, ids["Nadia K."])
	done, err := approvals.Approve(command(), []api.ApprovalPick{other, changed}, leadPIN)
	d.must(err)
	if len(done.Results) != 2 || done.Results[0].Fault == nil || done.Results[1].Fault == nil || done.Results[1].Fault.Key != "errors_returns.refund.changed" {
		t.Errorf("approved %+v", done.Results)
	}
	done, err = approvals.Approve(command(), []api.ApprovalPick{other, pickOf(good)}, "") // The PIN holds.
	d.must(err)
	if done.Results[0].Fault == nil || done.Results[1].Fault != nil {
		t.Errorf("approved %+v", done.Results)
	}
	_, err = approvals.Approve(command(), nil, "")
	d.refused(err, "errors_people.no_approvals")
}

func TestNobodyApprovesTheirOwnDecisionUnlessTheyWorkAlone(t *testing.T) {
	d, people, ids := newTeam(t)
	approvals := serviceOf[*api.Approvals](d)
	_, err := people.SaveRights(command(), api.RightsForm{OperatorLimit: "10", LeadLimit: "20", PINMinutes: 30}, pin)
	d.must(err)
	own := d.waits("1001", leadPIN)
	d.sits(people, ids["Nadia K."])
	done, err := approvals.Approve(command(), []api.ApprovalPick{pickOf(own)}, leadPIN)
	d.must(err)
	if done.Results[0].Fault == nil || done.Results[0].Fault.Key != "errors_returns.approval.same_person" {
		t.Errorf("approved %+v", done.Results)
	}
	done, err = approvals.Approve(command(), []api.ApprovalPick{pickOf(own)}, pin) // A manager stands beside.
	d.must(err)
	if done.Results[0].Fault != nil {
		t.Errorf("approved %+v", done.Results[0].Fault)
	}
}

func TestWhoeverWorksAloneDecidesAtOnceAndTheJournalSaysSo(t *testing.T) {
	d, people, _ := newTeam(t)
	_, err := people.SaveRights(command(), api.RightsForm{Alone: true, OperatorLimit: "10", PINMinutes: 30}, pin)
	d.must(err)
	view := d.decides(d.pulls("1001"))
	view, err = d.cases.DecideFullRefund(command(), view.ID, api.RefundForm{Expected: view.Proposal.Total, PIN: clerkPIN})
	d.must(err)
	if view.Decision.Pending || !view.Decision.Alone || view.Refunds[0].State != string(returns.RefundIsApproved) {
		t.Errorf("decided %+v", view.Decision)
	}
}

func TestADecisionThatIsTurnedDownIsOpenAgain(t *testing.T) {
	d, people, ids := newTeam(t)
	approvals := serviceOf[*api.Approvals](d)
	waiting := d.waits("1001", clerkPIN)
	d.sits(people, ids["Nadia K."])
	_, err := approvals.TurnDown(command(), waiting.ID, api.ReasonForm{PIN: leadPIN})
	d.refused(err, "errors_returns.reason_needed")
	list, err := approvals.TurnDown(command(), waiting.ID, api.ReasonForm{Reason: "The photo shows something else."})
	d.must(err)
	view, err := d.cases.Get(waiting.ID)
	d.must(err)
	if len(list.Rows) != 0 || view.Stage != string(returns.Deciding) || view.Decision != nil {
		t.Errorf("turned down, it is %s with %+v", view.Stage, list)
	}
}

func TestTheHandOverNamesWhatIsLeft(t *testing.T) {
	d, people, ids := newTeam(t)
	shift := serviceOf[*api.Shift](d)
	first := d.waits("1001", clerkPIN)
	d.sits(people, ids["Tom L."])
	for _, note := range []api.NoteForm{
		{Text: "We call them back.", Promise: true},
		{Text: "The box has arrived.", Promise: false},
		{Text: "Money before Tuesday.", Promise: true, Until: "2026-11-03"},
	} {
		_, err := d.cases.AddNote(command(), first.ID, note)
		d.must(err)
	}
	_, err := d.cases.Hold(command(), first.ID, api.HoldForm{Code: "doubt", Text: "Another opinion.", ReviewAt: "2026-11-03"})
	d.must(err)
	d.now = d.now.Add(3 * 24 * time.Hour)
	view, err := shift.View()
	d.must(err)
	if view.Approvals != 1 || len(view.Holds) != 1 || !view.Holds[0].Late || view.Holds[0].Text != "Another opinion." {
		t.Errorf("left %+v", view)
	}
	if len(view.Promises) != 2 || !view.Promises[0].Late || view.Promises[0].Text != "Money before Tuesday." || view.Promises[0].By != "Tom L." || view.Promises[1].Late {
		t.Errorf("promised %+v", view.Promises)
	}
	_, err = d.cases.KeepPromise(command(), first.ID, view.Promises[0].Note)
	d.must(err)
	view, err = shift.View()
	d.must(err)
	if len(view.Promises) != 1 {
		t.Errorf("one was kept: %+v", view.Promises)
	}
	status, _, body := d.asks(http.MethodGet, "/media/handover", nil)
	if status != http.StatusOK || string(body[:4]) != "%PDF" {
		t.Errorf("the page: %d", status)
	}
}
