//go:build powercut && linux

// This proof needs root, loop devices and mkfs.ext4, and so runs only where it is
// asked for: go test -tags powercut -run PowerCut ./app/store

package store_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"revient/app/media"
	"revient/app/returns"
	"revient/app/store"
)

const (
	powerCuts = 20
	desks     = 2 // Writers at the same time.
)

// promise is what the writer was told is safe: a photo that was put, or a command
// whose update has returned.
type promise struct {
	Photo   returns.PhotoID
	Command returns.CommandID
	Events  int // How many events of the case bear the command.
	Case    returns.CaseID
	Number  string

	Document       returns.DocumentID
	DocumentNumber string
	Action         returns.ActionID
}

func TestWhatWasAcknowledgedSurvivesAPowerCut(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Fatal("cutting the power takes a disk image of its own: run this test as root, where loop devices are")
	}
	seed := uint64(time.Now().UnixNano())
	if given := os.Getenv("STORE_SEED"); given != "" {
		var err error
		if seed, err = strconv.ParseUint(given, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("seed %d (set STORE_SEED to repeat)", seed)
	chance := rand.New(rand.NewPCG(seed, powerCuts))
	disk := newDisk(t)
	all := []promise{}
	for cut := range powerCuts {
		disk.mount(t)
		kept := writeUntilCut(t, disk, chance.Uint64(), 5+chance.IntN(60), time.Duration(chance.Int64N(int64(4*time.Millisecond))))
		all = append(all, kept...)
		disk.unmount(t)
		disk.mount(t)
		if cut == powerCuts-1 {
			kept = all // What survived one cut has survived those after it too.
		}
		mustKeep(t, disk.dir, kept)
		disk.unmount(t)
		if t.Failed() {
			t.Fatalf("cut %d of %d lost something", cut+1, powerCuts)
		}
	}
	photos, numbers := 0, []string{}
	for _, p := range all {
		if p.Photo != "" && p.Command == "" {
			photos++
		}
		if p.DocumentNumber != "" {
			numbers = append(numbers, p.DocumentNumber)
		}
	}
	slices.Sort(numbers)
	if unique := len(slices.Compact(slices.Clone(numbers))); unique != len(numbers) {
		t.Errorf("of %d document numbers only %d differ", len(numbers), unique)
	}
	t.Logf("%d power cuts: %d commands, %d numbered documents and %d photos were acknowledged, and all are there",
		powerCuts, len(all)-photos, len(numbers), photos)
}

// writeUntilCut lets another process write until it has had so many promises and
// a moment more, cuts the power, and returns what was promised.
func writeUntilCut(t *testing.T, disk *disk, seed uint64, after int, moment time.Duration) (kept []promise) {
	t.Helper()
	writer := exec.Command(os.Args[0], "-test.run=^TestWriteUntilThePowerIsCut$")
	writer.Env = append(os.Environ(), "STORE_POWERCUT="+filepath.Join(disk.dir, "data"), fmt.Sprintf("STORE_SEED=%d", seed))
	writer.Stderr = os.Stderr
	out, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var p promise
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Errorf("the writer says %q: %v", lines.Text(), err)
			break
		}
		if kept = append(kept, p); len(kept) == after {
			<-time.After(moment) // Somewhere in the middle of what comes next.
			disk.cut(t)
			if err := writer.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
				t.Error(err)
			}
		}
	}
	if err := writer.Wait(); err == nil || len(kept) < after {
		t.Fatalf("the writer ended (%v) after %d promises, before the power was cut", err, len(kept))
	}
	return kept
}

