package returns

import "revient/app/fault"

// ReceiveUnknown opens a case for a parcel that matches nothing.
type ReceiveUnknown struct {
	Code    string // What was scanned; often a tracking number.
	Arrived Moment
	Reason  TextRef
}

// Name implements Command.
func (ReceiveUnknown) Name() string { return "ReceiveUnknown" }

func (ReceiveUnknown) from() []Stage { return []Stage{New} }

func (r ReceiveUnknown) decide(_ Case, f Facts) ([]Event, error) {
	reception, err := arrival(r.Arrived, r.Reason, r.Code, f)
	if err != nil {
		return nil, err
	}
	return []Event{UnknownParcelReceived{Case: f.CaseID, Number: f.CaseNumber, Reception: reception, Policy: f.Policy}}, nil
}

// UnknownParcelReceived opens a case without a sale.
type UnknownParcelReceived struct {
	Case      CaseID    `json:"case"`
	Number    string    `json:"number"`
	Reception Reception `json:"reception"`
	Policy    string    `json:"policy,omitempty"`
}

func (e UnknownParcelReceived) apply(c *Case) {
	c.Policy = e.Policy
	reception := e.Reception
	c.ID, c.Number, c.Origin, c.Stage = e.Case, e.Number, FromParcel, Unidentified
	c.Reception, c.RequestedAt = &reception, reception.Arrived
	c.Return.Tracking = reception.Tracking
	c.Claim = Claim{Kind: OtherClaim, Wish: WishUnknown}
	c.Identity.State, c.Custody.Place = IdentityUnchecked, Quarantine
}

// Identify says that an unknown parcel belongs to a case that waits for it. That
// case goes on, since its number is what the customer has in hand; this one
// points to it. The station receives the parcel there in the same transaction.
type Identify struct {
	As CaseID
}

// Name implements Command.
func (Identify) Name() string { return "Identify" }

func (Identify) from() []Stage { return []Stage{Unidentified} }

func (i Identify) decide(c Case, _ Facts) ([]Event, error) {
	if i.As == "" || i.As == c.ID {
		return nil, fault.New(fault.Invalid, "errors_returns.identify.no_case", nil).At("case")
	}
	return []Event{ParcelIdentified(i)}, nil
}

// ParcelIdentified ends the case in favour of another.
type ParcelIdentified struct {
	As CaseID `json:"as"`
}

func (e ParcelIdentified) apply(c *Case) {
	c.Stage, c.AbsorbedInto, c.Hold = Closed, e.As, nil
	c.Custody = Custody{Place: NoDevice}
}

// Unidentify takes back that an unknown parcel was told to hold something: it is
// unknown again. A sale that was given to it is forgotten; a case that it was said
// to belong to gets its reception undone by the station, in the same transaction.
type Unidentify struct {
	Reason TextRef
}

// Name implements Command.
func (Unidentify) Name() string { return "Unidentify" }

func (Unidentify) from() []Stage { return []Stage{Received, Inspecting, Deciding, Closed} }

func (Unidentify) fits(c Case) bool {
	return c.Origin == FromParcel && (c.ClosedBecause == "" && c.Stage == Closed && c.AbsorbedInto != "" || c.Stage != Closed) && !c.SomethingHasLeft() &&
		c.marketplaceRefund() == ""
}

func (u Unidentify) decide(c Case, _ Facts) ([]Event, error) {
	switch {
	case c.Origin != FromParcel || c.Stage == Closed && (c.AbsorbedInto == "" || c.ClosedBecause != ""):
		return nil, fault.New(fault.Conflict, "errors_returns.unidentify.not_a_parcel", nil)
	case c.SomethingHasLeft() || c.marketplaceRefund() != "":
		return nil, fault.New(fault.Conflict, "errors_returns.reception.too_late", nil)
	case !u.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return c.takeBackAll(c.releaseUnit([]Event{ParcelUnidentified(u)})), nil
}

// ParcelUnidentified brings the parcel back to the shelf of the unknown ones. What
// was inspected meanwhile is kept, shelved.
type ParcelUnidentified struct {
	Reason TextRef `json:"reason"`
}

func (e ParcelUnidentified) apply(c *Case) {
	c.shelveInspection()
	if c.Hold != nil && c.Hold.Code == HoldIdentity {
		c.Hold = nil
	}
	c.Sale, c.Folder, c.Customer, c.AbsorbedInto = nil, "", PersonRef{}, ""
	c.Claim = Claim{Kind: OtherClaim, Wish: WishUnknown}
	c.DeclaredAt, c.DeliveredAt, c.Proof, c.NoReplacement = Moment{}, Moment{}, Proof{}, false
	c.Identity, c.Decision, c.Question, c.Repair = Identity{State: IdentityUnchecked}, nil, nil, nil
	c.Custody, c.Stage = Custody{Place: Quarantine}, Unidentified
}

// OpenFromSale says what an unknown parcel holds: something that was sold and
// for which nobody had asked a return.
type OpenFromSale struct {
	Sale     Sale
	Folder   string
	Claim    Claim
	Customer PersonRef
}

// Name implements Command.
func (OpenFromSale) Name() string { return "OpenFromSale" }

func (OpenFromSale) from() []Stage { return []Stage{Unidentified} }

func (o OpenFromSale) decide(_ Case, f Facts) ([]Event, error) {
	if err := opens(o.Sale, f); err != nil {
		return nil, err
	}
	return []Event{SaleFound(o)}, nil
}

// SaleFound gives an unknown parcel its sale.
type SaleFound struct {
	Sale     Sale      `json:"sale"`
	Folder   string    `json:"folder"`
	Claim    Claim     `json:"claim"`
	Customer PersonRef `json:"customer"`
}

func (e SaleFound) apply(c *Case) {
	sale := e.Sale
	c.Sale, c.Folder, c.Claim, c.Customer, c.Stage = &sale, e.Folder, e.Claim, e.Customer, Received
}

// NotOurs ends an unknown parcel that somebody else should have received.
type NotOurs struct {
	Reason TextRef
}

// Name implements Command.
func (NotOurs) Name() string { return "NotOurs" }

func (NotOurs) from() []Stage { return []Stage{Unidentified} }

func (n NotOurs) decide(Case, Facts) ([]Event, error) {
	if !n.Reason.Given() {
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return []Event{ParcelNotOurs(n)}, nil
}

// ParcelNotOurs closes the case.
type ParcelNotOurs struct {
	Reason TextRef `json:"reason"`
}

func (e ParcelNotOurs) apply(c *Case) {
	c.Stage, c.ClosedBecause, c.Hold = Closed, "not_ours", nil
	c.Custody = Custody{Place: WithCarrier}
}
