package store

import (
	"database/sql"
	"errors"
	"fmt"

	"revient/app/returns"
)

// CommandResult returns what a command answered when it was first given; known is
// false when it never was.
func (tx *ReadTx) CommandResult(id returns.CommandID) (result []byte, known bool, err error) {
	err = tx.row("SELECT result FROM commands WHERE id = ?", string(id)).Scan(&result)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read command: %w", err)
	}
	return result, true, nil
}

// SaveCommand keeps the result of a command, in the transaction of its effects.
func (tx *Tx) SaveCommand(id returns.CommandID, name string, actor returns.OperatorID, result []byte) error {
	if result == nil {
		result = []byte{}
	}
	return tx.exec("save command", "INSERT INTO commands (id, name, actor, at, result) VALUES (?, ?, ?, ?, ?)",
		string(id), name, string(actor), tx.now.UnixMilli(), result)
}
