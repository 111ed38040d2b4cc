package syncer_test

import (
	"bytes"
	"io"
	"testing"
	"time"

	"revient/app/marketplace"
	"revient/app/media"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

func TestAMessageWhoseAnswerIsLostIsFoundAndNotSentTwice(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()
	w.fail("drop_after_apply", messages, 1)
	a.authorised()
	a.until("nobody knows whether it arrived", func() bool { return a.action(string(returns.TellAuthorised)).State == store.ActionUnknown })
	w.syncer.SyncNow(w.ctx) // The pull brings our own message before anybody looks for it.
	a.whenAdvancing("it is found", func() bool { return a.action(string(returns.TellAuthorised)).State == store.ActionDone })
	if posted := a.posted(); len(posted) != 1 {
		t.Errorf("%d messages arrived, want one", len(posted))
	}
}

func TestAMessageThatNeverArrivedIsSentAgainOnceThatIsCertain(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()
	w.fail("500", messages, 1)
	a.authorised()
	a.until("nobody knows whether it arrived", func() bool { return a.action(string(returns.TellAuthorised)).State == store.ActionUnknown })
	a.whenAdvancing("it is sent", func() bool { return a.action(string(returns.TellAuthorised)).State == store.ActionDone })
	if posted := a.posted(); len(posted) != 1 {
		t.Errorf("%d messages arrived, want one", len(posted))
	}
}

func TestAStationThatDiedWhileSendingLooksForItsMessageFirst(t *testing.T) {
	for name, arrived := range map[string]bool{"it had arrived": true, "it had not left": false} {
		t.Run(name, func(t *testing.T) {
			w := openWorkshop(t)
			w.connect()
			a := w.ask()
			w.stop() // From here on the test plays the syncer that dies.
			w.stop = func() {}
			a.authorised()
			sending, found, err := w.station.NextSending(w.ctx)
			w.must(err)
			if !found {
				t.Fatal("the message is not in the queue")
			}
			if arrived {
				a.deliver(sending)
			}
			w.restart()
			a.whenAdvancing("the message is done", func() bool { return a.action(string(returns.TellAuthorised)).State == store.ActionDone })
			if posted := a.posted(); len(posted) != 1 {
				t.Errorf("%d messages arrived, want one", len(posted))
			}
		})
	}
}

// deliver posts a row's message and tells nobody.
func (a asked) deliver(sending station.Sending) {
	a.Helper()
	letter, err := a.station.Letter(a.ctx, sending)
	a.must(err)
	message := marketplace.PostMessage{Folder: marketplace.FolderRef(sending.Dispatch.Folder), Text: letter.Text}
	for _, file := range letter.Files {
		message.Files = append(message.Files, marketplace.Upload{
			Name: file.Name, MIME: "application/pdf", Size: int64(len(file.Bytes)),
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(file.Bytes)), nil },
		})
	}
	if outcome, applied := a.channel.Execute(a.ctx, message).(marketplace.Applied); !applied {
		a.Fatalf("the message did not arrive: %+v", outcome)
	}
}

func TestMessagesOfACaseKeepTheirOrder(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()
	w.fail("429", messages, 1)
	a.authorised()
	a.until("the slip is put off", func() bool {
		row := a.action(string(returns.TellAuthorised))
		return row.State == store.ActionQueued && row.Attempts == 1
	})
	a.inspected().decided() // The refund leaves, the notice waits behind the slip.
	a.settled(returns.RefundIsConfirmed)
	if posted := a.posted(); len(posted) != 0 {
		t.Fatalf("%d messages overtook the slip", len(posted))
	}
	a.whenAdvancing("everything is told", func() bool { return a.action(string(returns.TellReceipt)).State == store.ActionDone })
	var previous time.Time
	for _, kind := range []returns.ActionKind{returns.TellAuthorised, returns.TellDecision, returns.TellReceipt} {
		row := a.action(string(kind))
		if row.UpdatedAt.Before(previous) {
			t.Errorf("%s left before the message that it follows", kind)
		}
		previous = row.UpdatedAt
	}
}

func TestAMessageThatIsRefusedIsForAPerson(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask()
	w.fail("413", messages, 1)
	a.authorised()
	a.until("a person is to fix it", func() bool { return w.status().ToFix == 1 })
	row := a.action(string(returns.TellAuthorised))
	if row.State != store.ActionToFix || row.ErrorKey == "" {
		t.Errorf("the row is %s with %q, want to fix with the reason", row.State, row.ErrorKey)
	}
	w.must(w.station.Retry(w.ctx, w.order(), a.id, row.ID))
	a.until("it is sent", func() bool { return len(a.posted()) == 1 })
}

func TestPhotosLeaveAsStrippedCopiesAfterTheWords(t *testing.T) {
	w := openWorkshop(t)
	w.connect()
	a := w.ask().authorised().inspectedWith("COM-08").decided()
	a.until("the photos are sent", func() bool { return a.action(string(returns.SendEvidence)).State == store.ActionDone })
	posted := a.posted()
	last := posted[len(posted)-1]
	for _, entry := range posted {
		if len(entry.Attachments) > 0 && entry.Attachments[0].MIME == "image/jpeg" {
			last = entry
		}
	}
	if len(last.Attachments) != 1 || last.Attachments[0].MIME != "image/jpeg" || last.Attachments[0].Bytes > media.ExportBytes {
		t.Fatalf("the message carries %+v, want one small JPEG", last.Attachments)
	}
	for _, evidence := range a.state().Evidence {
		if string(evidence.Photo) == last.Attachments[0].SHA256 {
			t.Error("the original left the station")
		}
	}
	if a.action(string(returns.TellDecision)).State != store.ActionDone {
		t.Error("the photos left before the words that they belong to")
	}
}
