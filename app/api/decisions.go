package api

import (
	"context"

	"revient/app/returns"
	"revient/app/station"
)

// RefundForm grants a full refund. Expected is the total that the operator saw.
type RefundForm struct {
	Expected Money  `json:"expected"`
	Override string `json:"override"` // Why it goes against the proposal.
	Proof    string `json:"proof"`    // What shows that a lost parcel was sent.
	PIN      string `json:"pin"`      // Of whoever may, where it is asked for.
}

// DeductionForm is what is kept back for one part and one finding.
type DeductionForm struct {
	Part    string `json:"part"`
	Finding string `json:"finding"`
	Amount  Money  `json:"amount"`
}

// PartialForm grants a partial refund.
type PartialForm struct {
	Deductions []DeductionForm `json:"deductions"`
	Shipping   Money           `json:"shipping"` // Granted of the outward shipping.
	Expected   Money           `json:"expected"`
	Override   string          `json:"override"`
	PIN        string          `json:"pin"`
}

// KeepForm lets the customer keep the device, with an amount back.
type KeepForm struct {
	Amount   Money  `json:"amount"`
	Override string `json:"override"`
	PIN      string `json:"pin"`
}

// ExchangeForm gives the customer the unit that is reserved for them.
type ExchangeForm struct {
	Unit     string `json:"unit"`
	Override string `json:"override"`
	PIN      string `json:"pin"`
}

// VerdictForm is a decision that needs nothing but itself.
type VerdictForm struct {
	Override string `json:"override"`
	PIN      string `json:"pin"`
}

// RefusalForm refuses what the customer asked for.
type RefusalForm struct {
	Code     string `json:"code"` // catalog.refusal.<code>.
	Text     string `json:"text"` // For the customer.
	Override string `json:"override"`
	PIN      string `json:"pin"`
}

// ApprovalForm is a second person's yes.
type ApprovalForm struct {
	Expected Money  `json:"expected"` // The amount that they saw; zero where there is none.
	PIN      string `json:"pin"`
}

// MarketplaceRefundForm is a refund that the marketplace made by itself.
type MarketplaceRefundForm struct {
	Item     Money  `json:"item"`
	Shipping Money  `json:"shipping"`
	Seen     string `json:"seen"`
	PIN      string `json:"pin"`
}

// DecideFullRefund grants everything that is left of what the customer paid.
func (s *Cases) DecideFullRefund(command, id string, form RefundForm) (CaseView, error) {
	return s.api.command("DecideFullRefund", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.DecideFullRefund(ctx, order, returns.CaseID(id), returns.Money(form.Expected), form.Override, form.Proof)
	})
}

// DecidePartialRefund grants what is left less the deductions.
func (s *Cases) DecidePartialRefund(command, id string, form PartialForm) (CaseView, error) {
	return s.api.command("DecidePartialRefund", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		partial := station.Partial{Shipping: returns.Money(form.Shipping), Expected: returns.Money(form.Expected)}
		for _, deduction := range form.Deductions {
			partial.Deductions = append(partial.Deductions, returns.Deduction{Part: deduction.Part, Finding: deduction.Finding, Amount: returns.Money(deduction.Amount)})
		}
		return s.api.station.DecidePartialRefund(ctx, order, returns.CaseID(id), partial, form.Override)
	})
}

// DecideKeep lets the customer keep the device, with a part of its price back.
func (s *Cases) DecideKeep(command, id string, form KeepForm) (CaseView, error) {
	return s.api.command("DecideKeep", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.DecideKeep(ctx, order, returns.CaseID(id), returns.Money(form.Amount), form.Override)
	})
}

// DecideExchange gives the customer the unit that is reserved for them.
func (s *Cases) DecideExchange(command, id string, form ExchangeForm) (CaseView, error) {
	return s.api.command("DecideExchange", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.DecideExchange(ctx, order, returns.CaseID(id), returns.UnitID(form.Unit), form.Override)
	})
}

// DecideRepair repairs the device under warranty and gives it back.
func (s *Cases) DecideRepair(command, id string, form VerdictForm) (CaseView, error) {
	return s.api.command("DecideRepair", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.DecideRepair(ctx, order, returns.CaseID(id), form.Override)
	})
}

// DecideRefuse refuses what the customer asked for.
func (s *Cases) DecideRefuse(command, id string, form RefusalForm) (CaseView, error) {
	return s.api.command("DecideRefuse", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.DecideRefuse(ctx, order, returns.CaseID(id), form.Code, form.Text, form.Override)
	})
}

// Approve is a second person's yes to a decision.
func (s *Cases) Approve(command, id string, form ApprovalForm) (CaseView, error) {
	return s.api.command("Approve", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Approve(ctx, order, returns.CaseID(id), returns.Money(form.Expected))
	})
}

// TurnDown is a second person's no to a decision.
func (s *Cases) TurnDown(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("TurnDown", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.TurnDown(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// Reverse takes back a decision of which nothing has left.
func (s *Cases) Reverse(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Reverse", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Reverse(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// NoReplacementLeft says that the exchange that was decided cannot be.
func (s *Cases) NoReplacementLeft(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("NoReplacementLeft", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.NoReplacementLeft(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// Unexchange takes an exchange back whose unit came home; form.Code is what was
// scanned on it.
func (s *Cases) Unexchange(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Unexchange", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Unexchange(ctx, order, returns.CaseID(id), form.Code, form.Reason)
	})
}

// MarkLost says that the parcel on its way back will not come.
func (s *Cases) MarkLost(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("MarkLost", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.MarkLost(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// Dispose keeps a device whose owner gave it up.
func (s *Cases) Dispose(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("Dispose", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.Dispose(ctx, order, returns.CaseID(id), form.Reason)
	})
}

// NoteMarketplaceRefund records what the marketplace refunded by itself.
func (s *Cases) NoteMarketplaceRefund(command, id string, form MarketplaceRefundForm) (CaseView, error) {
	return s.api.command("NoteMarketplaceRefund", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.NoteMarketplaceRefund(ctx, order, returns.CaseID(id), station.MarketplaceRefund{
			Item: returns.Money(form.Item), Shipping: returns.Money(form.Shipping), Seen: form.Seen,
		})
	})
}
