package returns

// The identities of the domain. All are opaque strings; those that Revient makes
// are UUIDv7 unless said otherwise.
type (
	CaseID     string
	CommandID  string // Made by the screen; a repeated command has the same one.
	RefundID   string
	OperatorID string
	DocumentID string
	PhotoID    string // SHA-256 of the original bytes, in hexadecimal.
	ActionID   string // Unique within its case; made by the domain from the case's sequence.
)

// System is the actor of what no person did: a pull, a push, a read-back.
const System OperatorID = "system"

// PersonRef names a person whose name and addresses are kept apart. Hash is keyed
// with a secret that is erased together with the person.
type PersonRef struct {
	ID   string `json:"id"`
	Hash string `json:"hash"`
}

// TextRef names a free text that is kept apart, in the same way as PersonRef.
type TextRef struct {
	ID   string `json:"id"`
	Hash string `json:"hash"`
}

// Given reports whether there is a text at all.
func (t TextRef) Given() bool { return t.ID != "" }
