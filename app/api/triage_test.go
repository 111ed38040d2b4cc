package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"revient/app/api"
)

func TestARequestIsAnsweredWithMessagesThatAreReady(t *testing.T) {
	d := newReadyDesk(t)
	form := byHand()
	form.Delivered, form.Claim = "2026-09-01", "change_of_mind" // Two months ago.
	view, err := d.cases.Request(command(), form)
	d.must(err)
	if view.Triage == nil || view.Proposal == nil || view.Proposal.Outcome != "decline" || view.Triage.Decline != "late" {
		t.Fatalf("proposed %+v", view.Proposal)
	}
	for _, draft := range view.Triage.Drafts {
		if draft.Text == "" || strings.Contains(draft.Text, "{{") {
			t.Errorf("%s says %q", draft.For, draft.Text)
		}
		if draft.For == "decline.late" && !strings.Contains(draft.Text, "garantie") {
			t.Errorf("a late request is not told the other path: %q", draft.Text)
		}
	}
}

func TestADateSaysWhoKnowsItAndWhoCorrectedIt(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	delivery := view.Dates[0]
	if delivery.Which != "delivery" || delivery.Moment.At != "" || delivery.Correction {
		t.Fatalf("the delivery is %+v", delivery)
	}
	view, err := d.cases.Redate(command(), view.ID, api.RedateForm{Which: "delivery", At: "2026-10-30T14:05", Reason: "Suivi du transporteur"})
	d.must(err)
	delivery = view.Dates[0]
	if delivery.Moment.Precision != "instant" || delivery.Moment.Source != "operator" || delivery.By != "Ana" || delivery.Reason != "Suivi du transporteur" || delivery.Was.At != "" {
		t.Errorf("the delivery is %+v", delivery)
	}
	for name, c := range map[string]struct{ at, key string }{
		"in the future":       {"2027-01-01", "errors_returns.arrival.future"},
		"before the purchase": {"2026-01-01", "errors_returns.redate.before_sale"},
	} {
		t.Run(name, func(*testing.T) {
			_, err := d.cases.Redate(command(), view.ID, api.RedateForm{Which: "delivery", At: c.at, Reason: "x"})
			d.refused(err, c.key)
		})
	}
	for _, mark := range view.Ribbon {
		if mark.Rule != "" && (mark.Computed == nil || mark.Computed.Event.At == "" || mark.Computed.Version == "") {
			t.Errorf("the mark %s does not say from what it was computed: %+v", mark.Kind, mark.Computed)
		}
	}
}

func TestTheListsAreCountedAsTheyAreListedAndPrinted(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	d.pulls("1002")
	_, err := d.cases.AskProof(command(), view.ID, api.ProofForm{Text: "Une photo"})
	d.must(err)
	d.now = d.now.Add(6 * 24 * time.Hour)
	counts, err := d.cases.Lists()
	d.must(err)
	found := map[string]int{}
	for _, list := range counts {
		page, err := d.cases.List(api.ListFilter{Tile: list.Code, Limit: 10})
		d.must(err)
		if page.Total != list.Count || len(page.Rows) != list.Count {
			t.Errorf("%s counts %d and lists %d", list.Code, list.Count, len(page.Rows))
		}
		found[list.Code] = list.Count
	}
	if found["late"] != 1 || found["to_answer"] != 1 || found["waiting_customer"] != 1 {
		t.Errorf("the lists are %v", found)
	}
	status, header, pdf := d.asks(http.MethodGet, "/media/lists/worklist?filter=late", nil)
	if status != http.StatusOK || header.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Errorf("the printed list: %d %s", status, header)
	}
}
