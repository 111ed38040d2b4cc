package store

import (
	"database/sql"
	"encoding/json"
	"time"
)

// Account is an account of the workshop at a marketplace. Its token is in the
// system's keyring, not here.
type Account struct {
	ID          string
	Channel     string // Such as backmarket.
	Environment string // production or sandbox.
	Name        string
	Config      json.RawMessage
	CreatedAt   time.Time
}

const selectAccount = "SELECT id, channel, environment, name, config, created_at FROM accounts "

func scanAccount(row scanner) (a Account, err error) {
	var created sql.NullInt64
	var config []byte
	err = row.Scan(&a.ID, &a.Channel, &a.Environment, &a.Name, &config, &created)
	a.Config, a.CreatedAt = config, fromMillis(created)
	return a, err
}

// SaveAccount adds an account or changes one.
func (tx *Tx) SaveAccount(a Account) error {
	tx.changed.Settings = true
	config := string(a.Config)
	if config == "" {
		config = "{}"
	}
	return tx.exec("save account", `INSERT INTO accounts (id, channel, environment, name, config, created_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, environment = excluded.environment, name = excluded.name, config = excluded.config`,
		a.ID, a.Channel, a.Environment, a.Name, config, tx.now.UnixMilli())
}

// Account returns an account.
func (tx *ReadTx) Account(id string) (Account, error) {
	return one(tx, "read account", scanAccount, selectAccount+"WHERE id = ?", id)
}

// Accounts lists the accounts.
func (tx *ReadTx) Accounts() ([]Account, error) {
	return list(tx, "list accounts", scanAccount, selectAccount+"ORDER BY created_at, id")
}

// Cursor tells how far a feed of an account has been read; empty for not at all.
func (tx *ReadTx) Cursor(account, feed string) (string, error) {
	return one(tx, "read cursor", func(row scanner) (value string, err error) { return value, row.Scan(&value) },
		"SELECT coalesce((SELECT value FROM cursors WHERE account = ? AND feed = ?), '')", account, feed)
}

// SetCursor notes how far a feed has been read, in the transaction of what was
// read.
func (tx *Tx) SetCursor(account, feed, value string) error {
	return tx.exec("set cursor", `INSERT INTO cursors (account, feed, value, updated_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (account, feed) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`, account, feed, value, tx.now.UnixMilli())
}
