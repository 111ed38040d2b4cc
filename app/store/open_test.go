package store_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/store"
)

// keyOf is the message key of an error, for what a person is told.
func keyOf(err error) string {
	if err == nil {
		return ""
	}
	return fault.Of(err).Key
}

func TestDataAreClosedToOtherUsersOfTheMachine(t *testing.T) {
	db, dir := mustStation(t)
	mustCase(t, db, 1)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		about, err := entry.Info()
		if err != nil {
			t.Fatal(err)
		}
		if about.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %o", entry.Name(), about.Mode().Perm())
		}
	}
	if about, err := os.Stat(dir); err != nil || about.Mode().Perm() != 0o700 {
		t.Errorf("the folder has mode %v, %v", about.Mode(), err)
	}
}

func TestASecondProcessIsToldWhichOneHoldsTheData(t *testing.T) {
	dir := t.TempDir()
	holder := exec.Command(os.Args[0], "-test.run=^TestHoldTheData$")
	holder.Env = append(os.Environ(), "STORE_HOLD="+dir)
	in, err := holder.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "held\n" {
		t.Fatalf("the holder says %q, %v", line, err)
	}
	_, err = store.Open(context.Background(), optionsFor(dir))
	said := fault.Of(err)
	if !fault.Is(err, fault.Conflict) || said.Key != "errors_store.in_use" || said.Args["pid"] != holder.Process.Pid ||
		said.Args["program"] != filepath.Base(os.Args[0]) {
		t.Fatalf("Open = %v, %+v", err, said)
	}
	if err := errors.Join(in.Close(), holder.Wait()); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, dir)
}

// TestHoldTheData is the other process of the test above.
func TestHoldTheData(t *testing.T) {
	dir := os.Getenv("STORE_HOLD")
	if dir == "" {
		return
	}
	mustOpen(t, dir)
	fmt.Println("held")
	_, _ = os.Stdin.Read(make([]byte, 1)) // Until the parent closes the pipe.
}

// edit changes a closed database behind the store's back.
func edit(tb testing.TB, path string, statements ...string) {
	tb.Helper()
	pool, err := sql.Open("sqlite", path)
	if err != nil {
		tb.Fatal(err)
	}
	for _, statement := range statements {
		if _, err := pool.ExecContext(context.Background(), statement); err != nil {
			tb.Fatalf("%s: %v", statement, err)
		}
	}
	if err := pool.Close(); err != nil {
		tb.Fatal(err)
	}
}

func TestWhatIsNotOursIsRefusedUntouched(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(path string)
		want    string
	}{
		"the database of another program": {func(path string) { edit(t, path, "CREATE TABLE bookmarks (url TEXT)") }, "errors_store.foreign"},
		"one with another mark":           {func(path string) { edit(t, path, "PRAGMA application_id = 7") }, "errors_store.foreign"},
		"a text file": {func(path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("This is no database. ", 400)), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "errors_store.foreign"},
		"a newer version": {func(path string) {
			edit(t, path, "PRAGMA application_id = 1382381161", "PRAGMA user_version = 9999")
		}, "errors_store.newer"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, store.FileName)
			c.prepare(path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := store.Open(context.Background(), optionsFor(dir)); keyOf(err) != c.want {
				t.Fatalf("Open = %v, want %s", err, c.want)
			}
			after, err := os.ReadFile(path)
			if err != nil || string(after) != string(before) {
				t.Fatalf("the file was changed (%v)", err)
			}
		})
	}
}

func TestAFolderThatCannotBeWrittenIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(context.Background(), optionsFor(filepath.Join(file, "data")))
	if keyOf(err) != "errors_store.folder_unwritable" {
		t.Fatalf("Open = %v", err)
	}
}

func TestAClosedStoreSaysSo(t *testing.T) {
	db, err := store.Open(context.Background(), optionsFor(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	told, _ := db.Subscribe()
	if err := errors.Join(db.Close(), db.Close()); err != nil {
		t.Fatal(err)
	}
	if _, open := <-told; open {
		t.Error("a subscription outlives the store")
	}
	if err := db.Update(context.Background(), func(*store.Tx) error { return nil }); keyOf(err) != "errors_store.closed" {
		t.Errorf("Update = %v", err)
	}
}

func TestWaitingForOnesTurnEndsWithTheContext(t *testing.T) {
	db, _ := mustStation(t)
	inside, leave := make(chan struct{}), make(chan struct{})
	finished := make(chan error)
	go func() {
		finished <- db.Update(context.Background(), func(*store.Tx) error { close(inside); <-leave; return nil })
	}()
	<-inside
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := db.Update(ctx, func(*store.Tx) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("Update = %v", err)
	}
	close(leave)
	if err := <-finished; err != nil {
		t.Fatal(err)
	}
}

func TestReadersSeeOneStateWhileTheWriterGoesOn(t *testing.T) {
	db, _ := mustStation(t)
	mustCase(t, db, 0)
	finished := make(chan error, 4)
	stop := make(chan struct{})
	for range 4 {
		go func() {
			for {
				select {
				case <-stop:
					finished <- nil
					return
				default:
				}
				if err := db.View(context.Background(), func(tx *store.ReadTx) error {
					open, err := tx.CountCases(store.WorklistFilter{})
					if err != nil {
						return err
					}
					cases, err := tx.Worklist(store.WorklistFilter{})
					if err == nil && len(cases) != open {
						return errors.New("two reads of one transaction differ")
					}
					return err
				}); err != nil {
					finished <- err
					return
				}
			}
		}()
	}
	for n := range 40 {
		mustCase(t, db, n+1)
	}
	close(stop)
	for range 4 {
		if err := <-finished; err != nil {
			t.Fatal(err)
		}
	}
}

func TestACheckIsMadeAfterACrashAndOncePerDay(t *testing.T) {
	dir := t.TempDir()
	now := newClock()
	options := store.Options{Dir: dir, Now: now.Now}
	db, err := store.Open(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, store.FileName)
	checked := func() (at int64) {
		pool, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = pool.Close() }()
		if err := pool.QueryRow("SELECT checked_at FROM station").Scan(&at); err != nil {
			t.Fatal(err)
		}
		return at
	}
	first := checked()
	reopen := func() {
		db, err := store.Open(context.Background(), options)
		if err == nil {
			err = db.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	now.now = now.now.Add(time.Hour)
	if reopen(); checked() != first {
		t.Error("a clean database was checked again within the hour")
	}
	edit(t, path, "UPDATE station SET running = 1")
	if reopen(); checked() == first {
		t.Error("a database was not checked after a crash")
	}
	first = checked()
	now.now = now.now.Add(25 * time.Hour)
	if reopen(); checked() == first {
		t.Error("a database was not checked for a day")
	}
}
