package station

import (
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/text"
)

// Draft is a message to the customer that waits for a person to send it, in the
// customer's language.
type Draft struct {
	For  string // ask_proof, decline.<code> or ask.<choice>.
	Text string
}

// drafts name the sentence of each message. That of the proposal, where it has one
// for the same message, says more and goes before.
var drafts = []struct{ For, key string }{
	{"ask_proof", "triage.draft.ask_proof"},
	{"ask." + returns.ChoiceWithdrawOrRepair, "policy.tell.choose"},
	{"ask." + returns.ChoiceKeepOrReturn, "policy.tell.keep_or_return"},
	{"ask." + returns.ChoiceUnlink, "policy.tell.unlock"},
	{"ask." + returns.ChoiceQuote, "policy.tell.out_of_warranty"},
	{"decline.late", "triage.draft.late"},
	{"decline.not_ours", "triage.draft.not_ours"},
	{"decline.excluded", "triage.draft.excluded"},
	{"decline.duplicate", "triage.draft.duplicate"},
	{"decline.customer_kept", "triage.draft.customer_kept"},
	{"decline.other", "triage.draft.other"},
}

// plainProof asks for what the message around a draft asks for already.
const plainProof = "policy.tell.ask_proof"

// Drafts writes the messages that a request can be answered with. A request that came
// too late is told the other path that is open to it, where there is one.
func (s *Station) Drafts(c returns.Case, proposed policy.Proposal) []Draft {
	lang := s.languageOf(c)
	instead := map[policy.Outcome]string{policy.AskProof: "ask_proof", policy.Decline: "decline.late"}[proposed.Outcome]
	written := []Draft{}
	for _, draft := range drafts {
		said := Draft{For: draft.For}
		if draft.For == instead && proposed.Tell != "" && proposed.Tell != plainProof {
			said.Text = text.T(lang, proposed.Tell, policy.Written(lang, proposed.TellArgs))
		} else {
			said.Text = text.T(lang, draft.key, nil)
		}
		written = append(written, said)
	}
	return written
}

// DeclineCodeFor is the reason to decline that a proposal stands for.
func DeclineCodeFor(proposed policy.Proposal) string {
	if proposed.Outcome != policy.Decline {
		return ""
	}
	return "late"
}
