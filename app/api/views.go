package api

// Money is an amount in minor units of an ISO 4217 currency.
type Money struct {
	Minor    int64  `json:"minor"`
	Currency string `json:"currency"`
}

// Moment is an instant with what a person must know to trust it.
type Moment struct {
	At        string `json:"at"` // RFC 3339 in UTC; "" when unknown.
	Zone      string `json:"zone"`
	Precision string `json:"precision"` // instant, day.
	Source    string `json:"source"`    // operator, marketplace, carrier, customer, clock.
}

// Due is the next deadline of a case.
type Due struct {
	Rule string `json:"rule"` // Rule code; its words are policy.<rule>.title.
	At   string `json:"at"`   // First instant that is too late.
	Last string `json:"last"` // Last civil day in time, as YYYY-MM-DD.
	Tone string `json:"tone"` // ok, warn, late.
}

// Row is a case in a list.
type Row struct {
	ID         string `json:"id"`
	Number     string `json:"number"`
	Title      string `json:"title"`
	Stage      string `json:"stage"`
	Claim      string `json:"claim"` // change_of_mind, defect, warranty, other.
	Wish       string `json:"wish"`
	Customer   string `json:"customer"`
	Erased     bool   `json:"erased"` // The customer was erased.
	OrderRef   string `json:"orderRef"`
	IMEI       string `json:"imei"`
	Serial     string `json:"serial"`
	Hold       string `json:"hold"` // Code of the hold; "" if none.
	Identity   string `json:"identity"`
	Due        *Due   `json:"due"`
	Settled    bool   `json:"settled"`
	Away       bool   `json:"away"`
	AsksPerson bool   `json:"asksPerson"` // Somebody must look up what became of a refund.
	Waits      bool   `json:"waits"`      // The next word is the customer's.
	Approval   bool   `json:"approval"`   // A second person must approve the decision.
	Policy     string `json:"policy"`     // Version of the rules; "" for the first.
	UpdatedAt  string `json:"updatedAt"`
}

// CaseView is everything that the case page shows.
type CaseView struct {
	ID              string          `json:"id"`
	Number          string          `json:"number"`
	Seq             int             `json:"seq"`
	Stage           string          `json:"stage"`
	Origin          string          `json:"origin"`
	Sample          bool            `json:"sample"` // Of the sandbox: nothing here is real.
	Can             []string        `json:"can"`    // Names of the commands that the stage admits.
	Hold            *HoldView       `json:"hold"`
	Sale            *SaleView       `json:"sale"` // null while nobody knows what was sold.
	Claim           ClaimView       `json:"claim"`
	Customer        CustomerView    `json:"customer"`
	RequestedAt     Moment          `json:"requestedAt"`
	DeclaredAt      Moment          `json:"declaredAt"`
	DeliveredAt     Moment          `json:"deliveredAt"`
	ReturnTracking  string          `json:"returnTracking"`
	AuthorisedAt    Moment          `json:"authorisedAt"`
	Reception       *ReceptionView  `json:"reception"`
	Ribbon          []MarkView      `json:"ribbon"`
	Due             *Due            `json:"due"`
	Steps           []StepView      `json:"steps"`
	Identity        IdentityView    `json:"identity"`
	Inspection      *InspectionView `json:"inspection"`
	Findings        []FindingView   `json:"findings"` // What can end an inspection at once, from the reception on.
	Evidence        []EvidenceView  `json:"evidence"`
	Proposal        *ProposalView   `json:"proposal"` // While the case is to be answered or decided.
	Decision        *DecisionView   `json:"decision"`
	Refunds         []RefundView    `json:"refunds"`
	Documents       []DocumentView  `json:"documents"`
	Actions         []ActionView    `json:"actions"`
	Messages        []MessageView   `json:"messages"`
	Wipe            WipeView        `json:"wipe"`
	Grade           string          `json:"grade"`
	Place           string          `json:"place"`
	Bin             string          `json:"bin"`
	CustomerSettled bool            `json:"customerSettled"`
	DevicePutAway   bool            `json:"devicePutAway"`
	AbsorbedInto    string          `json:"absorbedInto"`
	ClosedBecause   string          `json:"closedBecause"`
	DeclineCode     string          `json:"declineCode"`
	DeviceReturns   int             `json:"deviceReturns"` // Cases of this very device, this one included.
	BackOfficeURL   string          `json:"backOfficeUrl"`

	Policy            string           `json:"policy"` // Version of the rules that the case is judged by; "" for the first.
	Proof             ProofView        `json:"proof"`
	Question          *QuestionView    `json:"question"`
	Waits             bool             `json:"waits"` // The next word is the customer's.
	Replacement       *ReplacementView `json:"replacement"`
	NoReplacement     bool             `json:"noReplacement"` // An exchange was decided, and could not be.
	Outbound          OutboundView     `json:"outbound"`
	Repair            *RepairView      `json:"repair"`
	GivenUp           bool             `json:"givenUp"` // The customer left the device to the workshop.
	ProtestAt         string           `json:"protestAt"`
	Notes             []NoteView       `json:"notes"`
	Authorised        *AuthorisedView  `json:"authorised"` // null while nobody said yes.
	DeclineText       string           `json:"declineText"`
	Triage            *TriageView      `json:"triage"` // What the request can be answered with; null when it no longer can.
	Dates             []DateView       `json:"dates"`  // Moments that deadlines are counted from.
	Doubts            []ReasonView     `json:"doubts"` // What cannot be right about them.
	WayOut            WayOutView       `json:"wayOut"`
	Erased            bool             `json:"erased"`
	RemainingItem     Money            `json:"remainingItem"` // What may still be granted, over every case of the line.
	RemainingShipping Money            `json:"remainingShipping"`
}

// HoldView is a flag on a case.
type HoldView struct {
	Code     string `json:"code"`
	Text     string `json:"text"`
	ReviewAt string `json:"reviewAt"`
	At       string `json:"at"`
	By       string `json:"by"`
}

// SaleView is what was sold.
type SaleView struct {
	Account   string `json:"account"` // "" for a sale entered by hand.
	OrderRef  string `json:"orderRef"`
	LineRef   string `json:"lineRef"`
	SKU       string `json:"sku"`
	Title     string `json:"title"`
	Category  string `json:"category"`
	Grade     string `json:"grade"`
	IMEI      string `json:"imei"`
	Serial    string `json:"serial"`
	Paid      Money  `json:"paid"`
	Shipping  Money  `json:"shipping"`
	SoldAt    Moment `json:"soldAt"`
	ShippedAt Moment `json:"shippedAt"`
	Country   string `json:"country"`
}

// ClaimView is what the customer says and wants.
type ClaimView struct {
	Kind   string   `json:"kind"`
	Wish   string   `json:"wish"`
	Issues []string `json:"issues"`
	Text   string   `json:"text"`
}

// CustomerView is the person; every field is "" once they were erased.
type CustomerView struct {
	Name     string   `json:"name"`
	City     string   `json:"city"`
	Email    string   `json:"email"`
	Phone    string   `json:"phone"`
	Address  []string `json:"address"`
	Language string   `json:"language"`
	ErasedAt string   `json:"erasedAt"` // When they were erased; "" while they are known.
}

// ReceptionView is the arrival of the parcel.
type ReceptionView struct {
	Arrived  Moment `json:"arrived"`
	LoggedAt string `json:"loggedAt"`
	By       string `json:"by"`
	Reason   string `json:"reason"`
	Undoable bool   `json:"undoable"`
}

// MarkView is a mark on the ribbon of time.
type MarkView struct {
	Kind      string         `json:"kind"`      // delivered, declared, requested, answered, received, settled, now, window, answer_target …
	At        string         `json:"at"`        // "" where the moment is unknown.
	Day       string         `json:"day"`       // The civil day to write, YYYY-MM-DD; of a deadline, the last one in time.
	Precision string         `json:"precision"` // unknown, day, instant.
	Tone      string         `json:"tone"`      // ok, warn, late.
	Key       string         `json:"key"`       // Sentence of the mark.
	Args      map[string]any `json:"args"`
	Note      string         `json:"note"` // Sentence of what to think of it; "" if none.
	NoteArgs  map[string]any `json:"noteArgs"`
	Rule      string         `json:"rule"`     // Rule that it stands for: policy.rule.<rule>.title, .source, .why.
	Computed  *ComputedView  `json:"computed"` // Its date and what that was computed from; null without a rule.
}

// StepView is a step of the spine.
type StepView struct {
	Code  string `json:"code"`  // request, reception, identity, checks, decision, sending.
	State string `json:"state"` // done, current, next.
}

// IdentityView compares the device in hand with the one sold.
type IdentityView struct {
	State    string `json:"state"`
	IMEI     string `json:"imei"`
	Serial   string `json:"serial"`
	Expected string `json:"expected"`
}

// InspectionView is the standing inspection.
type InspectionView struct {
	Profile       string      `json:"profile"`
	Version       string      `json:"version"`
	Revision      int         `json:"revision"`
	Checks        []CheckView `json:"checks"`
	Open          []string    `json:"open"`          // Mandatory checks without an answer.
	MissingPhotos []string    `json:"missingPhotos"` // Answered checks that want a photo.
	Blocking      string      `json:"blocking"`      // The finding that did.
	CompletedAt   string      `json:"completedAt"`
}

// CheckView is one check. Its words are catalog.check.<code>.label.
type CheckView struct {
	Code      string       `json:"code"`
	Step      string       `json:"step"` // reception, identity, safety, exclusions, tests.
	Type      string       `json:"type"` // pass_fail, enum, measure, serial, text.
	Mandatory bool         `json:"mandatory"`
	Blocking  bool         `json:"blocking"`
	Bulk      bool         `json:"bulk"`    // "All OK" may answer it.
	Photo     string       `json:"photo"`   // none, if_fail, always.
	Options   []OptionView `json:"options"` // Of an enum.
	Unit      string       `json:"unit"`    // Of a measure, with its bounds.
	Min       int          `json:"min"`
	Max       int          `json:"max"`
	Defects   []string     `json:"defects"` // Defect codes that a KO can stand for: catalog.defect.<code>.
	Answer    string       `json:"answer"`  // ok, ko, na, not_tested; "" while open.
	Defect    string       `json:"defect"`
	Value     string       `json:"value"` // Option or reading.
	Reason    string       `json:"reason"`
	Help      bool         `json:"help"` // Whether catalog.check.<code>.help exists.
}

// OptionView is one answer of an enumerated check: catalog.option.<code>.
type OptionView struct {
	Code   string `json:"code"`
	Answer string `json:"answer"` // ok, ko.
}

// FindingView is a finding that ends an inspection at once. Its words are
// catalog.finding.<code>.label and .help; a view's are catalog.view.<view>.
type FindingView struct {
	Code   string   `json:"code"`
	Views  []string `json:"views"` // Photos that it needs.
	Absent bool     `json:"absent"`
}

// EvidenceView is a photo on a check or a view.
type EvidenceView struct {
	Photo  string `json:"photo"`
	Check  string `json:"check"`
	View   string `json:"view"`
	Source string `json:"source"`
	At     string `json:"at"`
	By     string `json:"by"`
}

// DecisionView is what a person decided.
type DecisionView struct {
	Outcome  string `json:"outcome"`
	At       string `json:"at"`
	By       string `json:"by"`
	Override string `json:"override"`
	Row      string `json:"row"`
	Version  string `json:"version"` // Of the rules that proposed.
	Proposed string `json:"proposed"`
	Code     string `json:"code"`    // Of a refusal: catalog.refusal.<code>.
	Text     string `json:"text"`    // Words for the customer, or the proof of a lost parcel's dispatch.
	Pending  bool   `json:"pending"` // Waits for a second person.
	Second   string `json:"second"`  // Who approved it.
	Alone    bool   `json:"alone"`   // It wanted a second person, and there is none.
}

