package store_test

import (
	"context"
	"encoding/json"
	"reflect"
	"testing"

	"revient/app/store"
)

func TestARepeatedPullChangesNothing(t *testing.T) {
	db, _ := mustStation(t)
	held, other := mustCase(t, db, 1), mustCase(t, db, 2)
	key := store.RemoteKey{Account: "bm-fr", Environment: "production", Kind: "folder", ExternalID: "1"}
	save := func(raw string) (changed bool) {
		update(t, db, func(tx *store.Tx) (err error) { changed, err = tx.SaveRemote(key, []byte(raw)); return err })
		return changed
	}
	for i, c := range []struct {
		raw  string
		want bool
	}{{`{"a":1}`, true}, {`{"a":1}`, false}, {`{"a":2}`, true}, {`{"a":1}`, true}} {
		if got := save(c.raw); got != c.want {
			t.Errorf("pull %d, of %s: changed = %v", i+1, c.raw, got)
		}
	}
	for range 2 { // The same link again is no conflict.
		update(t, db, func(tx *store.Tx) error { return tx.LinkRemote(key, held.ID) })
	}
	if err := db.Update(context.Background(), func(tx *store.Tx) error { return tx.LinkRemote(key, other.ID) }); keyOf(err) != "errors_store.linked" {
		t.Errorf("a second case for one object: %v", err)
	}
	sandbox := key
	sandbox.Environment = "sandbox"
	view(t, db, func(tx *store.ReadTx) error {
		if id, found, err := tx.LinkedCase(key); err != nil || !found || id != held.ID {
			t.Errorf("LinkedCase = %s, %v, %v", id, found, err)
		}
		if id, found, err := tx.LinkedCase(sandbox); err != nil || found || id != "" {
			t.Errorf("the sandbox's object of the same number is case %s, %v, %v", id, found, err)
		}
		if object, err := tx.Remote(key); err != nil || string(object.Raw) != `{"a":1}` || object.RemoteKey != key || object.FetchedAt != tx.Now() {
			t.Errorf("Remote = %+v, %v", object, err)
		}
		cases, err := tx.CasesOfFolder("bm-fr", "F000001")
		if len(cases) != 1 || cases[0].ID != held.ID {
			t.Errorf("CasesOfFolder = %+v", cases)
		}
		if cases, err := tx.CasesOfFolder("bm-fr", ""); err != nil || len(cases) != 0 {
			t.Errorf("no folder holds %+v, %v", cases, err)
		}
		return err
	})
	mustVerify(t, db)
}

func TestAnAccountKeepsItsDateWhenItChanges(t *testing.T) {
	now := newClock()
	db := mustOpenWith(t, store.Options{Dir: t.TempDir(), Now: now.Now})
	fr := store.Account{ID: "bm-fr", Channel: "backmarket", Environment: "sandbox", Name: "Essai", Config: json.RawMessage(`{"country":"fr"}`), CreatedAt: now.now}
	es := store.Account{ID: "bm-es", Channel: "backmarket", Environment: "production", Name: "España", Config: json.RawMessage("{}")}
	update(t, db, func(tx *store.Tx) error { return tx.SaveAccount(fr) })
	now.now = now.now.AddDate(0, 0, 1)
	es.CreatedAt = now.now
	update(t, db, func(tx *store.Tx) error {
		return tx.SaveAccount(store.Account{ID: es.ID, Channel: es.Channel, Environment: es.Environment, Name: es.Name})
	})
	fr.Environment, fr.Name = "production", "France"
	update(t, db, func(tx *store.Tx) error { return tx.SaveAccount(fr) })
	view(t, db, func(tx *store.ReadTx) error {
		if got, err := tx.Account("bm-fr"); err != nil || !reflect.DeepEqual(got, fr) {
			t.Errorf("Account = %+v, %v, want %+v", got, err, fr)
		}
		got, err := tx.Accounts()
		if !reflect.DeepEqual(got, []store.Account{fr, es}) {
			t.Errorf("Accounts = %+v", got)
		}
		return err
	})
}
