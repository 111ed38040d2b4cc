package returns

import (
	"maps"
	"slices"
)

// Stage is where a case stands. The tracks (identity, evidence, money, custody …)
// move independently of it.
type Stage string

// The stages. Closed, canceled and declined are ends; only closed can be reopened.
const (
	New          Stage = "" // No event yet.
	Requested    Stage = "requested"
	Awaiting     Stage = "awaiting"
	Unidentified Stage = "unidentified"
	Received     Stage = "received"
	Inspecting   Stage = "inspecting"
	Deciding     Stage = "deciding"
	Executing    Stage = "executing"
	Closed       Stage = "closed"
	Canceled     Stage = "canceled"
	Declined     Stage = "declined"
	Lost         Stage = "lost"
)

// Stages lists every stage of a case that exists, in the order of the work.
func Stages() []Stage {
	return []Stage{Requested, Awaiting, Unidentified, Received, Inspecting, Deciding, Executing, Closed, Canceled, Declined, Lost}
}

// Ended reports whether work on the case is over. A lost parcel is no end: somebody
// decides what the customer gets for it.
func (s Stage) Ended() bool {
	return s == Closed || s == Canceled || s == Declined
}

// Origin is how a case came to be.
type Origin string

// The origins.
const (
	FromPull   Origin = "marketplace"
	FromHand   Origin = "hand"
	FromParcel Origin = "parcel" // A parcel that nobody had announced.
)

// Case is the present state of one return, folded from its events. It is a
// value: Apply returns a new one and leaves the old one as it was.
type Case struct {
	ID            CaseID              `json:"id"`
	Number        string              `json:"number"` // P03A-000123-K, for people and labels.
	Seq           int                 `json:"seq"`    // Number of events folded in.
	Stage         Stage               `json:"stage"`
	Origin        Origin              `json:"origin"`
	Sale          *Sale               `json:"sale,omitempty"` // nil while nobody knows what was sold.
	Folder        string              `json:"folder"`         // The marketplace's reference of the after-sales folder; "" if there is none.
	Claim         Claim               `json:"claim"`
	Customer      PersonRef           `json:"customer"`
	RequestedAt   Moment              `json:"requestedAt"`
	DeclaredAt    Moment              `json:"declaredAt"`
	DeliveredAt   Moment              `json:"deliveredAt"` // The outward parcel reached the customer; often unknown.
	Return        ReturnParcel        `json:"return"`
	Authorised    *Authorisation      `json:"authorised,omitempty"`
	Reception     *Reception          `json:"reception,omitempty"`
	Identity      Identity            `json:"identity"`
	Inspection    *Inspection         `json:"inspection,omitempty"`
	Revisions     []Inspection        `json:"revisions,omitempty"` // Earlier inspections, kept as they were.
	Evidence      []Evidence          `json:"evidence,omitempty"`
	BeforeArrival int                 `json:"beforeArrival,omitempty"` // How many of Evidence came before the parcel.
	Decision      *Decision           `json:"decision,omitempty"`
	PapersBefore  int                 `json:"papersBefore,omitempty"` // How many of Documents came before the decision.
	Refunds       []Refund            `json:"refunds,omitempty"`
	Documents     []IssuedDocument    `json:"documents,omitempty"`
	Actions       map[ActionID]Action `json:"actions,omitempty"`
	Wipe          Wipe                `json:"wipe"`
	Grade         string              `json:"grade,omitempty"` // As found, on the way to stock.
	Custody       Custody             `json:"custody"`
	Hold          *Hold               `json:"hold,omitempty"`
	Policy        string              `json:"policy,omitempty"` // Version of the rules that the case is judged by.
	Proof         Proof               `json:"proof"`
	Question      *Question           `json:"question,omitempty"`    // The last choice that was put to the customer.
	Replacement   *Replacement        `json:"replacement,omitempty"` // The unit that is kept for the customer, or was given to them.
	Given         []Replacement       `json:"given,omitempty"`       // Units of earlier exchanges that are with the customer still.
	NoReplacement bool                `json:"noReplacement,omitempty"`
	Repair        *Repair             `json:"repair,omitempty"`
	Outbound      Outbound            `json:"outbound"`
	GivenUp       bool                `json:"givenUp,omitempty"` // The customer left the device to the workshop.
	Protest       *Protest            `json:"protest,omitempty"`
	Notes         []Note              `json:"notes,omitempty"`
	Erased        bool                `json:"erased,omitempty"` // The customer's data were erased.
	DeclineCode   string              `json:"declineCode,omitempty"`
	DeclineText   TextRef             `json:"declineText"`
	AbsorbedInto  CaseID              `json:"absorbedInto,omitempty"` // This case goes on as that one.
	ClosedBecause string              `json:"closedBecause,omitempty"`
}

// ReturnParcel is the parcel on its way back.
type ReturnParcel struct {
	Carrier  string `json:"carrier,omitempty"`
	Tracking string `json:"tracking,omitempty"`
	Scanned  bool   `json:"scanned,omitempty"` // The tracking number was read off the parcel; nobody had announced it.
}

// clone copies everything that an event may change in place.
func (c Case) clone() Case {
	c.Sale = cloned(c.Sale)
	c.Authorised = cloned(c.Authorised)
	c.Reception = cloned(c.Reception)
	c.Decision = cloned(c.Decision)
	c.Hold = cloned(c.Hold)
	c.Question, c.Replacement, c.Protest = cloned(c.Question), cloned(c.Replacement), cloned(c.Protest)
	if c.Repair != nil {
		repair := c.Repair.clone()
		c.Repair = &repair
	}
	c.Given, c.Notes = slices.Clone(c.Given), slices.Clone(c.Notes)
	if c.Inspection != nil {
		inspection := c.Inspection.clone()
		c.Inspection = &inspection
	}
	c.Revisions = slices.Clone(c.Revisions)
	c.Evidence = slices.Clone(c.Evidence)
	c.Refunds = slices.Clone(c.Refunds)
	c.Documents = slices.Clone(c.Documents)
	c.Actions = maps.Clone(c.Actions)
	return c
}

func cloned[T any](p *T) *T {
	if p == nil {
		return nil
	}
	copied := *p
	return &copied
}
