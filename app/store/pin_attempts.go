package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"revient/app/returns"
)

// PINAttempts are the wrong PINs of an operator in a row.
type PINAttempts struct {
	Wrong int
	Until time.Time // No further PIN is tried before then; zero means at once.
}

// PINAttempts tells how many wrong PINs an operator gave in a row; none is the
// zero value.
func (tx *ReadTx) PINAttempts(operator returns.OperatorID) (a PINAttempts, err error) {
	var until sql.NullInt64
	err = tx.row("SELECT wrong, until FROM pin_attempts WHERE operator = ?", string(operator)).Scan(&a.Wrong, &until)
	if errors.Is(err, sql.ErrNoRows) {
		return PINAttempts{}, nil
	}
	if err != nil {
		return a, fmt.Errorf("read PIN attempts: %w", err)
	}
	a.Until = fromMillis(until)
	return a, nil
}

// SetPINAttempts keeps the wrong PINs of an operator; none forgets them.
func (tx *Tx) SetPINAttempts(operator returns.OperatorID, a PINAttempts) error {
	if a.Wrong == 0 {
		return tx.exec("forget PIN attempts", "DELETE FROM pin_attempts WHERE operator = ?", string(operator))
	}
	return tx.exec("keep PIN attempts", `INSERT INTO pin_attempts (operator, wrong, until) VALUES (?, ?, ?)
		ON CONFLICT (operator) DO UPDATE SET wrong = excluded.wrong, until = excluded.until`, string(operator), a.Wrong, millis(a.Until))
}
