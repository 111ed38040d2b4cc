package station

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/store"
	"revient/app/text"
)

// Standing is what a line of a payout says of our refunds.
type Standing string

// The standings.
const (
	PayoutAgrees  Standing = "agrees"  // It is a refund of ours that is known to be made.
	PayoutProves  Standing = "proves"  // It is a refund of ours of which nobody knew: a person may confirm it.
	PayoutReads   Standing = "reads"   // As proves, but the station is still reading it back by itself.
	PayoutDiffers Standing = "differs" // The order has a refund of ours, of another amount.
	PayoutUnknown Standing = "unknown" // Nothing here has to do with it.
)

// PayoutMatch is a refund line of a payout beside what is known here.
type PayoutMatch struct {
	store.PayoutLine
	Standing Standing
	Ours     *store.OpenRefund // The refund that is meant, or that differs; nil where there is none.
}

// Reconciliation is a payout beside the refunds of its account.
type Reconciliation struct {
	Payout  store.Payout // Its ID is empty before it is taken.
	Matches []PayoutMatch
	Others  int                // Lines that are no refunds: sales, fees.
	Missing []store.OpenRefund // Refunds made before the payout's last day that no payout names.
	Bad     []sheet.RowFault   // Of a file that is being read.
	Ignored []string
	Rows    int
	Earlier *store.Payout // When the same file was taken in before.
}

// ReadPayout reads a statement of an account and sets it beside the refunds. Nothing
// is written.
func (s *Station) ReadPayout(ctx context.Context, account, name string, raw []byte) (r Reconciliation, err error) {
	preview, err := bound(raw, payoutForm(s.Zone()), s.language())
	if err != nil {
		return r, err
	}
	r = Reconciliation{
		Payout: store.Payout{Account: account, Name: plainLine(name), SHA256: digestOf(raw), Lines: len(preview.Good)},
		Bad:    preview.Bad, Ignored: preview.Ignored, Rows: preview.Rows,
	}
	lines := payoutLines(preview)
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		taken, err := tx.Payouts(0, mostPayouts)
		if err != nil {
			return err
		}
		for _, earlier := range taken {
			if earlier.Account == account && earlier.SHA256 == r.Payout.SHA256 {
				r.Earlier = &earlier
			}
		}
		return s.reconcile(tx, &r, lines)
	})
	return r, err
}

// mostPayouts bounds a list of payouts: two a week for ten years.
const mostPayouts = 1000

func payoutLines(preview sheet.Preview[store.PayoutLine]) []store.PayoutLine {
	lines := preview.Good
	for i := range lines {
		lines[i].Line = preview.Lines[i]
		if lines[i].Amount.Currency == "" {
			lines[i].Amount.Currency = "EUR"
		}
	}
	return lines
}

// reconcile sets lines beside the refunds of the account.
func (s *Station) reconcile(tx *store.ReadTx, r *Reconciliation, lines []store.PayoutLine) error {
	open, err := tx.RefundsWithoutPayout(r.Payout.Account)
	if err != nil {
		return err
	}
	last := time.Time{}
	for _, line := range lines {
		if line.At.After(last) {
			last = line.At
		}
		if !asRefund(line) {
			r.Others++
			continue
		}
		match := PayoutMatch{PayoutLine: line, Standing: PayoutUnknown}
		switch i := refundFor(open, line); {
		case line.Refund != "":
			if err := match.holds(tx); err != nil {
				return err
			}
		case i >= 0 && open[i].Amount == paidOut(line):
			ours := open[i]
			open = slices.Delete(open, i, i+1)
			match.CaseID, match.Refund, match.Ours = ours.CaseID, ours.Refund, &ours
			if err := match.holds(tx); err != nil {
				return err
			}
		case i >= 0:
			ours := open[i]
			match.Standing, match.Ours = PayoutDiffers, &ours
		}
		r.Matches = append(r.Matches, match)
	}
	return s.missing(tx, r, open, last)
}

// refundFor finds the refund that a line means: of its order, and of its line where
// both name one; the one of the same amount first, and of several the one that is
// known to be made, so that its line proves no other.
func refundFor(open []store.OpenRefund, line store.PayoutLine) int {
	of := func(o store.OpenRefund) bool {
		return o.OrderRef == line.OrderRef && (line.LineRef == "" || o.LineRef == "" || o.LineRef == line.LineRef)
	}
	same := func(o store.OpenRefund) bool { return of(o) && o.Amount == paidOut(line) }
	if i := slices.IndexFunc(open, func(o store.OpenRefund) bool { return same(o) && o.State.Paid() }); i >= 0 {
		return i
	}
	if i := slices.IndexFunc(open, same); i >= 0 {
		return i
	}
	return slices.IndexFunc(open, of)
}

