package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"revient/app/returns"
)

// Reprint is a copy of a document after the first.
type Reprint struct {
	N     int // 1 for DUPLICATA 1.
	At    time.Time
	Actor returns.OperatorID
}

// AddReprint records a copy of a document that is ready and returns its number.
func (tx *Tx) AddReprint(id returns.DocumentID, actor returns.OperatorID) (n int, err error) {
	err = tx.row(`INSERT INTO reprints (document, n, at, actor)
		SELECT d.id, 1 + (SELECT count(*) FROM reprints r WHERE r.document = d.id), ?, ? FROM documents d
		WHERE d.id = ? AND d.state = 'ready' AND d.erased_at IS NULL RETURNING n`, tx.now.UnixMilli(), string(actor), string(id)).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, missing("record reprint")
	}
	if err != nil {
		return 0, fmt.Errorf("record reprint: %w", err)
	}
	tx.changed.Documents = true
	return n, nil
}

// Reprints lists the copies of a document.
func (tx *ReadTx) Reprints(id returns.DocumentID) ([]Reprint, error) {
	return list(tx, "list reprints", func(row scanner) (r Reprint, err error) {
		var at sql.NullInt64
		err = row.Scan(&r.N, &at, &r.Actor)
		r.At = fromMillis(at)
		return r, err
	}, "SELECT n, at, actor FROM reprints WHERE document = ? ORDER BY n", string(id))
}
