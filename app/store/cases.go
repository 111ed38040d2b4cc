package store

import (
	"database/sql"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// CaseSummary is what a list shows of a case.
type CaseSummary struct {
	ID          returns.CaseID
	Number      string
	Seq         int
	Stage       returns.Stage
	Origin      returns.Origin
	Account     string
	OrderRef    string
	LineRef     string
	Title       string
	IMEI        string
	Serial      string
	Tracking    string
	Customer    string // Name; empty when unknown or erased.
	Erased      bool   // The customer was erased.
	Claim       returns.ClaimKind
	Wish        returns.Wish
	Identity    returns.IdentityState
	Hold        string // Code of the reason; empty when the case is not on hold.
	AsksPerson  bool   // A refund's outcome must be looked up by somebody.
	Settled     bool
	Away        bool
	Place       returns.Place
	Bin         string
	Outcome     returns.Outcome     // Empty while nothing is decided.
	Money       returns.RefundState // Of several refunds, that of the one that needs somebody most; empty without one.
	Approval    bool                // A second person must approve the decision.
	Proof       returns.ProofState
	WaitsFor    bool      // The next word is the customer's.
	PromiseAt   time.Time // By when something was promised to the customer; zero without a promise or a date.
	Policy      string    // Version of the rules.
	RequestedAt time.Time
	ReceivedAt  time.Time // Zero while nothing has arrived.
	UpdatedAt   time.Time
	DueAt       time.Time // Zero when nobody waits.
	DueRule     string
	DueTone     string
	TargetAt    time.Time // The aim before the limit; zero when nobody waits.
	TargetRule  string
}

const selectSummary = `SELECT c.id, c.number, c.seq, c.stage, c.origin, c.account, c.order_ref, c.line_ref, c.title, c.imei, c.serial,
	c.tracking, coalesce(p.name, ''), c.claim, c.wish, c.identity, c.hold, c.asks, c.settled, c.away, c.requested_at, c.received_at, c.updated_at,
	c.due_at, c.due_rule, c.due_tone, c.place, c.bin, c.outcome, c.money, c.approval, c.proof,
	c.waits_customer, nullif(c.promise_at, ` + neverText + `), c.policy, c.target_at, c.target_rule, c.customer <> '' AND p.erased_at IS NOT NULL FROM cases c LEFT JOIN persons p ON p.id = c.customer `

func scanSummary(row scanner) (s CaseSummary, err error) {
	var requested, received, updated, due, promised, target sql.NullInt64
	err = row.Scan(&s.ID, &s.Number, &s.Seq, &s.Stage, &s.Origin, &s.Account, &s.OrderRef, &s.LineRef, &s.Title, &s.IMEI, &s.Serial,
		&s.Tracking, &s.Customer, &s.Claim, &s.Wish, &s.Identity, &s.Hold, &s.AsksPerson, &s.Settled, &s.Away, &requested, &received, &updated,
		&due, &s.DueRule, &s.DueTone, &s.Place, &s.Bin, &s.Outcome, &s.Money, &s.Approval, &s.Proof,
		&s.WaitsFor, &promised, &s.Policy, &target, &s.TargetRule, &s.Erased)
	s.RequestedAt, s.ReceivedAt, s.UpdatedAt, s.DueAt = fromMillis(requested), fromMillis(received), fromMillis(updated), fromMillis(due)
	s.PromiseAt, s.TargetAt = fromMillis(promised), fromMillis(target)
	return s, err
}

// CaseByNumber finds a case by its number, however that is typed.
func (tx *ReadTx) CaseByNumber(number string) (returns.Case, error) {
	parts, err := returns.ParseCaseNumber(number)
	if err != nil {
		return returns.Case{}, err
	}
	state, err := one(tx, "find case by number", func(row scanner) (s []byte, err error) { return s, row.Scan(&s) },
		"SELECT state FROM cases WHERE number = ?", parts.String())
	if err != nil {
		return returns.Case{}, err
	}
	return decodeCase(state)
}

// CaseSummary is what a list shows of one case.
func (tx *ReadTx) CaseSummary(id returns.CaseID) (CaseSummary, error) {
	return one(tx, "read case summary", scanSummary, selectSummary+"WHERE c.id = ?", string(id))
}

// FindByCode lists the cases that a scanned code belongs to, the newest first: a
// case number, a tracking number of either way, an order, an IMEI, a serial
// number or a folder.
func (tx *ReadTx) FindByCode(code string) ([]CaseSummary, error) {
	return list(tx, "find by code", scanSummary,
		selectSummary+"WHERE c.row IN (SELECT row FROM case_codes WHERE code = ? AND kind <> ?) ORDER BY c.row DESC LIMIT 50",
		NormaliseCode(code), replacementCode)
}

// sameLine picks what concerns an order line: that line of that account and, since
// a case entered by hand knows the order but neither account nor line, whatever
// was entered by hand for the same order. It takes account, order and line.
const sameLine = `c.order_ref = ?2 AND (c.account = ?1 AND c.line_ref = ?3 OR c.account = '' OR ?1 = '')`

// OpenCaseOfLine names the case of an order line that has not ended; empty when
// there is none.
func (tx *ReadTx) OpenCaseOfLine(account, orderRef, lineRef string) (returns.CaseID, error) {
	id, err := one(tx, "find open case of line", func(row scanner) (id returns.CaseID, err error) { return id, row.Scan(&id) },
		"SELECT c.id FROM cases c WHERE "+sameLine+" AND c.open = 1 ORDER BY c.row LIMIT 1", account, orderRef, lineRef)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return id, err
}

// CasesOfFolder lists the cases of a marketplace's after-sales folder, the newest first.
func (tx *ReadTx) CasesOfFolder(account, folder string) ([]CaseSummary, error) {
	return list(tx, "find cases of folder", scanSummary,
		selectSummary+"WHERE c.account = ? AND c.folder = ? AND c.folder <> '' ORDER BY c.row DESC", account, folder)
}

// LineRefund is a refund of an order line, and the case that it was made in.
type LineRefund struct {
	CaseID returns.CaseID
	Refund returns.Refund
}

// LineRefunds lists the refunds of an order line in every case, each with all that
// its case says of it. The cap of the line counts them all, and no part that one of
// them kept something back for is charged again.
func (tx *ReadTx) LineRefunds(account, orderRef, lineRef string) ([]LineRefund, error) {
	cases, err := list(tx, "list cases of line with refunds", func(row scanner) (id returns.CaseID, err error) { return id, row.Scan(&id) },
		"SELECT c.id FROM cases c WHERE "+sameLine+" AND EXISTS (SELECT 1 FROM refunds r WHERE r.row = c.row) ORDER BY c.row", account, orderRef, lineRef)
	if err != nil {
		return nil, err
	}
	refunds := []LineRefund{}
	for _, id := range cases {
		c, err := tx.Case(id)
		if err != nil {
			return nil, err
		}
		for _, refund := range c.Refunds {
			refunds = append(refunds, LineRefund{CaseID: id, Refund: refund})
		}
	}
	return refunds, nil
}

// placesFor writes the places of n values: "?, ?, ?".
func placesFor(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }
