package policy

// Outcome is what a proposal suggests. The values are stored and shared with the
// rest of the program.
type Outcome string

// The outcomes once the parcel has arrived, or is lost.
const (
	FullRefund      Outcome = "full_refund"
	PartialRefund   Outcome = "partial_refund"
	Exchange        Outcome = "exchange"
	Repair          Outcome = "repair"
	Refuse          Outcome = "refuse" // Send the device back, with the reason.
	Keep            Outcome = "keep"   // The customer keeps the device with a partial refund.
	AlreadyRefunded Outcome = "already_refunded"
	NeedsSecondTest Outcome = "needs_second_test" // Another operator tests before anything is said.
)

// The outcomes before the parcel arrives.
const (
	Authorise Outcome = "authorise"
	AskProof  Outcome = "ask_proof"
	Decline   Outcome = "decline" // The other path, where there is one, is offered with it.
)

// The outcomes that wait.
const (
	AskCustomer Outcome = "ask_customer" // The choice is the customer's.
	Hold        Outcome = "hold"         // No grant until a person has looked into it.
	Pause       Outcome = "pause"        // The customer must do something first, such as unlink the device.
	Quarantine  Outcome = "quarantine"   // A danger: set it apart, do not power it, do not ship it.
	NeedsPerson Outcome = "needs_person" // No row of the table fits.
)

// Outcomes lists every outcome.
func Outcomes() []Outcome {
	return []Outcome{FullRefund, PartialRefund, Exchange, Repair, Refuse, Keep, AlreadyRefunded, NeedsSecondTest,
		Authorise, AskProof, Decline, AskCustomer, Hold, Pause, Quarantine, NeedsPerson}
}

// Pays reports whether the outcome gives money.
func (o Outcome) Pays() bool { return o == FullRefund || o == PartialRefund || o == Keep }

// Against reports whether the outcome is against what the customer asks for.
func (o Outcome) Against() bool { return o == Refuse || o == Decline }

// TitleKey names the outcome's sentence.
func (o Outcome) TitleKey() string { return "policy.outcome." + string(o) }

// WhyKey names the sentence that says what the outcome means.
func (o Outcome) WhyKey() string { return "policy.outcome." + string(o) + "_why" }
