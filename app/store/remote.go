package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// RemoteKey names an object of a marketplace.
type RemoteKey struct {
	Account     string
	Environment string
	Kind        string // Such as order or folder.
	ExternalID  string
}

// RemoteObject is an object as it last came.
type RemoteObject struct {
	RemoteKey
	Raw       []byte
	SHA256    string
	FetchedAt time.Time
	erased    string // How it is known again that was erased here.
}

// SaveRemote keeps an object as it came and reports whether it differs from what
// was kept before. What was erased and comes again as it was stays erased and
// has not changed; what comes otherwise is kept, as something new.
func (tx *Tx) SaveRemote(key RemoteKey, raw []byte) (changed bool, err error) {
	before, err := tx.Remote(key)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return false, err
	}
	if before.erased != "" {
		mark, err := tx.markOf(raw)
		if err != nil || mark == before.erased {
			return false, err
		}
	}
	digest := sha256.Sum256(raw)
	return err != nil || !bytes.Equal(before.Raw, raw), tx.exec("save remote object", `INSERT INTO remote_objects
		(account, environment, kind, external_id, raw, sha256, fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (account, environment, kind, external_id) DO UPDATE SET raw = excluded.raw, sha256 = excluded.sha256, fetched_at = excluded.fetched_at, erased = ''`,
		key.Account, key.Environment, key.Kind, key.ExternalID, notNil(raw), hex.EncodeToString(digest[:]), tx.now.UnixMilli())
}

// Remote returns an object as it last came.
func (tx *ReadTx) Remote(key RemoteKey) (RemoteObject, error) {
	return one(tx, "read remote object", func(row scanner) (RemoteObject, error) {
		o := RemoteObject{RemoteKey: key}
		var fetched sql.NullInt64
		err := row.Scan(&o.Raw, &o.SHA256, &fetched, &o.erased)
		o.FetchedAt = fromMillis(fetched)
		return o, err
	}, "SELECT raw, sha256, fetched_at, erased FROM remote_objects WHERE account = ? AND environment = ? AND kind = ? AND external_id = ?",
		key.Account, key.Environment, key.Kind, key.ExternalID)
}

// LinkRemote ties an object to the case that it became. An object has one case:
// a second link is a conflict.
func (tx *Tx) LinkRemote(key RemoteKey, id returns.CaseID) error {
	linked, found, err := tx.LinkedCase(key)
	switch {
	case err != nil:
		return err
	case found && linked == id:
		return nil
	case found:
		return fault.New(fault.Conflict, "errors_store.linked", fault.Args{"kind": key.Kind, "id": key.ExternalID})
	}
	return tx.exec("link remote object", "INSERT INTO remote_link (account, environment, kind, external_id, case_id) VALUES (?, ?, ?, ?, ?)",
		key.Account, key.Environment, key.Kind, key.ExternalID, string(id))
}

// LinkedCase tells which case an object became; found is false for a new one.
func (tx *ReadTx) LinkedCase(key RemoteKey) (id returns.CaseID, found bool, err error) {
	id, err = one(tx, "read remote link", func(row scanner) (id returns.CaseID, err error) { return id, row.Scan(&id) },
		"SELECT case_id FROM remote_link WHERE account = ? AND environment = ? AND kind = ? AND external_id = ?",
		key.Account, key.Environment, key.Kind, key.ExternalID)
	if fault.Is(err, fault.NotFound) {
		return "", false, nil
	}
	return id, err == nil, err
}
