package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// closingSeries numbers closings: Z-2026-P03A-000001.
const closingSeries = "Z"

// Closing is the end of a day: what the journal holds since the last one.
type Closing struct {
	N       int64 // 1 for the first of all.
	Epoch   int
	Number  string
	Year    int
	FromRow int64  // First row of the journal that it covers.
	ToRow   int64  // Last row; one less than the first when nothing happened.
	Head    string // Hash of the last row of the journal, in hexadecimal.
	Totals  ClosingTotals
	SHA256  string // Of its PDF, in hexadecimal.
	At      time.Time
	Actor   returns.OperatorID
	prev    []byte
	hash    []byte
}

// ClosingTotals are the totals of a closing's rows, of the closings of its year so
// far, and of all closings ever, itself included.
type ClosingTotals struct {
	Period    Totals `json:"period"`
	Year      Totals `json:"year"`
	Perpetual Totals `json:"perpetual"`
}

const selectClosing = `SELECT n, epoch, number, year, from_row, to_row, lower(hex(head_hash)), totals, sha256, at, actor, hash FROM closings `

func scanClosing(row scanner) (c Closing, err error) {
	var at sql.NullInt64
	var totals []byte
	if err := row.Scan(&c.N, &c.Epoch, &c.Number, &c.Year, &c.FromRow, &c.ToRow, &c.Head, &totals, &c.SHA256, &at, &c.Actor, &c.hash); err != nil {
		return c, err
	}
	c.At = fromMillis(at)
	return c, json.Unmarshal(totals, &c.Totals)
}

// TakeClosing closes what the journal holds since the last closing. render writes
// its PDF from the closing, which has its number and totals by then; both are
// kept with it, for good. It is one transaction: an error takes no number.
func (tx *Tx) TakeClosing(actor returns.OperatorID, render func(Closing) ([]byte, error)) (Closing, error) {
	c, err := tx.nextClosing(actor)
	if err != nil {
		return c, err
	}
	pdf, err := render(c)
	if err != nil {
		return c, fmt.Errorf("render closing %s: %w", c.Number, err)
	}
	totals, err := json.Marshal(c.Totals)
	if err != nil {
		return c, fmt.Errorf("encode totals: %w", err)
	}
	head, err := hex.DecodeString(c.Head)
	if err != nil {
		return c, fmt.Errorf("decode head: %w", err)
	}
	c.SHA256 = sumOf(pdf)
	c.hash = c.sum(c.prev, string(totals))
	tx.changed.Documents = true
	return c, tx.exec("take closing", `INSERT INTO closings (n, epoch, number, year, from_row, to_row, head_hash, totals, pdf, sha256, at, actor, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		c.N, c.Epoch, c.Number, c.Year, c.FromRow, c.ToRow, head, string(totals), notNil(pdf), c.SHA256, c.At.UnixMilli(), string(c.Actor), c.hash)
}

// PreviewClosing is what TakeClosing would close now, without a number.
func (tx *ReadTx) PreviewClosing() (Closing, error) {
	last, err := tx.LastClosing()
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Closing{}, err
	}
	station, err := tx.named()
	if err != nil {
		return Closing{}, err
	}
	now := tx.now.UTC().Truncate(time.Millisecond)
	c := Closing{N: last.N + 1, Epoch: station.Epoch, Year: now.In(tx.db.zone).Year(), FromRow: last.ToRow + 1, At: now, prev: last.hash}
	if c.prev == nil {
		c.prev = make([]byte, sha256.Size)
	}
	head := make([]byte, sha256.Size)
	err = tx.row("SELECT row, hash FROM journal ORDER BY row DESC LIMIT 1").Scan(&c.ToRow, &head)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return c, fmt.Errorf("read the journal's head: %w", err)
	}
	c.Head = hex.EncodeToString(head)
	if c.Totals.Period, err = tx.RefundTotals(c.FromRow, c.ToRow); err != nil {
		return c, err
	}
	c.Totals.Year = c.Totals.Period
	if last.Year == c.Year {
		c.Totals.Year = last.Totals.Year.plus(c.Totals.Period)
	}
	c.Totals.Perpetual = last.Totals.Perpetual.plus(c.Totals.Period)
	return c, nil
}

// nextClosing is PreviewClosing with its number.
func (tx *Tx) nextClosing(actor returns.OperatorID) (Closing, error) {
	c, err := tx.PreviewClosing()
	if err != nil {
		return c, err
	}
	station, err := tx.named()
	if err != nil {
		return c, err
	}
	n, err := tx.next(closingSeries, station.Epoch, c.Year)
	if err != nil {
		return c, err
	}
	c.Number, c.Actor = returns.DocumentNumber(closingSeries, c.Year, station.Prefix, station.Epoch, n), actor
	return c, nil
}

// sum is the closing's hash: SHA-256 over that of the closing before, then over
// what it says, as it is stored.
func (c Closing) sum(prev []byte, totals string) []byte {
	digest := sha256.New()
	digest.Write(prev)
	for _, number := range []int64{c.N, int64(c.Epoch), int64(c.Year), c.FromRow, c.ToRow, c.At.UnixMilli()} {
		writeNumber(digest, number)
	}
	for _, text := range []string{c.Number, c.Head, totals, c.SHA256, string(c.Actor)} {
		writeText(digest, text)
	}
	return digest.Sum(nil)
}

// LastClosing returns the newest closing; NotFound before the first.
func (tx *ReadTx) LastClosing() (Closing, error) {
	return one(tx, "read last closing", scanClosing, selectClosing+"ORDER BY n DESC LIMIT 1")
}

// Closing returns a closing by its number.
func (tx *ReadTx) Closing(number string) (Closing, error) {
	return one(tx, "read closing", scanClosing, selectClosing+"WHERE number = ?", number)
}

// ClosingBytes returns the PDF of a closing.
func (tx *ReadTx) ClosingBytes(number string) ([]byte, error) {
	return one(tx, "read closing's bytes", func(row scanner) (pdf []byte, err error) { return pdf, row.Scan(&pdf) },
		"SELECT pdf FROM closings WHERE number = ?", number)
}

// Closings lists closings, the newest first.
func (tx *ReadTx) Closings(offset, limit int) ([]Closing, error) {
	return list(tx, "list closings", scanClosing, selectClosing+"ORDER BY n DESC LIMIT ? OFFSET ?", limit, offset)
}
