package store

import (
	"database/sql"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// Bin is a box or a shelf with a code on it.
type Bin struct {
	Code      string // As on its label; capitals do not matter.
	Place     returns.Place
	Words     string // What people call it.
	CreatedAt time.Time
	ClosedAt  time.Time // Zero while it is used.
	Devices   int       // Of cases, that lie in it.
	Units     int       // Replacement units that lie in it.
}

// here are the places of the workshop: what is elsewhere lies in no bin any more,
// whichever it lay in last.
const here = "('dock', 'quarantine', 'bench', 'repair', 'stock', 'parts', 'scrap', 'outbound')"

const selectBin = `SELECT b.code, b.place, b.words, b.created_at, b.closed_at,
	(SELECT count(*) FROM cases c WHERE c.bin = b.code AND c.bin <> '' AND c.place IN ` + here + `),
	(SELECT count(*) FROM units u WHERE u.bin = b.code AND u.state IN ('free', 'reserved')) FROM bins b `

func scanBin(row scanner) (b Bin, err error) {
	var created, closed sql.NullInt64
	err = row.Scan(&b.Code, &b.Place, &b.Words, &created, &closed, &b.Devices, &b.Units)
	b.CreatedAt, b.ClosedAt = fromMillis(created), fromMillis(closed)
	return b, err
}

// SaveBin adds a bin, changes one, or closes one by its ClosedAt. One that
// something lies in is not closed.
func (tx *Tx) SaveBin(b Bin) error {
	if !b.ClosedAt.IsZero() {
		held, err := tx.Bin(b.Code)
		if err != nil {
			return err
		}
		if held.Devices+held.Units > 0 {
			return fault.New(fault.Conflict, "errors_store.bin_full", fault.Args{"bin": held.Code, "count": held.Devices + held.Units})
		}
	}
	tx.changed.Stock = true
	return tx.exec("save bin", `INSERT INTO bins (code, place, words, created_at, closed_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (code) DO UPDATE SET place = excluded.place, words = excluded.words, closed_at = excluded.closed_at`,
		b.Code, string(b.Place), b.Words, tx.now.UnixMilli(), millis(b.ClosedAt))
}

// Bin returns a bin and how much lies in it.
func (tx *ReadTx) Bin(code string) (Bin, error) {
	return one(tx, "read bin", scanBin, selectBin+"WHERE b.code = ?", code)
}

// Bins lists the bins, those that are closed last.
func (tx *ReadTx) Bins() ([]Bin, error) {
	return list(tx, "list bins", scanBin, selectBin+"ORDER BY b.closed_at IS NOT NULL, b.place, b.code")
}

// CasesInBin lists the cases whose device lies in a bin, the newest first. The
// bin need not be one that SaveBin knows.
func (tx *ReadTx) CasesInBin(code string, offset, limit int) ([]CaseSummary, error) {
	return list(tx, "list cases in bin", scanSummary, selectSummary+`WHERE c.row IN (SELECT row FROM cases
		WHERE bin = ? AND bin <> '' AND place IN `+here+` ORDER BY row DESC LIMIT ? OFFSET ?) ORDER BY c.row DESC`, code, limit, offset)
}
