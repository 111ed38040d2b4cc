package api_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"revient/app/api"
	"revient/app/station"
)

func TestTheScreensWalkTheWholeJob(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	if view.Stage != "requested" || view.Due == nil || view.Claim.Text != "Il ne charge plus." || view.Customer.Name != "Camille Dubreuil" || !view.Sample {
		t.Fatalf("the request is shown as %+v", view)
	}
	if len(view.Messages) != 1 || len(view.Messages[0].Attachments) != 1 {
		t.Errorf("the conversation is %+v", view.Messages)
	}
	view = d.decides(view)
	if view.Stage != "deciding" || view.Proposal == nil || view.Proposal.Total.Minor != 39900 || view.Proposal.CreditBy == "" {
		t.Fatalf("to be decided: %+v", view.Proposal)
	}
	if at := slices.IndexFunc(view.Steps, func(s api.StepView) bool { return s.State == "current" }); view.Steps[at].Code != "decision" {
		t.Errorf("the spine is %+v", view.Steps)
	}
	view, err := d.cases.DecideFullRefund(command(), view.ID, api.RefundForm{Expected: view.Proposal.Total})
	d.must(err)
	if view.Decision == nil || view.Decision.By != "Ana" || len(view.Refunds) != 1 || view.Refunds[0].ByHand || view.Refunds[0].CreditBy == "" {
		t.Errorf("decided: %+v, %+v", view.Decision, view.Refunds)
	}
	for _, document := range view.Documents {
		if document.State != "ready" || document.URL == "" {
			t.Errorf("%s is %s", document.Kind, document.State)
		}
	}
	view, err = d.cases.PutAway(command(), view.ID, api.PutAwayForm{Wipe: "impossible", Place: "scrap"})
	d.must(err)
	if !view.DevicePutAway || view.CustomerSettled || view.DeviceReturns != 1 {
		t.Errorf("away %t, settled %t, %d returns", view.DevicePutAway, view.CustomerSettled, view.DeviceReturns)
	}
	history, err := d.cases.History(view.ID)
	d.must(err)
	if len(history) != view.Seq || history[0].Hash == "" {
		t.Errorf("%d entries of %d", len(history), view.Seq)
	}
}

func TestOnlyAUUIDNamesAScreensCommand(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	for _, id := range []string{"", "1", "issue-" + view.ID, "pull-bm-1-F1001"} {
		_, err := d.cases.Authorise(id, view.ID, api.AuthoriseForm{Label: false})
		d.refused(err, "errors_station.command_id")
	}
	id := command()
	first, err := d.cases.Authorise(id, view.ID, api.AuthoriseForm{Label: false})
	d.must(err)
	again, err := d.cases.Authorise(strings.ToUpper(id), view.ID, api.AuthoriseForm{Label: false})
	d.must(err)
	if again.Seq != first.Seq {
		t.Errorf("repeated, it did more: %d, %d", first.Seq, again.Seq)
	}
}

func TestARefundWithoutAMarketplaceIsSettledWithThePIN(t *testing.T) {
	d := newReadyDesk(t)
	form := byHand()
	form.IMEI = soldIMEI
	view, err := d.cases.Request(command(), form)
	d.must(err)
	if view.DeliveredAt.Precision != "day" || view.DeliveredAt.Source != "operator" || view.Sale.Country != "FR" {
		t.Errorf("entered as %+v", view)
	}
	view = d.decides(view)
	view, err = d.cases.DecideFullRefund(command(), view.ID, api.RefundForm{Expected: api.Money{Minor: 20000, Currency: "EUR"}, PIN: pin, Override: "Dead on arrival."})
	d.must(err)
	if !view.Refunds[0].ByHand {
		t.Error("it says that a marketplace refunds it")
	}
	settle := api.SettleForm{Refund: view.Refunds[0].ID, Refunded: true, Seen: "Bank"}
	_, err = d.cases.SettleRefund(command(), view.ID, settle)
	d.refused(err, "errors_station.pin.needed")
	settle.PIN = "0000"
	_, err = d.cases.SettleRefund(command(), view.ID, settle)
	d.refused(err, "errors_station.pin.wrong")
	settle.PIN = pin
	view, err = d.cases.SettleRefund(command(), view.ID, settle)
	d.must(err)
	receipt := view.Documents[slices.IndexFunc(view.Documents, func(doc api.DocumentView) bool { return doc.Kind == "refund_receipt" })]
	if receipt.Number != "R-2026-P01A-000001" || !receipt.Numbered {
		t.Errorf("the receipt is %+v", receipt)
	}
	view, err = d.cases.Reprint(command(), receipt.ID)
	d.must(err)
	_, err = d.cases.RetryDocument(view.ID, receipt.ID)
	d.must(err)
	view, err = d.cases.PutAway(command(), view.ID, api.PutAwayForm{Wipe: "not_needed", Place: "parts"})
	d.must(err)
	if view.Stage != "closed" {
		t.Fatalf("the case is %s", view.Stage)
	}
	view, err = d.cases.Reopen(command(), view.ID, api.ReasonForm{Reason: "It came back."})
	d.must(err)
	_, err = d.cases.Reinspect(command(), view.ID)
	d.must(err)
}

