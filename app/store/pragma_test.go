package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strconv"
	"testing"

	"revient/app/fault"
)

func mustOpenInside(tb testing.TB, dir string) *DB {
	tb.Helper()
	db, err := Open(context.Background(), Options{Dir: dir})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}

func TestEveryConnectionHasItsPragmas(t *testing.T) {
	db := mustOpenInside(t, t.TempDir())
	for name, c := range map[string]struct {
		pool *sql.DB
		want map[string]string
	}{
		"the writer": {db.writer, map[string]string{
			"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "trusted_schema": "0",
			"cell_size_check": "1", "secure_delete": "1", "temp_store": "2", "journal_size_limit": "67108864",
			"application_id": "1382381161", "user_version": strconv.Itoa(len(migrations)),
		}},
		"a reader": {db.readers, map[string]string{
			"journal_mode": "wal", "query_only": "1", "foreign_keys": "1", "busy_timeout": "5000", "trusted_schema": "0",
		}},
	} {
		for pragma, want := range c.want {
			var got string
			if err := c.pool.QueryRowContext(context.Background(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s has %s = %q, %v, want %q", name, pragma, got, err, want)
			}
		}
	}
	if _, err := db.readers.ExecContext(context.Background(), "DELETE FROM cases"); err == nil {
		t.Error("a reader wrote")
	}
	if got := db.writer.Stats().MaxOpenConnections; got != 1 {
		t.Errorf("%d connections may write", got)
	}
}

func TestAConnectionThatBreaksItsPromisesIsRefused(t *testing.T) {
	db := mustOpenInside(t, t.TempDir())
	for _, pragma := range []string{"synchronous = 1", "foreign_keys = 0", "trusted_schema = 1"} {
		pool, err := openPool(dsn(filepath.Join(db.dir, FileName), "_synchronous=FULL", "_foreign_keys=1", "_pragma=trusted_schema(0)"), 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := assertPragmas(context.Background(), pool); err != nil {
			t.Fatalf("before: %v", err)
		}
		if _, err := pool.ExecContext(context.Background(), "PRAGMA "+pragma); err != nil {
			t.Fatal(err)
		}
		if err := assertPragmas(context.Background(), pool); !fault.Is(err, fault.Internal) {
			t.Errorf("%s passed: %v", pragma, err)
		}
		if err := pool.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestVersionsAreComparedByNumber(t *testing.T) {
	for version, want := range map[string]bool{"3.53.1": true, "3.54.0": true, "3.100.0": true, "4.0.0": true, "3.53.0": false, "3.9.9": false, "?": false} {
		if got := atLeast(version, "3.53.1"); got != want {
			t.Errorf("atLeast(%s) = %v", version, got)
		}
	}
}

func TestAJournalRowCannotBeChangedOrDeleted(t *testing.T) {
	db := mustOpenInside(t, t.TempDir())
	if _, err := db.writer.ExecContext(context.Background(), insertEntry); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"UPDATE journal SET actor = 'somebody else'", "DELETE FROM journal", "UPDATE journal SET hash = zeroblob(32)"} {
		if _, err := db.writer.ExecContext(context.Background(), statement); err == nil {
			t.Errorf("%s was allowed", statement)
		}
	}
}

const insertEntry = `INSERT INTO journal (station, epoch, seq, id, case_id, case_seq, seen, type, schema, command_id, at, zone, hlc, actor,
	screen, payload, prev_hash, hash) VALUES ('P03', 1, 1, 'id', 'case', 1, '', 'case_closed', 1, '', 0, 'UTC', 1, '', '', x'7b7d', zeroblob(32), zeroblob(32))`

func TestAMigrationIsPrecededByABackupAndIsAllOrNothing(t *testing.T) {
	db := mustOpenInside(t, t.TempDir())
	steps := append(append([]migration{}, migrations...), migration{"shelf", "shelf.sql"})
	scripts := map[string]string{"migrations/shelf.sql": "CREATE TABLE shelf (bin TEXT) STRICT; INSERT INTO nowhere VALUES (1);"}
	read := func(path string) ([]byte, error) { return []byte(scripts[path]), nil }
	if err := db.migrateThrough(context.Background(), steps, read); err == nil {
		t.Fatal("a broken migration passed")
	}
	if version, err := userVersion(context.Background(), db.writer); err != nil || version != len(migrations) {
		t.Fatalf("version = %d, %v", version, err)
	}
	scripts["migrations/shelf.sql"] = `CREATE TABLE shelf (case_id TEXT REFERENCES cases (id)) STRICT; PRAGMA defer_foreign_keys = 1; INSERT INTO shelf VALUES ('nobody');`
	if err := db.migrateThrough(context.Background(), steps, read); keyOfInside(err) != "errors_store.migration_keys" {
		t.Fatalf("a migration that breaks a reference gave %v", err)
	}
	scripts["migrations/shelf.sql"] = "CREATE TABLE shelf (bin TEXT) STRICT;"
	if err := db.migrateThrough(context.Background(), steps, read); err != nil {
		t.Fatal(err)
	}
	found, err := inspect(context.Background(), filepath.Join(db.dir, fmt.Sprintf("before-version-%d.db", len(steps))))
	if _, has := found.Rows["shelf"]; err != nil || found.Version != len(migrations) || has {
		t.Fatalf("the backup holds %+v, %v", found, err)
	}
}