// RefundView is one refund and what became of it.
type RefundView struct {
	ID       string `json:"id"`
	State    string `json:"state"`
	Item     Money  `json:"item"`
	Shipping Money  `json:"shipping"`
	Total    Money  `json:"total"`
	Method   string `json:"method"`

	Deductions []DeductionView `json:"deductions"`
	Noted      bool            `json:"noted"` // The marketplace made it before anything was granted here.

	ApprovedAt  string `json:"approvedAt"`
	ConfirmedAt string `json:"confirmedAt"`
	Means       string `json:"means"`
	AskPerson   bool   `json:"askPerson"` // A person must look and say.
	Attempts    int    `json:"attempts"`
	Accepted    bool   `json:"accepted"`   // The marketplace said yes; not yet read back.
	NotFoundAt  string `json:"notFoundAt"` // When reading back first found no refund; "" if it never did.
	ByHand      bool   `json:"byHand"`     // No marketplace makes it: a person does, and says so.
	CreditBy    string `json:"creditBy"`
}

// DocumentView is a document of the case.
type DocumentView struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Number   string `json:"number"`
	Numbered bool   `json:"numbered"` // Its copies are counted and marked.
	State    string `json:"state"`    // due, ready, failed.
	URL      string `json:"url"`      // Of the PDF, on the media handler; "" until it is ready.
	IssuedAt string `json:"issuedAt"`
	Copies   int    `json:"copies"` // Reprints so far.
	Error    *Fault `json:"error"`
}

// ActionView is something that leaves, or left, for the marketplace.
type ActionView struct {
	ID        string `json:"id"` // Identity of the outbox row.
	CaseID    string `json:"caseId"`
	Number    string `json:"number"`
	Title     string `json:"title"`
	Kind      string `json:"kind"` // refund, tell_authorised, tell_decision, send_evidence, tell_receipt …
	Lane      string `json:"lane"`
	State     string `json:"state"` // queued, sending, submitting, done, refused, unknown, to_fix, manual.
	Attempts  int    `json:"attempts"`
	NotBefore string `json:"notBefore"`
	CreatedAt string `json:"createdAt"`
	UpdatedAt string `json:"updatedAt"`
	Error     *Fault `json:"error"`
	Amount    *Money `json:"amount"`
	AskPerson bool   `json:"askPerson"`
}

// MessageView is one message of the conversation.
type MessageView struct {
	ID          string           `json:"id"`
	Author      string           `json:"author"` // buyer, seller, channel, system.
	At          string           `json:"at"`
	Text        string           `json:"text"`
	Attachments []AttachmentView `json:"attachments"`
}

// AttachmentView is a file of a message.
type AttachmentView struct {
	Name  string `json:"name"`
	Photo string `json:"photo"` // Identity of the photo once it is here; "" until then.
}

// WipeView is the erasure record.
type WipeView struct {
	State  string `json:"state"`
	Method string `json:"method"`
	At     string `json:"at"`
	By     string `json:"by"`
}

// Fault is an error for a person: a message key with its arguments.
type Fault struct {
	Code  string         `json:"code"`
	Key   string         `json:"key"`
	Args  map[string]any `json:"args"`
	Field string         `json:"field"`
}

// HistoryEntry is one event of a case.
type HistoryEntry struct {
	Seq   int               `json:"seq"`
	Type  string            `json:"type"` // Its words are screen.event.<type>.
	At    string            `json:"at"`
	By    string            `json:"by"`
	Facts map[string]string `json:"facts"` // Short facts of the event for its sentence.
	Hash  string            `json:"hash"`  // First characters of the chain's hash.
}
