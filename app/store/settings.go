package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"revient/app/returns"
)

// SettingVersion is one value that a setting had.
type SettingVersion struct {
	Value  json.RawMessage
	At     time.Time
	Author returns.OperatorID
}

// Setting reads the present value of a setting into what dest points to; set is
// false, and dest untouched, when it never was given one.
func (tx *ReadTx) Setting(key string, dest any) (set bool, err error) {
	var value []byte
	err = tx.row("SELECT value FROM settings WHERE key = ? ORDER BY row DESC LIMIT 1", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("read setting %s: %w", key, err)
	}
	if err := json.Unmarshal(value, dest); err != nil {
		return false, fmt.Errorf("read setting %s: %w", key, err)
	}
	return true, nil
}

// SetSetting gives a setting a value; the values before it are kept.
func (tx *Tx) SetSetting(key string, value any, author returns.OperatorID) error {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("encode setting %s: %w", key, err)
	}
	tx.changed.Settings = true
	return tx.exec("set setting", "INSERT INTO settings (key, value, at, author) VALUES (?, ?, ?, ?)", key, string(text), tx.now.UnixMilli(), string(author))
}

// SettingHistory lists the values of a setting, the newest first.
func (tx *ReadTx) SettingHistory(key string) ([]SettingVersion, error) {
	return list(tx, "read setting's history", func(row scanner) (v SettingVersion, err error) {
		var at sql.NullInt64
		var value []byte
		err = row.Scan(&value, &at, &v.Author)
		v.Value, v.At = value, fromMillis(at)
		return v, err
	}, "SELECT value, at, author FROM settings WHERE key = ? ORDER BY row DESC", key)
}
