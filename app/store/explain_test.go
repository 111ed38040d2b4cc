package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"revient/app/fault"
	"revient/app/text"
)

func keyOfInside(err error) string {
	if err == nil {
		return ""
	}
	return fault.Of(err).Key
}

// try runs a statement on a connection of its own.
func try(tb testing.TB, name, statement string) error {
	tb.Helper()
	pool, err := openPool(name, 1)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() {
		if err := pool.Close(); err != nil {
			tb.Error(err)
		}
	}()
	_, err = pool.ExecContext(context.Background(), statement)
	return err
}

func TestWhatTheMachineRefusesIsSaidInASentence(t *testing.T) {
	db := mustOpenInside(t, t.TempDir())
	live := filepath.Join(db.dir, FileName)
	damaged := filepath.Join(t.TempDir(), "damaged.db")
	if err := try(t, dsn(damaged), "CREATE TABLE shelf (bin TEXT); INSERT INTO shelf VALUES (hex(randomblob(30000)))"); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(damaged, 8192); err != nil {
		t.Fatal(err)
	}
	scribbled := filepath.Join(t.TempDir(), "scribbled.db")
	if err := os.WriteFile(scribbled, []byte(strings.Repeat("This is no database. ", 400)), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		provoke func() error
		code    fault.Code
		key     string
	}{
		"another process that writes": {func() error {
			busy, err := db.writer.Begin()
			if err != nil {
				t.Fatal(err)
			}
			return errors.Join(try(t, dsn(live, "_busy_timeout=1"), "UPDATE station SET hlc = hlc"), busy.Rollback())
		}, fault.Unavailable, "busy"},
		"a file that may not be written": {func() error { return try(t, dsn(live, "mode=ro"), "UPDATE station SET hlc = hlc") }, fault.Unavailable, "disk"},
		"a file that cannot be opened":   {func() error { return try(t, dsn(db.dir), "SELECT 1 FROM station") }, fault.Unavailable, "disk"},
		"a file that ends too soon":      {func() error { return try(t, dsn(damaged), "SELECT sum(length(bin)) FROM shelf") }, fault.Internal, "damaged"},
		"a file that is no database":     {func() error { return try(t, dsn(scribbled), "SELECT 1 FROM shelf") }, fault.Internal, "damaged"},
		"a database that may not grow": {func() error {
			return try(t, dsn(live, "_pragma=max_page_count(1)"), "CREATE TABLE shelf AS SELECT hex(randomblob(99999))")
		}, fault.Unavailable, "disk_full"},
		"a disk without room": {func() error { return &fs.PathError{Op: "write", Path: "epoch", Err: syscall.ENOSPC} }, fault.Unavailable, "disk_full"},
		"a folder without room": {func() error {
			return unwritable(db.dir, &fs.PathError{Op: "mkdir", Path: "data", Err: syscall.ENOSPC})
		}, fault.Unavailable, "disk_full"},
	} {
		t.Run(name, func(t *testing.T) {
			said := fault.Of(explain(c.provoke()))
			if said == nil || said.Code != c.code || said.Key != "errors_store."+c.key {
				t.Fatalf("it says %v, want %s: %s", said, c.code, c.key)
			}
			for _, lang := range text.Languages() {
				if !text.Has(lang, said.Key) {
					t.Errorf("%s has no sentence for %s", lang, said.Key)
				}
			}
		})
	}
}

func TestWhatIsNotTheMachinesFaultStaysAsItIs(t *testing.T) {
	for name, err := range map[string]error{
		"an unknown error":                 errors.New("something else"),
		"what a person is told already":    fault.New(fault.Conflict, "errors_store.closed", nil),
		"the end of the caller's patience": context.Canceled,
	} {
		if got := explain(err); !errors.Is(got, err) || fault.CodeOf(got) != fault.CodeOf(err) || got.Error() != err.Error() {
			t.Errorf("explain makes %v of %s", got, name)
		}
	}
	if explain(nil) != nil {
		t.Error("explain makes an error of nothing")
	}
}
