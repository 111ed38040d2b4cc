package station

import (
	"context"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// Answer is what the syncer heard when it sent a row.
type Answer struct {
	Until  time.Time    // When the row may leave again, if it is queued again.
	Fault  *fault.Error // For a person; nil when all is well.
	Status int          // HTTP status; 0 when no answer came.
}

// ReportRefund is what the syncer reports of a refund: one of the domain's commands
// SubmitRefund, RequeueRefund, AcceptRefund, DoubtRefund, RecordReadBack,
// FindAlreadyRefunded and RejectRefund, and what was heard. The case, the outbox
// row and the time until which it waits change in one transaction: SubmitRefund is
// on the disk when it returns, before the first byte leaves, and a refund that is
// queued again is never taken before its time.
func (s *Station) ReportRefund(ctx context.Context, order Order, sending Sending, progress returns.Command, heard Answer) error {
	_, err := s.run(ctx, order, progress.Name(), func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(sending.CaseID)
		if err != nil {
			return "", err
		}
		after, err := t.decide(c, progress)
		if err != nil {
			return "", err
		}
		refund, found := after.Refund(sending.Dispatch.Refund)
		if !found {
			return "", fault.New(fault.NotFound, "errors_returns.refund.unknown", nil)
		}
		return c.ID, t.SetAction(c.ID, sending.ID, store.ActionUpdate{
			State: actionStateOf(refund), NotBefore: heard.Until, Error: heard.Fault, LastHTTP: heard.Status,
		})
	})
	return err
}

// RefundOf reads the refund that a row is about, as its case has it now, and
// whether it gives back all that was paid for the device.
func (s *Station) RefundOf(ctx context.Context, sending Sending) (refund returns.Refund, full bool, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		c, err := tx.Case(sending.CaseID)
		if err != nil {
			return err
		}
		asked, found := c.Refund(sending.Dispatch.Refund)
		if !found || c.Sale == nil {
			return fault.New(fault.NotFound, "errors_returns.refund.unknown", nil)
		}
		refund, full = asked, asked.Item == c.Sale.Paid
		return nil
	})
	return refund, full, err
}

// HandOver makes a row a step that a person does in the back office: the
// marketplace has no call for it.
func (s *Station) HandOver(ctx context.Context, sending Sending, why *fault.Error) error {
	return s.moveSending(ctx, sending, store.ActionUpdate{State: store.ActionManual, Error: why})
}
