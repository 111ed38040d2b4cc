package store_test

import (
	"context"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

func TestFilesOfMessagesAreMissingUntilTheyAreKept(t *testing.T) {
	db := mustOpen(t, t.TempDir())
	ctx := context.Background()
	update := func(do func(*store.Tx) error) {
		t.Helper()
		if err := db.Update(ctx, do); err != nil {
			t.Fatal(err)
		}
	}
	missing := func() (messages []store.Message) {
		t.Helper()
		err := db.View(ctx, func(tx *store.ReadTx) (err error) {
			messages, err = tx.MissingAttachments("bm-1", 10)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return messages
	}
	update(func(tx *store.Tx) error {
		for ref, files := range map[string][]store.MessageFile{
			"1": {{Ref: "a", URL: "https://files.example.com/a"}, {Ref: "b", URL: "https://files.example.com/b"}},
			"2": {}, // Words only.
		} {
			if _, err := tx.SaveMessage(store.Message{
				Account: "bm-1", Folder: "7", RemoteRef: ref, Author: "customer", At: time.UnixMilli(1), Text: "Bonjour", Attachments: files,
			}); err != nil {
				return err
			}
		}
		return nil
	})
	found := missing()
	if len(found) != 1 || found[0].RemoteRef != "1" {
		t.Fatalf("missing %+v, want the message with files", found)
	}
	keep := func(ref string) {
		update(func(tx *store.Tx) error { return tx.KeepAttachment(found[0].ID, ref, returns.PhotoID("sha-"+ref)) })
	}
	keep("a")
	if left := missing(); len(left) != 1 || left[0].Attachments[0].SHA256 != "sha-a" || left[0].Attachments[1].SHA256 != "" {
		t.Fatalf("missing %+v, want the second file of the message", left)
	}
	keep("b")
	if left := missing(); len(left) != 0 {
		t.Errorf("missing %+v, want nothing", left)
	}
	err := db.Update(ctx, func(tx *store.Tx) error { return tx.KeepAttachment(found[0].ID, "c", "sha-c") })
	if !fault.Is(err, fault.NotFound) {
		t.Errorf("a file that the message does not have: %v, want not found", err)
	}
}

func TestOnlyWhatNothingAnsweredIsHastened(t *testing.T) {
	db := mustOpen(t, t.TempDir())
	later := newClock().Now().Add(time.Hour)
	states := map[returns.ActionID]store.ActionUpdate{
		"alone":    {State: store.ActionQueued, NotBefore: later},
		"answered": {State: store.ActionQueued, NotBefore: later, LastHTTP: 429},
		"doubted":  {State: store.ActionUnknown, NotBefore: later},
	}
	err := db.Update(context.Background(), func(tx *store.Tx) error {
		for id, state := range states {
			if err := tx.Enqueue(store.Action{CaseID: "case-1", ID: id, Account: "bm-1", Lane: returns.MessageLane, Kind: "tell"}); err != nil {
				return err
			}
			if err := tx.SetAction("case-1", id, state); err != nil {
				return err
			}
		}
		if err := tx.HastenActions("bm-1"); err != nil {
			return err
		}
		for id := range states {
			action, err := tx.Action("case-1", id)
			if err != nil {
				return err
			}
			if hastened := action.NotBefore.IsZero(); hastened != (id == "alone") {
				t.Errorf("%s waits until %v", id, action.NotBefore)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
