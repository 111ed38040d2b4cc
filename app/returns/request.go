package returns

import (
	"slices"

	"revient/app/fault"
)

// Request opens a case: a customer wants to return something, told by the
// marketplace or entered by hand.
type Request struct {
	Origin      Origin
	Sale        Sale
	Folder      string // The marketplace's after-sales folder, if there is one.
	Claim       Claim
	Customer    PersonRef
	RequestedAt Moment
	DeclaredAt  Moment
	DeliveredAt Moment
	Return      ReturnParcel
}

// Name implements Command.
func (Request) Name() string { return "Request" }

func (Request) from() []Stage { return []Stage{New} }

func (r Request) decide(_ Case, f Facts) ([]Event, error) {
	if err := opens(r.Sale, f); err != nil {
		return nil, err
	}
	if r.DeliveredAt.before(r.Sale.SoldAt) {
		return nil, fault.New(fault.Invalid, "errors_returns.redate.before_sale", nil).At("delivered")
	}
	return []Event{CaseRequested{
		Case: f.CaseID, Number: f.CaseNumber, Origin: r.Origin, Sale: r.Sale, Folder: r.Folder, Claim: r.Claim,
		Customer: r.Customer, RequestedAt: r.RequestedAt, DeclaredAt: r.DeclaredAt, DeliveredAt: r.DeliveredAt, Return: r.Return, Policy: f.Policy,
	}}, nil
}

// opens checks that a case can be opened on a sale: it names what was sold, its
// prices are amounts that a refund can be counted from, and no other case of the
// order line is open.
func opens(sale Sale, f Facts) error {
	total, err := sale.Total()
	switch {
	case sale.OrderRef == "":
		return fault.New(fault.Invalid, "errors_returns.request.no_order", nil).At("order")
	case sale.Title == "":
		return fault.New(fault.Invalid, "errors_returns.request.no_title", nil).At("title")
	case sale.Paid.Minor < 0 || sale.Shipping.Minor < 0:
		return fault.New(fault.Invalid, "errors_returns.request.negative_price", nil).At("paid")
	case err != nil:
		return err
	case !total.IsZero() && sale.Paid.Currency == "":
		return fault.New(fault.Invalid, "errors_returns.request.no_currency", nil).At("paid")
	case sale.IMEI != "" && !ValidIMEI(sale.IMEI):
		return fault.New(fault.Invalid, "errors_returns.identity.not_an_imei", nil).At("imei")
	case f.OpenCaseOfLine != "":
		return fault.New(fault.Conflict, "errors_returns.request.open_case", fault.Args{"case": string(f.OpenCaseOfLine)}).At("order")
	default:
		return nil
	}
}

// CaseRequested opens a case.
type CaseRequested struct {
	Case        CaseID       `json:"case"`
	Number      string       `json:"number"`
	Origin      Origin       `json:"origin"`
	Sale        Sale         `json:"sale"`
	Folder      string       `json:"folder"`
	Claim       Claim        `json:"claim"`
	Customer    PersonRef    `json:"customer"`
	RequestedAt Moment       `json:"requestedAt"`
	DeclaredAt  Moment       `json:"declaredAt"`
	DeliveredAt Moment       `json:"deliveredAt"`
	Return      ReturnParcel `json:"return"`
	Policy      string       `json:"policy,omitempty"`
}

func (e CaseRequested) apply(c *Case) {
	sale := e.Sale
	c.Policy = e.Policy
	c.ID, c.Number, c.Origin, c.Sale, c.Folder, c.Claim = e.Case, e.Number, e.Origin, &sale, e.Folder, e.Claim
	c.Customer, c.RequestedAt, c.DeclaredAt, c.DeliveredAt, c.Return = e.Customer, e.RequestedAt, e.DeclaredAt, e.DeliveredAt, e.Return
	c.Stage, c.Identity.State, c.Custody.Place = Requested, IdentityUnchecked, InTransit
}

// Authorisation is the workshop's yes to a return.
type Authorisation struct {
	At       Moment     `json:"at"`
	By       OperatorID `json:"by"`
	Label    bool       `json:"label"`         // The return label is ours to give; otherwise the marketplace gave one.
	How      string     `json:"how,omitempty"` // How the customer was told; "" for the marketplace's conversation.
	Proposal Proposal   `json:"proposal,omitzero"`
	Override TextRef    `json:"override,omitzero"` // Why the return is taken although the rules propose otherwise.
}

