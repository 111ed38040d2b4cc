package syncer

import (
	"context"
	"errors"
	"net/http"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
)

// The waits of money.
const (
	holdRetry  = time.Minute // The case is on hold.
	whileFound = time.Minute // Long enough to write down what was found, before anybody takes the row.
)

// refund sends a refund, at most once. The line is read first: what the
// marketplace refunded by itself is not sent at all. The mark is on the disk
// before the request begins, and only an outcome that promises that nothing
// happened takes it away.
func (s *Syncer) refund(work context.Context, f *feed, sending station.Sending) {
	defer s.lines.enter(lineOf(sending))()
	action, err := s.issueRefund(work, sending)
	if err != nil {
		s.record(sending, "stop", s.station.Stop(kept(work), sending, fault.Of(err), 0))
		return
	}
	if !canRefund(f.Channel.Capabilities(), action) {
		s.record(sending, "hand over", s.station.HandOver(kept(work), sending, fault.New(fault.Conflict, byHand, nil)))
		return
	}
	verdict, err := f.Channel.Verify(work, action)
	s.hear(kept(work), f, listenRead(err))
	switch {
	case err != nil:
		s.afterReading(work, sending, err)
	case verdict == marketplace.HasApplied:
		s.report(work, sending, returns.FindAlreadyRefunded{Refund: sending.Dispatch.Refund}, station.Answer{})
	case s.mark(work, sending):
		s.afterSending(work, f, sending, f.Channel.Execute(work, action))
	}
}

// mark commits that the refund is being sent. Without it nothing is sent.
func (s *Syncer) mark(work context.Context, sending station.Sending) bool {
	if work.Err() != nil {
		s.postpone(work, sending, time.Time{}, nil, 0) // Stopping: it leaves after the next start.
		return false
	}
	err := s.station.ReportRefund(kept(work), order(), sending, returns.SubmitRefund{Refund: sending.Dispatch.Refund}, station.Answer{})
	why := fault.Of(err)
	switch {
	case err == nil:
		return true
	case why.Key == "errors_returns.held":
		s.postpone(work, sending, s.now().Add(holdRetry), why, 0)
	case why.Code == fault.Internal, why.Code == fault.Unavailable:
		s.postpone(work, sending, s.now().Add(storeRetry), why, 0)
	default:
		s.record(sending, "stop", s.station.Stop(kept(work), sending, why, 0))
	}
	return false
}

// afterReading puts a refund off whose line could not be read. Nothing was marked
// and nothing was sent.
func (s *Syncer) afterReading(work context.Context, sending station.Sending, err error) {
	got := listenRead(err)
	switch {
	case got.fault.Code == fault.Unauthorized:
		s.stopLane(work, sending)
		s.postpone(work, sending, time.Time{}, got.fault, got.status)
	case got.delay > 0:
		s.postpone(work, sending, s.now().Add(got.delay), got.fault, got.status)
	default:
		s.postpone(work, sending, s.now().Add(backoff(sending.Attempts, s.rand())), got.fault, got.status)
	}
}

// afterSending writes down what became of a marked refund.
func (s *Syncer) afterSending(work context.Context, f *feed, sending station.Sending, outcome marketplace.Outcome) {
	s.hear(kept(work), f, listen(outcome))
	refund := sending.Dispatch.Refund
	switch o := outcome.(type) {
	case marketplace.Applied:
		s.report(work, sending, returns.AcceptRefund{Refund: refund}, station.Answer{Status: o.Trace.Status})
	case marketplace.AlreadyApplied:
		s.report(work, sending, returns.RequeueRefund{Refund: refund, Cause: "already_refunded"},
			station.Answer{Until: s.now().Add(whileFound), Status: o.Trace.Status})
		s.report(work, sending, returns.FindAlreadyRefunded{Refund: refund}, station.Answer{Status: o.Trace.Status})
	case marketplace.Refused:
		s.report(work, sending, returns.RejectRefund{Refund: refund, Code: refusalCode(o)}, station.Answer{Fault: o.Fault, Status: o.Trace.Status})
	case marketplace.Unauthorized:
		s.stopLane(work, sending)
		s.report(work, sending, returns.RequeueRefund{Refund: refund, Cause: "unauthorized"}, station.Answer{Fault: o.Fault, Status: o.Trace.Status})
	case marketplace.RetryAfter:
		s.report(work, sending, returns.RequeueRefund{Refund: refund, Cause: string(o.Reason)},
			station.Answer{Until: s.retryAt(sending, o), Fault: o.Fault, Status: o.Trace.Status})
	case marketplace.Unknown:
		s.report(work, sending, returns.DoubtRefund{Refund: refund, Cause: doubtCause(o)}, station.Answer{Fault: o.Fault, Status: o.Trace.Status})
	}
}

func (s *Syncer) report(work context.Context, sending station.Sending, progress returns.Command, heard station.Answer) {
	s.record(sending, progress.Name(), s.station.ReportRefund(kept(work), order(), sending, progress, heard))
}

// issueRefund is what the marketplace is asked for.
func (s *Syncer) issueRefund(ctx context.Context, sending station.Sending) (marketplace.IssueRefund, error) {
	_, full, err := s.station.RefundOf(ctx, sending)
	d := sending.Dispatch
	return marketplace.IssueRefund{
		Order: marketplace.OrderRef(d.OrderRef), Line: marketplace.LineRef(d.LineRef), Full: full, Amount: d.Amount, Price: d.Price,
	}, err
}

func lineOf(sending station.Sending) orderLine {
	return orderLine{sending.Account, sending.Dispatch.OrderRef, sending.Dispatch.LineRef}
}

func canRefund(caps marketplace.Capabilities, action marketplace.IssueRefund) bool {
	return caps.Supports(marketplace.KindIssueRefund) && (action.Full || caps.PartialRefund)
}

// refusalCode is the short code of a refusal that the journal keeps; the
// marketplace's own words may name people and stay out of it.
func refusalCode(o marketplace.Refused) string {
	if o.Code != "" {
		return o.Code
	}
	return o.Fault.Key
}

// doubtCause is the short code of an unclear answer.
func doubtCause(o marketplace.Unknown) string {
	switch {
	case o.Trace.Status >= http.StatusInternalServerError:
		return "server_error"
	case o.Trace.Status != 0:
		return "unclear"
	case errors.Is(o.Fault, context.DeadlineExceeded):
		return "timeout"
	default:
		return "reset"
	}
}