func TestTheOtherWaysThroughACase(t *testing.T) {
	for name, walk := range map[string]func(d *desk, id string) (api.CaseView, error){
		"declined": func(d *desk, id string) (api.CaseView, error) {
			return d.cases.Decline(command(), id, api.ReasonForm{Code: "late", Reason: "Trop tard."})
		},
		"canceled": func(d *desk, id string) (api.CaseView, error) {
			return d.cases.Cancel(command(), id, api.ReasonForm{Reason: "Kept."})
		},
		"held until a day, and resumed": func(d *desk, id string) (api.CaseView, error) {
			held, err := d.cases.Hold(command(), id, api.HoldForm{Code: "other", Text: "Ask.", ReviewAt: "2026-11-02"})
			d.must(err)
			if held.Hold == nil || held.Hold.Text != "Ask." || held.Hold.ReviewAt != "2026-11-02T22:59:00Z" {
				d.Errorf("held %+v", held.Hold)
			}
			return d.cases.Resume(command(), id, api.ReasonForm{})
		},
		"received, undone and redated": func(d *desk, id string) (api.CaseView, error) {
			_, err := d.cases.Receive(command(), id, api.ReceiveForm{Arrived: "yesterday"})
			d.refused(err, "errors_station.date")
			_, err = d.cases.Receive(command(), id, api.ReceiveForm{Code: strings.Repeat("9", 200)})
			d.refused(err, "errors_api.scan")
			_, err = d.cases.Receive(command(), id, api.ReceiveForm{Arrived: d.now.Add(-time.Hour).Format(time.RFC3339), Reason: "Was at the dock."})
			d.must(err)
			_, err = d.cases.UndoReception(command(), id, api.ReasonForm{Reason: "Wrong case."})
			d.must(err)
			earlier := d.now.In(d.station.Zone()).Add(-2 * time.Hour).Format("2006-01-02T15:04")
			received, err := d.cases.Receive(command(), id, api.ReceiveForm{Arrived: earlier, Reason: "Was at the dock."})
			d.must(err)
			if want := d.now.Add(-2 * time.Hour).UTC().Truncate(time.Minute).Format(time.RFC3339); received.Reception.Arrived.At != want {
				d.Errorf("arrived %s, want %s: the field's time is that of the workshop's clock", received.Reception.Arrived.At, want)
			}
			_, err = d.cases.UndoReception(command(), id, api.ReasonForm{Reason: "Wrong case."})
			d.must(err)
			return d.cases.Redate(command(), id, api.RedateForm{Which: "delivery", At: "2026-10-30", Reason: "The carrier says so."})
		},
		"identified": func(d *desk, id string) (api.CaseView, error) {
			parcel, err := d.cases.ReceiveUnknown(command(), api.ReceiveForm{Code: "1Z9"})
			d.must(err)
			d.now = d.now.Add(time.Minute)
			return d.cases.Identify(command(), parcel.ID, id)
		},
		"closed by exception": func(d *desk, id string) (api.CaseView, error) {
			view, err := d.cases.Get(id)
			d.must(err)
			d.decides(view)
			rows, err := d.sending.View()
			d.must(err)
			for _, row := range rows.Waiting { // Whoever waits for a message waits for nothing.
				_, err := d.sending.MarkDone(command(), row.ID, api.ReasonForm{Code: "dropped", Reason: "They wrote by phone."})
				d.must(err)
			}
			_, err = d.cases.Close(command(), id, api.ReasonForm{Code: "goodwill", Reason: "Kept."})
			d.refused(err, "errors_station.pin.needed")
			return d.cases.Close(command(), id, api.ReasonForm{Code: "goodwill", Reason: "Kept.", PIN: pin})
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newReadyDesk(t)
			_, err := walk(d, d.pulls("1001").ID)
			d.must(err)
		})
	}
}

func TestAnUnknownParcelGetsASaleOrLeaves(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	_, err := d.cases.Cancel(command(), view.ID, api.ReasonForm{Reason: "Kept."})
	d.must(err)
	parcel, err := d.cases.ReceiveUnknown(command(), api.ReceiveForm{})
	d.must(err)
	_, err = d.cases.OpenFromSale(command(), parcel.ID, "bm-1", "9999", "1")
	d.refused(err, "errors_api.no_sale")
	opened, err := d.cases.OpenFromSale(command(), parcel.ID, "bm-1", "1001", "1")
	d.must(err)
	if opened.Sale == nil || opened.Customer.Name != "Camille Dubreuil" {
		t.Errorf("opened as %+v", opened.Sale)
	}
	_, err = d.cases.RequestFromSale(command(), "bm-1", "1001", "1", api.RequestForm{Claim: "defect", Wish: "refund"})
	d.refused(err, "errors_returns.request.open_case")
	other, err := d.cases.ReceiveUnknown(command(), api.ReceiveForm{})
	d.must(err)
	left, err := d.cases.NotOurs(command(), other.ID, api.ReasonForm{Reason: "Next door's."})
	d.must(err)
	if left.ClosedBecause != "not_ours" {
		t.Errorf("closed because %q", left.ClosedBecause)
	}
}

