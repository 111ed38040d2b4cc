package sandbox

import "time"

// Entry is one write that was applied, whoever did it. The ledger is in order and
// is never changed.
type Entry struct {
	Seq         int          `json:"seq"` // From 1.
	At          time.Time    `json:"at"`
	Kind        string       `json:"kind"` // "refund", "message", "folder" or "close".
	By          string       `json:"by"`   // "seller" through the API, "back_office", "customer".
	Order       int64        `json:"order_id,omitempty"`
	Line        int64        `json:"orderline_id,omitempty"`
	Folder      int64        `json:"folder_id,omitempty"`
	RefundType  int          `json:"refund_type,omitempty"`
	Cents       int64        `json:"cents,omitempty"` // Refunded by this entry.
	Currency    string       `json:"currency,omitempty"`
	LineState   int          `json:"line_state,omitempty"` // After.
	Message     int64        `json:"message_id,omitempty"`
	Text        string       `json:"text,omitempty"` // As received.
	Reopened    bool         `json:"reopened,omitempty"`
	Attachments []Attachment `json:"attachments,omitempty"`
}

// Attachment is what is remembered of a file that came with a message.
type Attachment struct {
	Name   string `json:"name"`
	MIME   string `json:"mime"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func (w *world) record(e Entry) {
	e.Seq = len(w.Ledger) + 1
	w.Ledger = append(w.Ledger, e)
}

// Ledger returns every write that was applied, in order.
func (s *Server) Ledger() []Entry {
	var entries []Entry
	s.look(func(w *world) { entries = append([]Entry{}, w.Ledger...) })
	return entries
}
