package backmarket

import (
	"testing"
	"time"

	"revient/app/marketplace"
)

func TestTheKindOfAClaimIsToldByItsWords(t *testing.T) {
	shipped := time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC)
	soon, late := shipped.Add(10*24*time.Hour), shipped.Add(80*24*time.Hour)
	for _, c := range []struct {
		name     string
		issues   []marketplace.Issue
		declared time.Time
		want     marketplace.ClaimKind
	}{
		{"a technical fault", []marketplace.Issue{{Code: "BATTERY_NOT_CHARGING", Tag: "TECHNICAL"}}, soon, marketplace.Defect},
		{"a technical fault, months later", []marketplace.Issue{{Code: "BATTERY_NOT_CHARGING", Tag: "TECHNICAL"}}, late, marketplace.Warranty},
		{"a code of tomorrow in a known family", []marketplace.Issue{{Code: "X", Tag: "TECHNICAL"}}, soon, marketplace.Defect},
		{"a known code in a family of tomorrow", []marketplace.Issue{{Code: "Camera Failures", Tag: "X"}}, soon, marketplace.Defect},
		{"a change of mind", []marketplace.Issue{{Code: "CHANGED_MIND", Tag: "CHANGED_MIND"}}, soon, marketplace.ChangeOfMind},
		{"a change of mind, as the export writes it", []marketplace.Issue{{Code: "Changed Mind"}}, late, marketplace.ChangeOfMind},
		{"both: the defect counts", []marketplace.Issue{{Tag: "CHANGED_MIND"}, {Tag: "TECHNICAL"}}, soon, marketplace.Defect},
		{"both, the other way round", []marketplace.Issue{{Tag: "TECHNICAL"}, {Tag: "CHANGED_MIND"}}, soon, marketplace.Defect},
		{"words of tomorrow", []marketplace.Issue{{Code: "X", Tag: "Y"}}, soon, marketplace.UnknownClaim},
		{"no words", nil, soon, marketplace.UnknownClaim},
	} {
		if got := kindOf(c.issues, c.declared, shipped); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := kindOf([]marketplace.Issue{{Tag: "TECHNICAL"}}, late, time.Time{}); got != marketplace.Defect {
		t.Errorf("with no known date of shipping: %q", got)
	}
}

func TestAnOpenClaimCountsBeforeAClosedOne(t *testing.T) {
	closed := marketplace.Claim{Kind: marketplace.Warranty}
	open := marketplace.Claim{Kind: marketplace.ChangeOfMind, Open: true}
	for _, c := range []struct {
		claims []marketplace.Claim
		want   marketplace.ClaimKind
	}{
		{[]marketplace.Claim{closed, open}, marketplace.ChangeOfMind},
		{[]marketplace.Claim{closed}, marketplace.Warranty},
		{[]marketplace.Claim{{Kind: marketplace.UnknownClaim, Open: true}, closed}, marketplace.Warranty},
		{nil, marketplace.UnknownClaim},
	} {
		if got := kindOfAll(c.claims); got != c.want {
			t.Errorf("%+v: %q, want %q", c.claims, got, c.want)
		}
	}
}

func TestAuthorsAreReadFromTheKindOrTheInitiator(t *testing.T) {
	for _, c := range []struct {
		kind, initiator string
		want            marketplace.Author
	}{
		{"MERCHANT_TO_ALL", "Merchant", marketplace.FromSeller},
		{"MERCHANT_TO_BACKCARE", "", marketplace.FromSeller},
		{"BACKCARE_TO_MERCHANT", "BackMarket", marketplace.FromMarketplace},
		{"CUSTOMER_TO_ALL", "Client", marketplace.FromCustomer},
		{"", "Client", marketplace.FromCustomer},
		{"SOMETHING_NEW", "BackMarket", marketplace.FromMarketplace},
		{"COURIER_TO_EVERYONE", "Courier", marketplace.FromUnknown},
	} {
		if got := author(c.kind, c.initiator); got != c.want {
			t.Errorf("%q by %q: %q, want %q", c.kind, c.initiator, got, c.want)
		}
	}
}

func TestAFolderOfTomorrowIsKeptAsItCame(t *testing.T) {
	raw := []byte(`{"id": 9, "state": 5, "orderline": {"id": 3, "order": {}}, "client": {},
		"lines": [{"id": 1, "state": 4, "resolution_choice": "GIFT_CARD", "declared_warranty_state": "ON_THE_MOON",
			"return_labels": [{"state": "FOLDED", "kind": "SIDEWAYS", "label": "/l.pdf"}]}],
		"messages": [{"id": 2, "date_creation": "2026-01-02T00:00:00Z"}, {"id": 1, "date_creation": "2026-01-01T00:00:00Z"}]}`)
	folder, err := readFolder(raw)
	if err != nil {
		t.Fatal(err)
	}
	claim := folder.Claims[0]
	if !folder.Open || folder.RawState != "5" || !claim.Open || claim.Wants != marketplace.WishUnknown || claim.RawWants != "GIFT_CARD" || claim.WarrantyState != "ON_THE_MOON" {
		t.Errorf("folder = %+v", folder)
	}
	if label := claim.Labels[0]; label.ToSeller || !label.Usable || label.RawState != "FOLDED" || label.RawKind != "SIDEWAYS" {
		t.Errorf("label = %+v", label)
	}
	if folder.Messages[0].Ref != "1" || string(folder.Raw) != string(raw) {
		t.Errorf("messages = %+v", folder.Messages)
	}
}
