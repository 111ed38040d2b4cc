package returns

import (
	"maps"
	"slices"

	"revient/app/fault"
)

// The choices that can be put to a customer.
const (
	ChoiceWithdrawOrRepair = "withdraw_or_repair" // A defect told after the exchange's window and within the withdrawal's.
	ChoiceUnlink           = "unlink"             // The device is locked to the customer's account.
	ChoiceQuote            = "quote"              // Out of warranty: pay for the repair, or have it back as it is.
	ChoiceKeepOrReturn     = "keep_or_return"     // Keep the device with a part of the price, or send it back.
)

// answers lists what a customer can answer to each choice.
var answersTo = map[string][]string{
	ChoiceWithdrawOrRepair: {"withdraw", "repair"},
	ChoiceUnlink:           {"done", "impossible"},
	ChoiceQuote:            {"accept", "send_back"},
	ChoiceKeepOrReturn:     {"keep", "return"},
}

// Choices lists the choices that can be put to a customer, sorted.
func Choices() []string { return slices.Sorted(maps.Keys(answersTo)) }

// AnswersTo lists what a customer can answer to a choice.
func AnswersTo(choice string) []string { return slices.Clone(answersTo[choice]) }

// Question is a choice that was put to the customer. While it has no answer the case
// visibly waits for them; deadlines keep running.
type Question struct {
	Choice     string     `json:"choice"`
	Text       TextRef    `json:"text"`
	AskedAt    Moment     `json:"askedAt"`
	AskedBy    OperatorID `json:"askedBy"`
	Answer     string     `json:"answer,omitempty"`
	AnsweredAt Moment     `json:"answeredAt,omitzero"`
}

// WaitsForCustomer reports whether the next word is the customer's.
func (c Case) WaitsForCustomer() bool {
	return c.Question != nil && c.Question.Answer == "" && (c.Stage == Requested || c.Stage == Awaiting || c.Stage == Received || c.Stage == Deciding) ||
		c.Stage == Requested && c.Proof.State == ProofAsked
}

// AskCustomer puts a choice to the customer.
type AskCustomer struct {
	Choice string
	Text   TextRef
}

// Name implements Command.
func (AskCustomer) Name() string { return "AskCustomer" }

func (AskCustomer) from() []Stage { return []Stage{Requested, Awaiting, Received, Deciding} }

func (a AskCustomer) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case answersTo[a.Choice] == nil:
		return nil, fault.New(fault.Invalid, "errors_returns.question.choice", nil).At("choice")
	case !a.Text.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.question.text", nil).At("text")
	}
	asked := CustomerAsked{Question{Choice: a.Choice, Text: a.Text, AskedAt: At(f.Now, f.Zone, FromClock), AskedBy: f.Actor.ID}}
	return tellCustomer(c, c.takeBack([]Event{asked}, TellChoice), TellChoice), nil
}

// CustomerAsked waits for the customer's answer.
type CustomerAsked struct {
	Question Question `json:"question"`
}

func (e CustomerAsked) apply(c *Case) {
	question := e.Question
	c.Question = &question
}

// RecordAnswer records what the customer chose. Where the choice is between two
// claims, the case goes on as the one chosen.
type RecordAnswer struct {
	Answer string
}

// Name implements Command.
func (RecordAnswer) Name() string { return "RecordAnswer" }

func (RecordAnswer) from() []Stage { return []Stage{Requested, Awaiting, Received, Deciding} }

func (RecordAnswer) fits(c Case) bool { return c.Question != nil && c.Question.Answer == "" }

func (r RecordAnswer) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case !r.fits(c):
		return nil, fault.New(fault.Conflict, "errors_returns.question.none", nil)
	case !slices.Contains(answersTo[c.Question.Choice], r.Answer):
		return nil, fault.New(fault.Invalid, "errors_returns.question.answer", nil).At("answer")
	}
	answered := CustomerAnswered{Answer: r.Answer, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}
	switch r.Answer {
	case "withdraw":
		answered.Claim = ChangeOfMind
	case "repair":
		answered.Claim = Warranty
	}
	return c.takeBack([]Event{answered}, TellChoice), nil
}

// CustomerAnswered records the answer.
type CustomerAnswered struct {
	Answer string     `json:"answer"`
	Claim  ClaimKind  `json:"claim,omitempty"` // What the case is about from now on, where the answer says it.
	At     Moment     `json:"at"`
	By     OperatorID `json:"by"`
}

func (e CustomerAnswered) apply(c *Case) {
	if c.Question != nil {
		c.Question.Answer, c.Question.AnsweredAt = e.Answer, e.At
	}
	if e.Claim != "" {
		c.Claim.Kind = e.Claim
	}
}