func TestListsNarrowAndPage(t *testing.T) {
	d := newReadyDesk(t)
	for _, order := range []string{"1001", "1002", "1003"} {
		d.pulls(order)
	}
	page, err := d.cases.List(api.ListFilter{Limit: 2, Offset: -5})
	d.must(err)
	if len(page.Rows) != 2 || page.Total != 3 || page.Rows[0].Due == nil || page.Rows[0].Customer != "Camille Dubreuil" {
		t.Errorf("page %+v", page)
	}
	for filter, want := range map[api.ListFilter]int{
		{Tile: "to_answer", Limit: 9}: 3, {Tile: "expected", Limit: 9}: 0, {Stage: "received", Limit: 9}: 0, {OnHold: true, Limit: 9}: 0,
		{Ended: true, Limit: 9}: 0, {Text: "dubreuil"}: 3, {Text: "1002"}: 1,
	} {
		page, err := d.cases.List(filter)
		d.must(err)
		if page.Total != want || len(page.Rows) != want {
			t.Errorf("%+v lists %d of %d, want %d", filter, len(page.Rows), page.Total, want)
		}
	}
	d.now = d.now.AddDate(0, 0, 10)
	home, err := d.start.Home()
	d.must(err)
	if home.Tiles[0].Code != "late" || home.Tiles[0].Count != 3 || home.Tiles[0].Tone != "late" || len(home.Scans) != 3 {
		t.Errorf("home %+v", home)
	}
}

func TestTheHomeScreenSumsWhatIsToBeRefundedToday(t *testing.T) {
	d := newReadyDesk(t)
	for _, order := range []string{"1001", "1002"} {
		view := d.pulls(order)
		_, err := d.cases.Authorise(command(), view.ID, api.AuthoriseForm{Label: true})
		d.must(err)
		_, err = d.cases.Receive(command(), view.ID, api.ReceiveForm{Code: "RET" + order})
		d.must(err)
	}
	refunds := func() api.Tile {
		home, err := d.start.Home()
		d.must(err)
		return home.Tiles[1]
	}
	if tile := refunds(); tile.Count != 0 || tile.Amount != nil {
		t.Errorf("on the day they arrive: %+v", tile)
	}
	d.now = d.now.AddDate(0, 0, 10)
	if tile := refunds(); tile.Code != "refund_today" || tile.Count != 2 || tile.Amount == nil || *tile.Amount != (api.Money{Minor: 79800, Currency: "EUR"}) {
		t.Errorf("ten days later: %+v", tile)
	}
}

func TestAScanSaysWhatTheStationKnows(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	for code, want := range map[string]string{" 1001 ": "case", soldIMEI: "case", view.Number: "case", "NOTHING": "unknown"} {
		found, err := d.start.Scan(code)
		d.must(err)
		if found.Kind != want {
			t.Errorf("%q is a %s, want %s", code, found.Kind, want)
		}
	}
	_, err := d.start.Scan(strings.Repeat("9", 200))
	d.refused(err, "errors_api.scan")
}

func TestTheOutboxIsShownAndSettled(t *testing.T) {
	d := newReadyDesk(t)
	view := d.decides(d.pulls("1001"))
	view, err := d.cases.DecideFullRefund(command(), view.ID, api.RefundForm{Expected: view.Proposal.Total})
	d.must(err)
	shown, err := d.sending.View()
	d.must(err)
	if shown.Status.Waiting == 0 || len(shown.Waiting) != len(view.Actions) || shown.Waiting[0].Number != view.Number {
		t.Fatalf("waiting %+v", shown.Waiting)
	}
	money := shown.Waiting[slices.IndexFunc(shown.Waiting, func(a api.ActionView) bool { return a.Kind == station.RefundKind })]
	if money.Amount == nil || money.Amount.Minor != 39900 {
		t.Errorf("the refund's row is %+v", money)
	}
	for row, want := range map[string]string{"nonsense": "errors_returns.action.unknown"} {
		_, err := d.sending.Retry(command(), row)
		d.refused(err, want)
	}
	_, err = d.sending.Retry(command(), money.ID) // Queued money leaves at once; its case decides.
	d.must(err)
	if d.syncer.synced != 1 {
		t.Errorf("the syncer was told %d times", d.syncer.synced)
	}
	paused, err := d.sending.Pause(true)
	d.must(err)
	if !paused.Paused {
		t.Error("it goes on sending")
	}
	_, err = d.sending.SyncNow()
	d.must(err)
}
