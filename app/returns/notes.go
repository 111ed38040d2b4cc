package returns

import (
	"slices"

	"revient/app/fault"
)

// Note is a word from one colleague to the next. A promise is a note that somebody
// made to the customer: the hand-over shows it until it is kept.
type Note struct {
	ID      NoteID     `json:"id"`
	Text    TextRef    `json:"text"`
	At      Moment     `json:"at"`
	By      OperatorID `json:"by"`
	Promise bool       `json:"promise,omitempty"`
	Until   Moment     `json:"until,omitzero"` // By when it was promised.
	KeptAt  Moment     `json:"keptAt,omitzero"`
	KeptBy  OperatorID `json:"keptBy,omitempty"`
}

// OpenPromise is the promise of the case that is due first; nil where none is open.
func (c Case) OpenPromise() *Note {
	var first *Note
	for i, note := range c.Notes {
		if !note.Promise || note.KeptAt.Known() {
			continue
		}
		if first == nil || note.Until.Known() && (!first.Until.Known() || note.Until.At.Before(first.Until.At)) {
			first = &c.Notes[i]
		}
	}
	return first
}

// AddNote leaves a note on a case, for colleagues only.
type AddNote struct {
	ID      NoteID
	Text    TextRef
	Promise bool
	Until   Moment
}

// Name implements Command.
func (AddNote) Name() string { return "AddNote" }

func (AddNote) from() []Stage { return Stages() }

func (a AddNote) decide(c Case, f Facts) ([]Event, error) {
	switch {
	case !a.Text.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.note.empty", nil).At("text")
	case a.ID == "" || slices.ContainsFunc(c.Notes, func(n Note) bool { return n.ID == a.ID }):
		return nil, fault.New(fault.Invalid, "errors_returns.note.id", nil)
	case a.Until.Known() && !a.Promise:
		return nil, fault.New(fault.Invalid, "errors_returns.note.until", nil).At("until")
	}
	return []Event{NoteAdded{Note{ID: a.ID, Text: a.Text, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID, Promise: a.Promise, Until: a.Until}}}, nil
}

// NoteAdded adds the note.
type NoteAdded struct {
	Note Note `json:"note"`
}

func (e NoteAdded) apply(c *Case) { c.Notes = append(c.Notes, e.Note) }

// KeepPromise says that what was promised to the customer was done.
type KeepPromise struct {
	ID NoteID
}

// Name implements Command.
func (KeepPromise) Name() string { return "KeepPromise" }

func (KeepPromise) from() []Stage { return Stages() }

func (KeepPromise) fits(c Case) bool { return c.OpenPromise() != nil }

func (k KeepPromise) decide(c Case, f Facts) ([]Event, error) {
	for _, note := range c.Notes {
		if note.ID == k.ID && note.Promise {
			if note.KeptAt.Known() {
				return nil, nil
			}
			return []Event{PromiseKept{ID: k.ID, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}}, nil
		}
	}
	return nil, fault.New(fault.NotFound, "errors_returns.note.unknown", nil)
}

// PromiseKept ticks the promise off.
type PromiseKept struct {
	ID NoteID     `json:"id"`
	At Moment     `json:"at"`
	By OperatorID `json:"by"`
}

func (e PromiseKept) apply(c *Case) {
	for i := range c.Notes {
		if c.Notes[i].ID == e.ID {
			c.Notes[i].KeptAt, c.Notes[i].KeptBy = e.At, e.By
		}
	}
}