// holds says what a line that is a refund of ours tells of it, as its case has it now.
func (m *PayoutMatch) holds(tx *store.ReadTx) error {
	c, err := tx.Case(m.CaseID)
	if err != nil {
		return err
	}
	refund, found := c.Refund(m.Refund)
	if !found {
		return fault.New(fault.NotFound, "errors_returns.refund.unknown", nil)
	}
	ours := store.OpenRefund{CaseID: c.ID, Number: c.Number, Refund: refund.ID, State: refund.State, Amount: refund.Total()}
	if c.Sale != nil {
		ours.OrderRef, ours.LineRef = c.Sale.OrderRef, c.Sale.LineRef
	}
	m.Ours = &ours
	switch {
	case refund.State == returns.RefundIsUnknown && refund.AskPerson:
		m.Standing = PayoutProves
	case refund.State == returns.RefundIsUnknown || refund.State == returns.RefundIsSubmitting:
		m.Standing = PayoutReads
	default:
		m.Standing = PayoutAgrees
	}
	return nil
}

// missing keeps of the refunds that no payout names those that were made before the
// payout's last day: it should have had them.
func (s *Station) missing(tx *store.ReadTx, r *Reconciliation, open []store.OpenRefund, last time.Time) error {
	meant := func(o store.OpenRefund) bool {
		return slices.ContainsFunc(r.Matches, func(m PayoutMatch) bool { return m.Ours != nil && m.Ours.Refund == o.Refund })
	}
	for _, refund := range open {
		if !refund.State.Paid() || meant(refund) {
			continue
		}
		c, err := tx.Case(refund.CaseID)
		if err != nil {
			return err
		}
		if made, _ := c.Refund(refund.Refund); last.IsZero() || made.ConfirmedAt.At.Before(last) {
			r.Missing = append(r.Missing, refund)
		}
	}
	return nil
}

// TakePayout keeps a statement with the refunds that its lines are. It changes no
// refund. A file with a bad row is not taken.
func (s *Station) TakePayout(ctx context.Context, order Order, account, name string, raw []byte) (id string, err error) {
	preview, err := bound(raw, payoutForm(s.Zone()), s.language())
	if err != nil {
		return "", err
	}
	if !preview.Whole() {
		return "", fault.New(fault.Invalid, "errors_device.file.bad_rows", fault.Args{"count": len(preview.Bad)})
	}
	lines := payoutLines(preview)
	// A repeat of the command finds the payout that its first run made.
	id = uuid.NewSHA1(uuid.NameSpaceOID, []byte("payout "+string(order.ID))).String()
	_, err = s.commit(ctx, order, "TakePayout", func(t *turn) (returns.CaseID, error) {
		r := Reconciliation{Payout: store.Payout{ID: id, Account: account, Name: plainLine(name), SHA256: digestOf(raw), Actor: order.Actor.ID}}
		if err := s.reconcile(t.ReadTx, &r, lines); err != nil {
			return "", err
		}
		for _, match := range r.Matches {
			if i := slices.IndexFunc(lines, func(l store.PayoutLine) bool { return l.Line == match.Line }); match.Refund != "" {
				lines[i].Refund, lines[i].CaseID = match.Refund, match.CaseID
			}
		}
		return "", t.SavePayout(r.Payout, lines)
	})
	return id, err
}

// Payout sets a payout that was taken beside the refunds as they are now.
func (s *Station) Payout(ctx context.Context, id string) (r Reconciliation, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		r, err = s.payout(tx, id)
		return err
	})
	return r, err
}

func (s *Station) payout(tx *store.ReadTx, id string) (r Reconciliation, err error) {
	taken, err := tx.Payouts(0, mostPayouts)
	if err != nil {
		return r, err
	}
	i := slices.IndexFunc(taken, func(p store.Payout) bool { return p.ID == id })
	if i < 0 {
		return r, fault.New(fault.NotFound, "errors_payout.gone", nil)
	}
	r = Reconciliation{Payout: taken[i], Rows: taken[i].Lines}
	lines, err := tx.PayoutLines(id, false)
	if err != nil {
		return r, err
	}
	return r, s.reconcile(tx, &r, lines)
}

// Payouts lists the payouts that were taken, the newest first.
func (s *Station) Payouts(ctx context.Context) (taken []store.Payout, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		taken, err = tx.Payouts(0, mostPayouts)
		return err
	})
	return taken, err
}

// SettleProven confirms every refund that a payout proves, in one go: a person says
// that they saw them there. Each is a command of its own, so that one which can no
// longer be confirmed holds up no other.
func (s *Station) SettleProven(ctx context.Context, order Order, id string) (settled int, err error) {
	r, err := s.Payout(ctx, id)
	if err != nil {
		return 0, err
	}
	if err := s.May(order, "SettleRefund"); err != nil {
		return 0, err
	}
	for _, match := range r.Matches {
		if match.Standing != PayoutProves {
			continue
		}
		each := order
		each.ID = returns.CommandID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(string(order.ID)+" "+string(match.Refund))).String())
		seen := text.T(s.language(), "messages.seen_in_payout", map[string]any{"name": r.Payout.Name, "line": match.Line})
		_, err := s.SettleRefund(ctx, each, match.CaseID, match.Refund, true, seen)
		switch {
		case err == nil:
			settled++
		case !fault.Is(err, fault.Conflict): // Somebody or the syncer was first: that is as good.
			return settled, err
		}
	}
	return settled, nil
}
