package returns

// The identities of the domain. All are opaque strings; those that Revient makes
// are UUIDv7 unless said otherwise.
type (
	// CaseID names a case.
	CaseID string
	// CommandID is made by the screen; a repeated command has the same one.
	CommandID string
	// RefundID names a refund of a case.
	RefundID string
	// OperatorID names who works at the station, or System.
	OperatorID string
	// DocumentID names an issued document.
	DocumentID string
	// PhotoID is the SHA-256 of the original bytes, in hexadecimal.
	PhotoID string
	// UnitID names a replacement unit in the stock of the workshop.
	UnitID string
	// NoteID names a note on a case.
	NoteID string
	// ActionID is unique within its case; the domain makes it from the case's
	// sequence.
	ActionID string
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
