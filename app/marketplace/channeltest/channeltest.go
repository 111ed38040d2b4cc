// Package channeltest is the suite that every marketplace.Channel passes, over a
// real connection to a stand-in of its marketplace. Its fakes are at the
// network's edge only: it never replaces a part of a channel.
package channeltest

import (
	"context"
	"errors"
	"testing"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
)

// Fixture is one channel and the other side of it.
type Fixture struct {
	Channel     marketplace.Channel
	Unreachable marketplace.Channel // The same account, at an address where nobody listens.
	Remote      Remote
}

// Remote is the other side: the marketplace, its customers and the network
// between. Other tests may have left their traces in it.
type Remote interface {
	// Ask plays a customer who makes a new request, with a photo and a return
	// label, about a device that was shipped and not refunded.
	Ask(t testing.TB) Asked
	// RefundBehind plays the marketplace refunding an order by itself.
	RefundBehind(t testing.TB, order marketplace.OrderRef)
	// Fail makes every call of a sort fail until Heal.
	Fail(t testing.TB, calls Calls, failure Failure)
	// Heal ends every failure.
	Heal(t testing.TB)
	// Refunds lists what was paid back for a line.
	Refunds(t testing.TB, line marketplace.LineRef) []returns.Money
	// Messages lists what the seller posted in a folder.
	Messages(t testing.TB, folder marketplace.FolderRef) []Posted
}

// Asked is where a new request is found.
type Asked struct {
	Folder marketplace.FolderRef
	Order  marketplace.OrderRef
	Line   marketplace.LineRef
}

// Posted is a message that arrived.
type Posted struct {
	Text  string
	Files []PostedFile
}

// PostedFile is a file that arrived with it.
type PostedFile struct {
	Name   string
	SHA256 string // In hexadecimal.
}

// Calls is the sort of calls that a failure is for.
type Calls string

// The sorts of calls.
const (
	Reads    Calls = "reads"
	Refunds  Calls = "refunds"
	Messages Calls = "messages"
)

// Failure is a way to fail.
type Failure string

// The failures. Those that apply do what was asked, and nobody hears of it.
const (
	AnswerLost     Failure = "the answer is lost after applying"
	AnswerTorn     Failure = "the answer is torn after applying"
	AnswerLate     Failure = "no answer comes after applying"
	ErrorAfter     Failure = "an error 500 comes after applying"
	RequestLost    Failure = "the connection is cut before applying"
	NoAnswer       Failure = "no answer comes"
	ServerError    Failure = "an error 500 comes"
	WebPage        Failure = "a web page comes"
	Throttled      Failure = "calls come too fast"
	ThrottledUntil Failure = "calls come too fast, and it says for how long"
	Firewall       Failure = "a firewall's page comes"
	Challenge      Failure = "a robot challenge comes"
	TokenRefused   Failure = "the token is not accepted"
	HugeAnswer     Failure = "an endless answer comes"
	Garbage        Failure = "half an answer comes"
	ServiceOff     Failure = "the service says that it is off"
)

// Run runs the suite. The fixture is made anew for each part; the other side may
// be the same.
func Run(t *testing.T, fixture func(t *testing.T) Fixture) {
	for name, test := range map[string]func(*testing.T, Fixture){
		"pulls orders page by page":                          pullsOrders,
		"pulls folders page by page":                         pullsFolders,
		"a pull can be repeated":                             repeatsAPull,
		"a broken cursor is refused":                         refusesABrokenCursor,
		"reads one order and one folder":                     readsOne,
		"what does not exist is not found":                   findsNothing,
		"fetches labels and attachments":                     fetchesFiles,
		"checks its access":                                  checksAccess,
		"reads fail with a code":                             failsReads,
		"a read ends with its context":                       endsWithItsContext,
		"a message arrives once, with its files":             postsAMessage,
		"a message is told apart from an older twin":         tellsTwinsApart,
		"messages fail with an outcome":                      failsMessages,
		"a message over the limits is refused":               refusesOversizedMessages,
		"a full refund is paid once and read back":           refundsInFull,
		"refunds fail with an outcome":                       failsRefunds,
		"nothing is sent where nobody listens":               sendsNothingUnheard,
		"a line that the marketplace refunded is left alone": leavesRefundedLinesAlone,
		"a line that has changed is not refunded":            refusesAChangedLine,
		"a partial refund cannot be read back":               refundsInPart,
	} {
		t.Run(name, func(t *testing.T) {
			f := fixture(t)
			f.Remote.Heal(t)
			t.Cleanup(func() { f.Remote.Heal(t) })
			test(t, f)
		})
	}
}

// wantCode checks the fault code of an error.
func wantCode(t *testing.T, err error, want fault.Code) {
	t.Helper()
	if err == nil || fault.CodeOf(err) != want {
		t.Fatalf("error = %v, want code %q", err, want)
	}
}

// fullRefund is the refund of all that was paid for a request's line.
func fullRefund(t *testing.T, f Fixture, asked Asked) marketplace.IssueRefund {
	t.Helper()
	order, err := f.Channel.Order(t.Context(), asked.Order)
	if err != nil {
		t.Fatalf("read order: %v", err)
	}
	line, found := order.Line(asked.Line)
	if !found || line.State != marketplace.LineShipped {
		t.Fatalf("line %s = %+v, want a shipped one", asked.Line, line)
	}
	return marketplace.IssueRefund{Order: asked.Order, Line: asked.Line, Full: true, Amount: line.Price, Price: line.Price}
}

// verify reads an action back, and fails the test when that cannot be done.
func verify(t *testing.T, f Fixture, action marketplace.Action) marketplace.Verdict {
	t.Helper()
	verdict, err := f.Channel.Verify(t.Context(), action)
	if err != nil {
		t.Fatalf("verify: %v", err)
	}
	return verdict
}

// round pulls until there is no more, and returns what came, page by page.
func round[T any](t *testing.T, pull func(context.Context, marketplace.Cursor) (marketplace.Page[T], marketplace.Cursor, error), from marketplace.Cursor) (pages [][]T, next marketplace.Cursor) {
	t.Helper()
	for range 1000 {
		page, after, err := pull(t.Context(), from)
		if err != nil {
			t.Fatalf("pull: %v", err)
		}
		for _, skipped := range page.Skipped {
			t.Errorf("skipped %s: %v", skipped.Ref, skipped.Err)
		}
		pages, from = append(pages, page.Items), after
		if !page.More {
			return pages, after
		}
	}
	t.Fatal("the round does not end")
	return nil, ""
}

func remoteCause(t *testing.T, err error) *marketplace.RemoteError {
	t.Helper()
	remote, ok := errors.AsType[*marketplace.RemoteError](err)
	if !ok {
		t.Fatalf("error %v has no remote cause", err)
	}
	return remote
}
