package channeltest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"revient/app/marketplace"
)

func upload(name, mime string, content []byte) marketplace.Upload {
	return marketplace.Upload{Name: name, MIME: mime, Size: int64(len(content)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(content)), nil
	}}
}

// seen are the messages of a folder at this moment.
func seen(t *testing.T, f Fixture, ref marketplace.FolderRef) []marketplace.MessageRef {
	t.Helper()
	folder, err := f.Channel.Folder(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	var refs []marketplace.MessageRef
	for _, message := range folder.Messages {
		refs = append(refs, message.Ref)
	}
	return refs
}

const words = "Bonjour Zoé,\nvotre colis est arrivé : l’écran < 5 mm & le cadre sont « intacts ».\n\nCordialement"

func postsAMessage(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	photo, report := bytes.Repeat([]byte("\xff\xd8\xffphoto"), 40000), []byte("%PDF-1.4 report")
	message := marketplace.PostMessage{
		Folder: asked.Folder, Text: words, Seen: seen(t, f, asked.Folder),
		Files: []marketplace.Upload{upload("écran.jpg", "image/jpeg", photo), upload("report.pdf", "application/pdf", report)},
	}
	if verdict := verify(t, f, message); verdict != marketplace.HasNotApplied {
		t.Fatalf("before: %q", verdict)
	}
	applied, ok := f.Channel.Execute(t.Context(), message).(marketplace.Applied)
	if !ok || applied.RemoteRef == "" {
		t.Fatalf("outcome = %#v, want applied with a number", applied)
	}
	if verdict := verify(t, f, message); verdict != marketplace.HasApplied {
		t.Errorf("after: %q", verdict)
	}
	posted := f.Remote.Messages(t, asked.Folder)
	if len(posted) != 1 || posted[0].Text != words || len(posted[0].Files) != 2 {
		t.Fatalf("posted = %+v, want one with two files", posted)
	}
	for i, content := range [][]byte{photo, report} {
		if sum := sha256.Sum256(content); posted[0].Files[i].SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("file %d arrived changed", i)
		}
	}
}

func tellsTwinsApart(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	message := marketplace.PostMessage{Folder: asked.Folder, Text: words, Seen: seen(t, f, asked.Folder)}
	if _, ok := f.Channel.Execute(t.Context(), message).(marketplace.Applied); !ok {
		t.Fatal("the first message is not applied")
	}
	message.Seen = seen(t, f, asked.Folder)
	if verdict := verify(t, f, message); verdict != marketplace.HasNotApplied {
		t.Errorf("an older twin was taken for the message: %q", verdict)
	}
	if _, ok := f.Channel.Execute(t.Context(), message).(marketplace.Applied); !ok {
		t.Fatal("the second message is not applied")
	}
	if verdict := verify(t, f, message); verdict != marketplace.HasApplied {
		t.Errorf("after: %q", verdict)
	}
}

func failsMessages(t *testing.T, f Fixture) {
	for _, c := range writeFailures {
		t.Run(string(c.failure), func(t *testing.T) {
			f.Remote.Heal(t)
			asked := f.Remote.Ask(t)
			message := marketplace.PostMessage{
				Folder: asked.Folder, Text: words, Seen: seen(t, f, asked.Folder),
				Files: []marketplace.Upload{upload("a.jpg", "image/jpeg", []byte("\xff\xd8\xff"))},
			}
			f.Remote.Fail(t, Messages, c.failure)
			ctx, cancel := context.WithTimeout(t.Context(), c.patience())
			defer cancel()
			c.check(t, f.Channel.Execute(ctx, message))
			f.Remote.Heal(t)
			if verdict := verify(t, f, message); verdict != c.verdict() {
				t.Errorf("verdict = %q, want %q", verdict, c.verdict())
			}
			if posted := f.Remote.Messages(t, asked.Folder); len(posted) != c.times() {
				t.Errorf("%d messages arrived, want %d", len(posted), c.times())
			}
		})
	}
}

