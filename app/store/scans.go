package store

import (
	"database/sql"
	"time"

	"revient/app/returns"
)

// keptScans is how many scans are remembered: a day's work, for the home screen.
const keptScans = 500

// Scan is a code that was scanned on the home screen.
type Scan struct {
	Code   string
	Kind   string         // What the code was taken for.
	CaseID returns.CaseID // Empty when it matched nothing.
	Actor  returns.OperatorID
	At     time.Time
}

// AddScan remembers a scan and forgets those of long ago.
func (tx *Tx) AddScan(s Scan) error {
	if err := tx.exec("add scan", "INSERT INTO scans (code, kind, case_id, actor, at) VALUES (?, ?, ?, ?, ?)",
		s.Code, s.Kind, string(s.CaseID), string(s.Actor), tx.now.UnixMilli()); err != nil {
		return err
	}
	return tx.exec("forget old scans", "DELETE FROM scans WHERE row <= (SELECT max(row) FROM scans) - ?", keptScans)
}

// RecentScans lists scans, the newest first.
func (tx *ReadTx) RecentScans(limit int) ([]Scan, error) {
	return list(tx, "list scans", func(row scanner) (s Scan, err error) {
		var at sql.NullInt64
		err = row.Scan(&s.Code, &s.Kind, &s.CaseID, &s.Actor, &at)
		s.At = fromMillis(at)
		return s, err
	}, "SELECT code, kind, case_id, actor, at FROM scans ORDER BY row DESC LIMIT ?", limit)
}
