package returns

import "revient/app/fault"

// Outcome is what was decided.
type Outcome string

// The outcomes.
const (
	FullRefund      Outcome = "full_refund"
	PartialRefund   Outcome = "partial_refund"
	Exchange        Outcome = "exchange"
	WarrantyRepair  Outcome = "repair"
	Refusal         Outcome = "refuse"
	KeptByCustomer  Outcome = "keep" // The customer keeps the device, with a partial refund.
	AlreadyRefunded Outcome = "already_refunded"
)

// Outcomes lists the outcomes that a person can decide.
func Outcomes() []Outcome {
	return []Outcome{FullRefund, PartialRefund, Exchange, WarrantyRepair, Refusal, KeptByCustomer, AlreadyRefunded}
}

// GivesBack reports whether the device returns to its owner at the end.
func (o Outcome) GivesBack() bool {
	return o == WarrantyRepair || o == Refusal || o == KeptByCustomer
}

// Proposal is what the rules proposed when the person decided; the journal keeps
// it beside the decision.
type Proposal struct {
	Outcome string   `json:"outcome"` // As policy names it; may be "ask_person".
	Row     string   `json:"row"`     // Row of the decision table.
	Version string   `json:"version"` // Of the policy.
	Reasons []string `json:"reasons"` // Keys of the reasons shown.
}

// Decision is what a person decided.
type Decision struct {
	Outcome  Outcome    `json:"outcome"`
	At       Moment     `json:"at"`
	By       OperatorID `json:"by"`
	Proposal Proposal   `json:"proposal"`
	Override TextRef    `json:"override"` // Why it goes against the proposal.
	Refund   RefundID   `json:"refund,omitempty"`
	Code     string     `json:"code,omitempty"`    // Reason of a refusal.
	Text     TextRef    `json:"text,omitzero"`     // Words for the customer, or the proof of a lost parcel's dispatch.
	Unit     UnitID     `json:"unit,omitempty"`    // Replacement of an exchange.
	Pending  bool       `json:"pending,omitempty"` // A second person has not approved it yet: nothing of it is carried out.
	Second   OperatorID `json:"second,omitempty"`  // Who approved it.
	Alone    bool       `json:"alone,omitempty"`   // It wanted a second person, and the workshop has one person only.
}

// Verdict is what every deciding command says besides its outcome.
type Verdict struct {
	Proposal Proposal
	Override TextRef // Why it goes against the proposal.
}

// mayDecide checks what every decision must keep to. outcome is compared with what
// the rules proposed.
func (v Verdict) mayDecide(c Case, f Facts, outcome Outcome) error {
	against := v.Proposal.Outcome != string(outcome)
	switch {
	case c.Hold != nil:
		return errHeld()
	case c.Sale == nil:
		return fault.New(fault.Conflict, "errors_returns.refund.no_sale", nil)
	case c.unsettledRefund():
		return fault.New(fault.Conflict, "errors_returns.refund.unsettled", nil)
	case against && !f.Actor.Override:
		return fault.New(fault.Unauthorized, "errors_returns.override.right", nil)
	case against && !v.Override.Given():
		return fault.New(fault.Invalid, "errors_returns.override.reason", nil).At("reason")
	default:
		return nil
	}
}

// decision is the record of a verdict.
func (v Verdict) decision(f Facts, outcome Outcome) Decision {
	return Decision{Outcome: outcome, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID, Proposal: v.Proposal, Override: v.Override}
}

// wantSecond marks a decision that a second person must approve. Where the workshop
// has one person it stands at once, and says so.
func wantSecond(d *Decision, f Facts) {
	d.Pending, d.Alone = !f.Alone, f.Alone
}

// DecideFullRefund grants everything that is left of what the customer paid for
// the order line. The operator confirms it once, here; nobody is there when it is
// sent. For a lost parcel it rests on the proof of its dispatch.
type DecideFullRefund struct {
	Refund   RefundID
	Expected Money // The total that the operator saw and agreed to.
	Proposal Proposal
	Override TextRef
	Proof    TextRef // What proves that the customer sent a parcel that is lost.
}