// mustKeep opens the data as the next start does, and looks for every promise.
func mustKeep(t *testing.T, dir string, kept []promise) {
	t.Helper()
	dir = filepath.Join(dir, "data")
	db, err := store.Open(context.Background(), optionsFor(dir))
	if err != nil {
		t.Fatalf("open after the cut: %v", err)
	}
	library, err := media.Open(filepath.Join(dir, store.MediaFolder))
	if err != nil {
		t.Fatalf("open photos after the cut: %v", err)
	}
	view(t, db, func(tx *store.ReadTx) error {
		for _, p := range kept {
			if err := p.check(tx, library); err != nil {
				t.Errorf("%+v is lost: %v", p, err)
			}
		}
		return nil
	})
	mustVerify(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func (p promise) check(tx *store.ReadTx, library *media.Library) error {
	if p.Photo != "" {
		if err := library.Verify(tx.Context(), string(p.Photo)); err != nil {
			return err
		}
	}
	if p.Command == "" {
		return nil
	}
	result, _, err := tx.CommandResult(p.Command)
	if err == nil && string(result) != p.Number {
		err = fmt.Errorf("the command's result is %q", result)
	}
	if err != nil {
		return err
	}
	held, err := tx.CaseByNumber(p.Number)
	if err == nil && held.ID != p.Case {
		err = fmt.Errorf("the number leads to case %s", held.ID)
	}
	if err != nil {
		return err
	}
	history, err := tx.History(p.Case)
	if err != nil {
		return err
	}
	events := slices.DeleteFunc(history, func(e store.Entry) bool { return e.CommandID != string(p.Command) })
	if len(events) != p.Events {
		return fmt.Errorf("the command wrote %d events, not %d", len(events), p.Events)
	}
	if p.Document == "" {
		_, err := tx.Media(p.Photo)
		return err
	}
	document, err := tx.Document(p.Document)
	if err == nil && (document.State != store.DocumentReady || document.Number != p.DocumentNumber) {
		err = fmt.Errorf("the document is %+v", document)
	}
	if err != nil {
		return err
	}
	_, err = tx.Action(p.Case, p.Action)
	return err
}

// TestWriteUntilThePowerIsCut is the other process of the test above.
func TestWriteUntilThePowerIsCut(t *testing.T) {
	dir := os.Getenv("STORE_POWERCUT")
	if dir == "" {
		return
	}
	seed, err := strconv.ParseUint(os.Getenv("STORE_SEED"), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	db := mustOpen(t, dir)
	library, err := media.Open(filepath.Join(dir, store.MediaFolder))
	if err != nil {
		t.Fatal(err)
	}
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	stopped := make(chan error)
	for desk := range uint64(desks) {
		chance := rand.New(rand.NewPCG(seed, desk))
		go func() { stopped <- work(t, db, library, chance) }()
	}
	// The disk is gone: what a store does then is another test's matter.
	fmt.Fprintln(os.Stderr, "the writer stops:", <-stopped)
	os.Exit(1)
}

// work receives parcels, each with a receipt and a photo, until something fails.
func work(t *testing.T, db *store.DB, library *media.Library, chance *rand.Rand) error {
	for {
		n := chance.IntN(10_000_000)
		held, p, err := receiveWithReceipt(t, db, n)
		if err != nil {
			return err
		}
		if err := acknowledge(p); err != nil {
			return err
		}
		picture, err := library.Put(context.Background(), noise(chance))
		if err != nil {
			return err
		}
		taken := returns.PhotoID(picture.SHA256)
		if err := acknowledge(promise{Photo: taken}); err != nil {
			return err
		}
		p = promise{Photo: taken, Command: returns.CommandID(newID(t)), Events: 1, Case: held.ID, Number: held.Number}
		err = db.Update(context.Background(), func(tx *store.Tx) error {
			if err := tx.AddMedia(store.MediaFile{SHA256: taken, MIME: picture.MIME, Size: picture.Size, Width: picture.Width, Height: picture.Height, Source: "file"}); err != nil {
				return err
			}
			_, err := tx.Append(store.Stamp{CommandID: p.Command, Actor: "operator-1"}, held.ID, held.Seq,
				returns.EvidenceAdded{Evidence: returns.Evidence{Photo: taken, View: "screen_on", Source: "file", At: moment(tx.Now()), By: "operator-1"}})
			if err != nil {
				return err
			}
			return tx.SaveCommand(p.Command, "AddEvidence", "operator-1", []byte(p.Number))
		})
		if err != nil {
			return err
		}
		if err := acknowledge(p); err != nil {
			return err
		}
	}
}

// receiveWithReceipt is one command with a row in everything: events, a numbered
// document with its bytes, an action for the marketplace, and its own result.
func receiveWithReceipt(t *testing.T, db *store.DB, n int) (held returns.Case, p promise, err error) {
	p = promise{
		Command: returns.CommandID(newID(t)), Events: 2, Case: returns.CaseID(newID(t)),
		Document: returns.DocumentID(newID(t)), Action: "1-tell",
	}
	by := store.Stamp{CommandID: p.Command, Actor: "operator-1"}
	return held, p, db.Update(context.Background(), func(tx *store.Tx) error {
		if held, err = request(tx, p.Case, n, amelie); err != nil {
			return err
		}
		p.Number = held.Number
		held, err = tx.Append(by, held.ID, held.Seq, returns.ParcelReceived{Reception: returns.Reception{
			Arrived: moment(tx.Now()), LoggedAt: moment(tx.Now()), By: "operator-1", Tracking: held.Return.Tracking,
		}})
		if err != nil {
			return err
		}
		if err := tx.AddDocument(store.Document{ID: p.Document, CaseID: held.ID, Kind: returns.RefundReceipt, Language: "fr"}); err != nil {
			return err
		}
		if p.DocumentNumber, err = tx.NextDocumentNumber(p.Document, "R"); err != nil {
			return err
		}
		sum, err := tx.IssueDocument(p.Document, []byte("The receipt of "+p.Number+"."))
		if err != nil {
			return err
		}
		held, err = tx.Append(by, held.ID, held.Seq, returns.DocumentIssued{Document: returns.IssuedDocument{
			ID: p.Document, Kind: returns.RefundReceipt, Number: p.DocumentNumber, SHA256: sum,
		}})
		if err != nil {
			return err
		}
		if err := tx.Enqueue(store.Action{CaseID: held.ID, ID: p.Action, Account: "bm-fr", Lane: returns.MessageLane, Kind: "tell", Payload: []byte("{}")}); err != nil {
			return err
		}
		return tx.SaveCommand(p.Command, "Receive", "operator-1", []byte(p.Number))
	})
}

// acknowledge tells the other process in one write, so that lines never mix.
func acknowledge(p promise) error {
	line, err := json.Marshal(p)
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(append(line, '\n'))
	return err
}
