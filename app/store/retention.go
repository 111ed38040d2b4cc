package store

import (
	"time"

	"revient/app/returns"
)

// CasesToErase lists the cases that ended before an instant and whose customer was
// not erased, the oldest first. A case that ended says when by its last change.
func (tx *ReadTx) CasesToErase(before time.Time, limit int) ([]returns.CaseID, error) {
	return list(tx, "list cases to erase", func(row scanner) (id returns.CaseID, err error) { return id, row.Scan(&id) },
		toErase+" ORDER BY updated_at, row LIMIT ?", before.UnixMilli(), limit)
}

// CountToErase counts what CasesToErase would list without a limit.
func (tx *ReadTx) CountToErase(before time.Time) (int, error) {
	return one(tx, "count cases to erase", func(row scanner) (n int, err error) { return n, row.Scan(&n) },
		"SELECT count(*) FROM ("+toErase+")", before.UnixMilli())
}

const toErase = `SELECT id FROM cases WHERE open = 0 AND updated_at < ? AND customer <> '' AND coalesce(CAST(state AS TEXT) ->> 'erased', 0) = 0`

// CasesKeptPast lists the cases whose customer was erased and that still keep a
// numbered document which was issued before an instant, from which on the law
// obliges to keep them; the oldest first. One that was opened again keeps its papers
// until it is over.
func (tx *ReadTx) CasesKeptPast(keepFrom time.Time, limit int) ([]returns.CaseID, error) {
	return list(tx, "list papers kept past their time", func(row scanner) (id returns.CaseID, err error) { return id, row.Scan(&id) },
		keptPast+" ORDER BY c.row LIMIT ?", keepFrom.UnixMilli(), limit)
}

// CountKeptPast counts what CasesKeptPast would list without a limit.
func (tx *ReadTx) CountKeptPast(keepFrom time.Time) (int, error) {
	return one(tx, "count papers kept past their time", func(row scanner) (n int, err error) { return n, row.Scan(&n) },
		"SELECT count(*) FROM ("+keptPast+")", keepFrom.UnixMilli())
}

const keptPast = `SELECT c.id FROM cases c WHERE c.open = 0 AND CAST(c.state AS TEXT) ->> 'erased' = 1 AND EXISTS (SELECT 1 FROM documents d
	WHERE d.case_id = c.id AND d.state = 'ready' AND d.erased_at IS NULL AND d.issued_at < ?)`
