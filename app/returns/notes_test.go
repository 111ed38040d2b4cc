package returns_test

import (
	"testing"
	"time"

	"revient/app/returns"
)

func TestNotesForColleagues(t *testing.T) {
	note := returns.AddNote{ID: "note-1", Text: text("look at the frame")}
	until := returns.AddNote{ID: "note-2", Text: text("call back"), Promise: true, Until: said(time.Hour)}
	dated := note
	dated.Until = said(time.Hour)
	check(t,
		it("a note is left", received(), note, then(returns.NoteAdded{Note: returns.Note{ID: "note-1", Text: note.Text, At: now(), By: "ana"}})),
		it("also on a closed case", closed(), note, follows("note_added")),
		it("it says something", received(), returns.AddNote{ID: "note-1"}, refused("note.empty", "text")),
		it("it has a name of its own", received().and(note), note, refused("note.id", "")),
		it("only a promise is due", received(), dated, refused("note.until", "until")),
		it("a promise is", received(), until, follows("note_added")),
		it("and is kept", received().and(until), returns.KeepPromise{ID: "note-2"}, then(returns.PromiseKept{ID: "note-2", At: now(), By: "ana"})),
		it("once", received().and(until, returns.KeepPromise{ID: "note-2"}), returns.KeepPromise{ID: "note-2"}, nothing()),
		it("a note is no promise", received().and(note), returns.KeepPromise{ID: "note-1"}, refused("note.unknown", "")),
	)
	later := until
	later.ID, later.Until = "note-3", said(2*time.Hour)
	c := received().and(note, someDay(), later, until).folded()
	if first := c.OpenPromise(); first == nil || first.ID != "note-2" {
		t.Errorf("the promise that is due first is %+v", first)
	}
	if c := received().and(note).folded(); c.OpenPromise() != nil {
		t.Error("a note is taken for a promise")
	}
}

// someDay is a promise without a date: any that has one comes before it.
func someDay() returns.AddNote {
	return returns.AddNote{ID: "note-0", Text: text("some day"), Promise: true}
}
