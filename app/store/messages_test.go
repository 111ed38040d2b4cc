package store_test

import (
	"context"
	"reflect"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestAMessageIsKeptOnceAndFollowsItsFolderIntoTheCase(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 1)
	save := func(m store.Message) (added bool) {
		update(t, db, func(tx *store.Tx) (err error) {
			m.Account, m.Folder, m.Author, m.At = "bm-fr", "F000001", "customer", tx.Now()
			added, err = tx.SaveMessage(m)
			return err
		})
		return added
	}
	if !save(store.Message{RemoteRef: "m1", Text: "Bonjour"}) || !save(store.Message{RemoteRef: "m2", Text: "Encore moi"}) {
		t.Error("a new message was not added")
	}
	if save(store.Message{RemoteRef: "m1", Text: "Bonjour, changé"}) {
		t.Error("a message that is known was added again")
	}
	if !save(store.Message{CaseID: held.ID, Text: "Sans référence"}) || !save(store.Message{CaseID: held.ID, Text: "Sans référence non plus"}) {
		t.Error("two messages that the marketplace does not have yet are one")
	}
	conversation := func() (texts []string) {
		view(t, db, func(tx *store.ReadTx) error {
			messages, err := tx.Conversation(held.ID)
			for _, m := range messages {
				texts = append(texts, m.Text)
			}
			return err
		})
		return texts
	}
	if got := conversation(); !reflect.DeepEqual(got, []string{"Sans référence", "Sans référence non plus"}) {
		t.Errorf("before the folder has a case: %q", got)
	}
	update(t, db, func(tx *store.Tx) error { return tx.AdoptMessages("bm-fr", "F000001", held.ID) })
	if got := conversation(); !reflect.DeepEqual(got, []string{"Bonjour", "Encore moi", "Sans référence", "Sans référence non plus"}) {
		t.Errorf("after: %q", got)
	}
	view(t, db, func(tx *store.ReadTx) error {
		messages, err := tx.FolderMessages("bm-fr", "F000001")
		if len(messages) != 4 || messages[0].CaseID != held.ID || messages[0].RemoteRef != "m1" {
			t.Errorf("FolderMessages = %+v", messages)
		}
		others, err2 := tx.FolderMessages("bm-es", "F000001")
		if len(others) != 0 || err2 != nil {
			t.Errorf("another account's folder holds %+v, %v", others, err2)
		}
		return err
	})
	mustVerify(t, db)
}

func TestAnAttachmentIsMissingUntilItsBytesAreKept(t *testing.T) {
	db, _ := mustStation(t)
	held := mustCase(t, db, 1)
	for _, m := range []store.Message{
		{ID: "none", RemoteRef: "m1"},
		{ID: "two", RemoteRef: "m2", Attachments: []store.MessageFile{{Ref: "a", URL: "https://example.org/a"}, {Ref: "b", URL: "https://example.org/b"}}},
		{ID: "nowhere", RemoteRef: "m3", Attachments: []store.MessageFile{{Ref: "c"}}},
		{ID: "one", RemoteRef: "m4", Attachments: []store.MessageFile{{Ref: "d", URL: "https://example.org/d"}}},
	} {
		update(t, db, func(tx *store.Tx) error {
			m.CaseID, m.Account, m.Folder, m.Author, m.At = held.ID, "bm-fr", "F000001", "customer", tx.Now()
			_, err := tx.SaveMessage(m)
			return err
		})
	}
	missing := func(limit int) (ids []string) {
		view(t, db, func(tx *store.ReadTx) error {
			messages, err := tx.MissingAttachments("bm-fr", limit)
			for _, m := range messages {
				ids = append(ids, m.ID)
			}
			return err
		})
		return ids
	}
	keep := func(message, ref string, sha returns.PhotoID) {
		told, cancel := db.Subscribe()
		defer cancel()
		update(t, db, func(tx *store.Tx) error { return tx.KeepAttachment(message, ref, sha) })
		if change := <-told; !reflect.DeepEqual(change.Cases, []returns.CaseID{held.ID}) {
			t.Errorf("a kept attachment tells of %+v", change)
		}
	}
	expect := func(when string, limit int, want ...string) {
		t.Helper()
		if got := missing(limit); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: missing in %q, want %q", when, got, want)
		}
	}
	expect("at first, the newest first", 9, "one", "two")
	expect("no more than asked for", 1, "one")
	keep("two", "a", "aa")
	expect("with one of two kept", 9, "one", "two")
	keep("two", "b", "bb")
	expect("with both kept", 9, "one")
	keep("one", "d", "dd")
	expect("in the end", 9)
	for name, of := range map[string][2]string{"a message that is not there": {"five", "a"}, "a file that is not there": {"two", "z"}} {
		err := db.Update(context.Background(), func(tx *store.Tx) error { return tx.KeepAttachment(of[0], of[1], "cc") })
		if keyOf(err) != "errors_store.not_found" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