func refusesOversizedMessages(t *testing.T, f Fixture) {
	asked := f.Remote.Ask(t)
	limits := f.Channel.Capabilities()
	large := upload("large.jpg", "image/jpeg", make([]byte, limits.MaxFileBytes+1))
	lying := large
	lying.Size = 3
	var many []marketplace.Upload
	for range limits.MaxFiles + 1 {
		many = append(many, upload("a.jpg", "image/jpeg", []byte("x")))
	}
	for name, message := range map[string]marketplace.PostMessage{
		"a file too large":                 {Folder: asked.Folder, Text: "x", Files: []marketplace.Upload{large}},
		"a file larger than it says":       {Folder: asked.Folder, Text: "x", Files: []marketplace.Upload{lying}},
		"too many files":                   {Folder: asked.Folder, Text: "x", Files: many},
		"no words":                         {Folder: asked.Folder, Text: " \n"},
		"a folder that does not exist":     {Folder: "1", Text: "x"},
		"a folder that cannot be a folder": {Folder: "../1", Text: "x"},
	} {
		if refused, ok := f.Channel.Execute(t.Context(), message).(marketplace.Refused); !ok || refused.Fault == nil {
			t.Errorf("%s: outcome %#v, want refused", name, refused)
		}
	}
	broken := marketplace.Upload{Name: "gone.jpg", MIME: "image/jpeg", Size: 1, Open: func() (io.ReadCloser, error) { return nil, errors.New("gone") }}
	outcome := f.Channel.Execute(t.Context(), marketplace.PostMessage{Folder: asked.Folder, Text: "x", Files: []marketplace.Upload{broken}})
	if retry, ok := outcome.(marketplace.RetryAfter); !ok || retry.Reason != marketplace.NotSent {
		t.Errorf("a file that cannot be read: outcome %#v, want not sent", outcome)
	}
	if posted := f.Remote.Messages(t, asked.Folder); len(posted) != 0 {
		t.Errorf("%d messages arrived", len(posted))
	}
}

// writeFailure is what a write must end in when it fails in one way.
type writeFailure struct {
	failure Failure
	want    marketplace.Outcome // Only its type, and the reason and delay of a RetryAfter, are compared.
	applied bool
}

var writeFailures = []writeFailure{
	{AnswerLost, marketplace.Unknown{}, true},
	{AnswerTorn, marketplace.Unknown{}, true},
	{AnswerLate, marketplace.Unknown{}, true},
	{ErrorAfter, marketplace.Unknown{}, true},
	{RequestLost, marketplace.Unknown{}, false},
	{NoAnswer, marketplace.Unknown{}, false},
	{ServerError, marketplace.Unknown{}, false},
	{WebPage, marketplace.Unknown{}, false},
	{Throttled, marketplace.RetryAfter{Reason: marketplace.Throttled}, false},
	{ThrottledUntil, marketplace.RetryAfter{Reason: marketplace.Throttled, Known: true, Delay: 7 * time.Second}, false},
	{Firewall, marketplace.RetryAfter{Reason: marketplace.Blocked}, false},
	{Challenge, marketplace.RetryAfter{Reason: marketplace.Blocked}, false},
	{TokenRefused, marketplace.Unauthorized{}, false},
}

// patience is short where no answer will come.
func (c writeFailure) patience() time.Duration {
	if c.failure == NoAnswer || c.failure == AnswerLate {
		return 400 * time.Millisecond
	}
	return time.Minute
}

func (c writeFailure) check(t *testing.T, got marketplace.Outcome) {
	t.Helper()
	switch want := c.want.(type) {
	case marketplace.Unknown:
		if outcome, ok := got.(marketplace.Unknown); !ok || outcome.Fault == nil {
			t.Errorf("outcome = %#v, want unknown", got)
		}
	case marketplace.Unauthorized:
		if outcome, ok := got.(marketplace.Unauthorized); !ok || outcome.Fault == nil {
			t.Errorf("outcome = %#v, want unauthorized", got)
		}
	case marketplace.RetryAfter:
		outcome, ok := got.(marketplace.RetryAfter)
		if !ok || outcome.Reason != want.Reason || outcome.Known != want.Known || outcome.Delay != want.Delay || outcome.Fault == nil {
			t.Errorf("outcome = %#v, want %#v", got, want)
		}
	default:
		t.Errorf("no check for %s", strings.ToLower(string(c.failure)))
	}
}

func (c writeFailure) verdict() marketplace.Verdict {
	if c.applied {
		return marketplace.HasApplied
	}
	return marketplace.HasNotApplied
}

func (c writeFailure) times() int {
	if c.applied {
		return 1
	}
	return 0
}