// Name implements Command.
func (DecideFullRefund) Name() string { return "DecideFullRefund" }

func (DecideFullRefund) from() []Stage { return []Stage{Deciding, Lost} }

func (d DecideFullRefund) decide(c Case, f Facts) ([]Event, error) {
	item, shipping := c.Remaining(f.OtherRefunds)
	verdict := Verdict{d.Proposal, d.Override}
	if err := verdict.mayDecide(c, f, FullRefund); err != nil {
		return nil, err
	}
	if c.Stage == Lost && !d.Proof.Given() {
		return nil, fault.New(fault.Invalid, "errors_returns.lost.proof", nil).At("proof")
	}
	if err := c.mayGrant(d.Refund, item, shipping, d.Expected); err != nil {
		return nil, err
	}
	decision := verdict.decision(f, FullRefund)
	decision.Text = d.Proof
	return c.grant(f, decision, Refund{ID: d.Refund, Item: item, Shipping: shipping, Method: ToPaymentMeans},
		func(d Decision) Event { return FullRefundDecided{d} }), nil
}

// mayGrant checks a grant of money: it has an identity of its own, it is something,
// and it is what the operator saw.
func (c Case) mayGrant(id RefundID, item, shipping, expected Money) error {
	total := Money{Minor: item.Minor + shipping.Minor, Currency: item.Currency}
	switch {
	case id == "":
		return fault.New(fault.Invalid, "errors_returns.refund.no_id", nil)
	case c.refundIndex(id) >= 0:
		return fault.New(fault.Conflict, "errors_returns.refund.twice", nil)
	case total.Minor <= 0:
		return fault.New(fault.Conflict, "errors_returns.refund.nothing_left", nil)
	case expected != total:
		return fault.New(fault.Conflict, "errors_returns.refund.changed", nil)
	default:
		return nil
	}
}

// grant answers with a decision and its refund: approved at once, or drafted where
// the amount is above what the actor may grant alone.
func (c Case) grant(f Facts, decision Decision, refund Refund, decided func(Decision) Event) []Event {
	decision.Refund = refund.ID
	if !f.grantsAlone(refund.Total()) {
		wantSecond(&decision, f)
	}
	if decision.Pending {
		refund.State = RefundDrafted
		return c.releaseUnit([]Event{decided(decision), RefundDraftMade{refund}})
	}
	refund.State, refund.ApprovedBy, refund.ApprovedAt = RefundIsApproved, f.Actor.ID, decision.At
	return tellCustomer(c, c.releaseUnit([]Event{decided(decision), RefundApproved{refund}}), TellDecision)
}

func (c Case) unsettledRefund() bool {
	for _, refund := range c.Refunds {
		if !refund.State.Final() {
			return true
		}
	}
	return false
}

// decided moves a case to the execution of a decision. A lost parcel's device is
// nowhere any more.
func (c *Case) decided(decision Decision) {
	if c.Stage == Lost {
		c.Custody = Custody{Place: LostInTransit}
	}
	c.Decision, c.Stage, c.PapersBefore = &decision, Executing, len(c.Documents)
}

// FullRefundDecided moves the case to its execution.
type FullRefundDecided struct {
	Decision Decision `json:"decision"`
}

func (e FullRefundDecided) apply(c *Case) { c.decided(e.Decision) }

// RefundDraftMade holds a grant that a second person must approve. It does not
// count against the cap yet.
type RefundDraftMade struct {
	Refund Refund `json:"refund"`
}

func (e RefundDraftMade) apply(c *Case) { c.Refunds = append(c.Refunds, e.Refund) }

// RefundApproved is the grant: from here on it counts against the cap.
type RefundApproved struct {
	Refund Refund `json:"refund"`
}

func (e RefundApproved) apply(c *Case) {
	if i := c.refundIndex(e.Refund.ID); i >= 0 {
		c.Refunds[i] = e.Refund // It was a draft.
		return
	}
	c.Refunds = append(c.Refunds, e.Refund)
}
