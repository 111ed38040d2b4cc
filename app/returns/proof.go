package returns

import "revient/app/fault"

// ProofState is the track of what the customer shows of a defect.
type ProofState string

// The states of the proof track.
const (
	NoProof     ProofState = ""
	ProofAsked  ProofState = "asked"
	ProofPhotos ProofState = "photos"
	ProofVideo  ProofState = "video"
)

// Proof is what the customer shows of what they claim.
type Proof struct {
	State   ProofState `json:"state,omitempty"`
	AskedAt Moment     `json:"askedAt,omitzero"`
	AskedBy OperatorID `json:"askedBy,omitempty"`
	Text    TextRef    `json:"text,omitzero"` // What they were asked to show.
	GivenAt Moment     `json:"givenAt,omitzero"`
}

// AskProof asks the customer for photos or a video of the defect.
type AskProof struct {
	Text TextRef // What to show, in words for the customer; may be left out.
}

// Name implements Command.
func (AskProof) Name() string { return "AskProof" }

func (AskProof) from() []Stage { return []Stage{Requested, Awaiting} }

func (a AskProof) decide(c Case, f Facts) ([]Event, error) {
	if c.Hold != nil {
		return nil, errHeld()
	}
	return tellCustomer(c, []Event{ProofRequested{Text: a.Text, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}, TellProof), nil
}

// ProofRequested waits for the customer's photos.
type ProofRequested struct {
	Text TextRef    `json:"text"`
	At   Moment     `json:"at"`
	By   OperatorID `json:"by"`
}

func (e ProofRequested) apply(c *Case) {
	c.Proof.AskedAt, c.Proof.AskedBy, c.Proof.Text = e.At, e.By, e.Text
	if c.Proof.State == NoProof {
		c.Proof.State = ProofAsked
	}
}

// NoteProof records that the customer showed the defect: their photos came with a
// message, or a person saw them elsewhere.
type NoteProof struct {
	State ProofState // ProofPhotos or ProofVideo.
}

// Name implements Command.
func (NoteProof) Name() string { return "NoteProof" }

func (NoteProof) from() []Stage {
	return []Stage{Requested, Awaiting, Received, Inspecting, Deciding}
}

func (n NoteProof) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case n.State != ProofPhotos && n.State != ProofVideo:
		return nil, fault.New(fault.Invalid, "errors_returns.proof.state", nil).At("proof")
	case c.Proof.State == n.State || c.Proof.State == ProofVideo:
		return nil, nil
	}
	return []Event{ProofGiven{State: n.State, At: At(f.Now, f.Zone, FromClock)}}, nil
}

// ProofGiven sets the proof track.
type ProofGiven struct {
	State ProofState `json:"state"`
	At    Moment     `json:"at,omitzero"` // Zero in journals from before it was kept.
}

func (e ProofGiven) apply(c *Case) { c.Proof.State, c.Proof.GivenAt = e.State, e.At }
