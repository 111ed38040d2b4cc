package channeltest

import (
	"context"
	"slices"
	"testing"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
)

func refundsInFull(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	refund := fullRefund(t, f, asked)
	if verdict := verify(t, f, refund); verdict != marketplace.HasNotApplied {
		t.Fatalf("before: %q", verdict)
	}
	applied, ok := f.Channel.Execute(t.Context(), refund).(marketplace.Applied)
	if !ok || applied.Note == "" {
		t.Fatalf("outcome = %#v, want applied, with the marketplace's words", applied)
	}
	if verdict := verify(t, f, refund); verdict != marketplace.HasApplied {
		t.Errorf("after: %q", verdict)
	}
	if _, ok := f.Channel.Execute(t.Context(), refund).(marketplace.AlreadyApplied); !ok {
		t.Error("a repeat is not seen as already applied")
	}
	if paid := f.Remote.Refunds(t, asked.Line); !slices.Equal(paid, []returns.Money{refund.Amount}) {
		t.Errorf("paid %v, want %v once", paid, refund.Amount)
	}
}

func failsRefunds(t *testing.T, f Fixture) {
	for _, c := range writeFailures {
		t.Run(string(c.failure), func(t *testing.T) {
			f.Remote.Heal(t)
			asked := f.Remote.Ask(t)
			refund := fullRefund(t, f, asked)
			f.Remote.Fail(t, Refunds, c.failure)
			ctx, cancel := context.WithTimeout(t.Context(), c.patience())
			defer cancel()
			c.check(t, f.Channel.Execute(ctx, refund))
			f.Remote.Heal(t)
			if verdict := verify(t, f, refund); verdict != c.verdict() {
				t.Errorf("verdict = %q, want %q", verdict, c.verdict())
			}
			if paid := f.Remote.Refunds(t, asked.Line); len(paid) != c.times() {
				t.Errorf("paid %v, want %d refunds", paid, c.times())
			}
		})
	}
	t.Run("the reading before it fails", func(t *testing.T) {
		asked := f.Remote.Ask(t)
		refund := fullRefund(t, f, asked)
		f.Remote.Fail(t, Reads, ServerError)
		if retry, ok := f.Channel.Execute(t.Context(), refund).(marketplace.RetryAfter); !ok || retry.Reason != marketplace.NotSent {
			t.Errorf("outcome = %#v, want not sent", retry)
		}
		if paid := f.Remote.Refunds(t, asked.Line); len(paid) != 0 {
			t.Errorf("paid %v", paid)
		}
	})
}

func sendsNothingUnheard(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	refund := fullRefund(t, f, asked)
	for name, action := range map[string]marketplace.Action{
		"refund": refund, "message": marketplace.PostMessage{Folder: asked.Folder, Text: words},
	} {
		outcome := f.Unreachable.Execute(t.Context(), action)
		if retry, ok := outcome.(marketplace.RetryAfter); !ok || retry.Reason != marketplace.NotSent || retry.Known {
			t.Errorf("%s: outcome %#v, want not sent", name, outcome)
		}
		_, err := f.Unreachable.Verify(t.Context(), action)
		wantCode(t, err, fault.Unavailable)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	outcome := f.Channel.Execute(ctx, refund)
	if retry, ok := outcome.(marketplace.RetryAfter); !ok || retry.Reason != marketplace.NotSent {
		t.Errorf("with a dead context: outcome %#v, want not sent", outcome)
	}
	if paid := f.Remote.Refunds(t, asked.Line); len(paid) != 0 {
		t.Errorf("paid %v", paid)
	}
}

func leavesRefundedLinesAlone(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	refund := fullRefund(t, f, asked)
	f.Remote.RefundBehind(t, asked.Order)
	if _, ok := f.Channel.Execute(t.Context(), refund).(marketplace.AlreadyApplied); !ok {
		t.Error("a line that the marketplace refunded is not seen as such")
	}
	if paid := f.Remote.Refunds(t, asked.Line); len(paid) != 1 {
		t.Errorf("paid %v, want the marketplace's own refund only", paid)
	}
}

func refusesAChangedLine(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	right := fullRefund(t, f, asked)
	for name, change := range map[string]func(*marketplace.IssueRefund){
		"another price":            func(r *marketplace.IssueRefund) { r.Price.Minor++ },
		"another currency":         func(r *marketplace.IssueRefund) { r.Price.Currency, r.Amount.Currency = "USD", "USD" },
		"more than was paid":       func(r *marketplace.IssueRefund) { r.Amount.Minor = 2 * r.Price.Minor },
		"nothing":                  func(r *marketplace.IssueRefund) { r.Amount.Minor = 0 },
		"less than nothing":        func(r *marketplace.IssueRefund) { r.Amount.Minor = -100 },
		"full but for a part":      func(r *marketplace.IssueRefund) { r.Amount.Minor-- },
		"a line of another order":  func(r *marketplace.IssueRefund) { r.Line = "1" },
		"an order that is nowhere": func(r *marketplace.IssueRefund) { r.Order = "1" },
	} {
		wrong := right
		change(&wrong)
		if refused, ok := f.Channel.Execute(t.Context(), wrong).(marketplace.Refused); !ok || refused.Fault == nil {
			t.Errorf("%s: outcome %#v, want refused", name, refused)
		}
	}
	if paid := f.Remote.Refunds(t, asked.Line); len(paid) != 0 {
		t.Errorf("paid %v", paid)
	}
}

func refundsInPart(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	refund := fullRefund(t, f, asked)
	refund.Full, refund.Amount.Minor = false, 1999
	outcome := f.Channel.Execute(t.Context(), refund)
	if !f.Channel.Capabilities().PartialRefund {
		if _, ok := outcome.(marketplace.Refused); !ok {
			t.Errorf("outcome = %#v, want refused", outcome)
		}
		return
	}
	if _, ok := outcome.(marketplace.Applied); !ok {
		t.Fatalf("outcome = %#v, want applied", outcome)
	}
	if paid := f.Remote.Refunds(t, asked.Line); !slices.Equal(paid, []returns.Money{refund.Amount}) {
		t.Errorf("paid %v, want %v", paid, refund.Amount)
	}
	if verdict := verify(t, f, refund); verdict == marketplace.HasNotApplied {
		t.Error("a partial refund that was paid reads as not applied")
	}
}