// Ways lists how a customer can be told.
func Ways() []string { return []string{"marketplace", "email", "phone", "post", "counter"} }

// Authorise tells the customer that the device may come back. The return slip
// follows from it, and where the label is ours, the return label too.
//
// The rules may propose otherwise (too late, a proof to be asked for): going
// against them wants the right to, and a reason.
type Authorise struct {
	Label    bool
	How      string // One of Ways; "" for the marketplace's conversation.
	Proposal Proposal
	Override TextRef
}

// proposesAuthorising reports whether the rules leave the yes to the operator: they
// propose it, propose nothing, or would like to see a photo first.
func proposesAuthorising(p Proposal) bool {
	return slices.Contains([]string{"", "authorise", "ask_proof", "needs_person"}, p.Outcome)
}

// Name implements Command.
func (Authorise) Name() string { return "Authorise" }

func (Authorise) from() []Stage { return []Stage{Requested} }

func (a Authorise) decide(c Case, f Facts) ([]Event, error) {
	against := !proposesAuthorising(a.Proposal)
	switch {
	case c.Hold != nil:
		return nil, errHeld()
	case a.How != "" && !slices.Contains(Ways(), a.How):
		return nil, fault.New(fault.Invalid, "errors_returns.authorise.how", nil).At("how")
	case against && !f.Actor.Override:
		return nil, fault.New(fault.Unauthorized, "errors_returns.override.right", nil)
	case against && !a.Override.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.override.reason", nil).At("reason")
	}
	events := []Event{ReturnAuthorised{Authorisation{
		At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID, Label: a.Label, How: a.How, Proposal: a.Proposal, Override: a.Override,
	}}}
	return tellCustomer(c, events, TellAuthorised), nil
}

// ReturnAuthorised moves the case to waiting for the parcel.
type ReturnAuthorised struct {
	Authorisation Authorisation `json:"authorisation"`
}

func (e ReturnAuthorised) apply(c *Case) {
	authorisation := e.Authorisation
	c.Authorised, c.Stage = &authorisation, Awaiting
}

// Decline says no to a request before anything was sent back. A rule may propose
// it; a person gives it, with a code and words for the customer.
type Decline struct {
	Code string
	Text TextRef
}

// DeclineCodes lists the reasons that a request can be declined for.
func DeclineCodes() []string {
	return []string{"late", "not_ours", "excluded", "duplicate", "customer_kept", "other"}
}

// Name implements Command.
func (Decline) Name() string { return "Decline" }

func (Decline) from() []Stage { return []Stage{Requested} }

func (d Decline) decide(c Case, _ Facts) ([]Event, error) {
	if c.Hold != nil {
		return nil, errHeld()
	}
	if !slices.Contains(DeclineCodes(), d.Code) {
		return nil, fault.New(fault.Invalid, "errors_returns.decline.code", nil).At("code")
	}
	if !d.Text.Given() {
		return nil, fault.New(fault.Invalid, "errors_returns.decline.text", nil).At("text")
	}
	events := c.takeBack(c.releaseUnit([]Event{RequestDeclined(d)}), TellProof, TellChoice)
	return tellCustomer(c, events, TellDeclined), nil
}

// RequestDeclined ends the case.
type RequestDeclined struct {
	Code string  `json:"code"`
	Text TextRef `json:"text"`
}

func (e RequestDeclined) apply(c *Case) {
	c.Stage, c.DeclineCode, c.DeclineText = Declined, e.Code, e.Text
}

// Cancel ends a return that will not come: the customer keeps the device.
type Cancel struct {
	Reason TextRef
}

// Name implements Command.
func (Cancel) Name() string { return "Cancel" }

func (Cancel) from() []Stage { return []Stage{Requested, Awaiting} }

func (x Cancel) decide(c Case, _ Facts) ([]Event, error) {
	if !x.Reason.Given() {
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return c.takeBack(c.releaseUnit([]Event{ReturnCanceled(x)}), TellAuthorised, TellProof, TellChoice), nil
}

// ReturnCanceled ends the case.
type ReturnCanceled struct {
	Reason TextRef `json:"reason"`
}

func (e ReturnCanceled) apply(c *Case) { c.Stage = Canceled }
