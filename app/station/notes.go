package station

import (
	"context"

	"revient/app/returns"
)

// AddNote leaves a note on a case, for colleagues only. A promise says by when, or
// leaves it open.
func (s *Station) AddNote(ctx context.Context, order Order, id returns.CaseID, words string, promise bool, until returns.Moment) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("note", words)
		return returns.AddNote{ID: returns.NoteID(newID()), Text: text, Promise: promise, Until: until}, err
	})
}

// KeepPromise ticks a promise off.
func (s *Station) KeepPromise(ctx context.Context, order Order, id returns.CaseID, note returns.NoteID) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.KeepPromise{ID: note})
}
