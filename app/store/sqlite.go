package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"modernc.org/sqlite" // Registers the driver "sqlite".
	sqlite3 "modernc.org/sqlite/lib"

	"revient/app/fault"
)

// applicationID marks our files: "Revi" in ASCII.
const applicationID = 0x52657669

// oldestSQLite is the first version without the WAL-reset defect, which could
// corrupt a database (sqlite.org/wal.html#walresetbug).
const oldestSQLite = "3.53.1"

// Readers is how many connections read at the same time.
const Readers = 4

// dsn writes a data source name. A path is escaped, and a pragma that the driver
// can validate is never given as SQL text.
func dsn(path string, options ...string) string {
	escaped := (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	return "file:" + escaped + "?" + strings.Join(options, "&")
}

func openWriter(path string) (*sql.DB, error) {
	return openPool(dsn(path, "_txlock=immediate", "_defensive=1", "_dqs=0", "_error_rc=1",
		"_busy_timeout=5000", "_journal_mode=WAL", "_synchronous=FULL", "_foreign_keys=1",
		"_pragma=trusted_schema(0)", "_pragma=cell_size_check(1)", "_pragma=secure_delete(1)",
		"_pragma=journal_size_limit(67108864)", "_pragma=temp_store(MEMORY)", "_pragma=cache_size(-32768)"), 1)
}

// openReaders must follow openWriter: a connection that only reads cannot turn
// the write-ahead log on.
func openReaders(path string) (*sql.DB, error) { return openPool(readerDSN(path), Readers) }

func readerDSN(path string) string {
	return dsn(path, "mode=ro", "_query_only=1", "_defensive=1", "_dqs=0", "_error_rc=1",
		"_busy_timeout=5000", "_foreign_keys=1", "_pragma=trusted_schema(0)", "_pragma=temp_store(MEMORY)",
		"_pragma=cache_size(-16384)")
}

func openPool(name string, size int) (*sql.DB, error) {
	sqlite.StrictPragmas(true)
	pool, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	pool.SetMaxOpenConns(size)
	pool.SetMaxIdleConns(size)
	return pool, nil
}

// assertPragmas refuses to run on a connection that would not keep our promises,
// whatever the data source name said.
func assertPragmas(ctx context.Context, pool *sql.DB) error {
	for _, must := range []struct{ pragma, want string }{
		{"journal_mode", "wal"}, {"synchronous", "2"}, {"foreign_keys", "1"}, {"trusted_schema", "0"},
	} {
		var got string
		if err := pool.QueryRowContext(ctx, "PRAGMA "+must.pragma).Scan(&got); err != nil {
			return fmt.Errorf("read pragma %s: %w", must.pragma, err)
		}
		if got != must.want {
			return fault.New(fault.Internal, "errors_store.pragma", fault.Args{"pragma": must.pragma, "got": got, "want": must.want})
		}
	}
	var version string
	if err := pool.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version); err != nil {
		return fmt.Errorf("read the version of SQLite: %w", err)
	}
	if !atLeast(version, oldestSQLite) {
		return fault.New(fault.Internal, "errors_store.sqlite_old", fault.Args{"version": version, "oldest": oldestSQLite})
	}
	return nil
}

// atLeast compares dotted versions number by number.
func atLeast(version, oldest string) bool {
	var have, want [3]int
	if _, err := fmt.Sscanf(version, "%d.%d.%d", &have[0], &have[1], &have[2]); err != nil {
		return false
	}
	if _, err := fmt.Sscanf(oldest, "%d.%d.%d", &want[0], &want[1], &want[2]); err != nil {
		return false
	}
	for i := range have {
		if have[i] != want[i] {
			return have[i] > want[i]
		}
	}
	return true
}

// identify reads whose database a file is before anything of it is changed.
func identify(ctx context.Context, path string) (err error) {
	pool, err := openPool(dsn(path, "mode=ro", "_query_only=1", "_busy_timeout=5000"), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	var id, version, tables int
	err = pool.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).Scan(&id, &version, &tables)
	switch {
	case codeOf(err)&0xff == sqlite3.SQLITE_NOTADB:
		return fault.Wrap(err, fault.Invalid, "errors_store.foreign", fault.Args{"file": path})
	case err != nil:
		return fmt.Errorf("read whose database it is: %w", err)
	case id == 0 && version == 0 && tables == 0:
		return nil // Made a moment ago.
	case id != applicationID:
		return fault.New(fault.Invalid, "errors_store.foreign", fault.Args{"file": path})
	case version > len(migrations):
		return fault.New(fault.Invalid, "errors_store.newer", fault.Args{"file": path, "version": version, "known": len(migrations)})
	default:
		return nil
	}
}

// refuseOlder refuses a database that lacks steps of this version, where it
// cannot be brought up to it.
func refuseOlder(ctx context.Context, path string) (err error) {
	pool, err := openPool(dsn(path, "mode=ro", "_query_only=1", "_busy_timeout=5000"), 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	version, err := userVersion(ctx, pool)
	if err == nil && version < len(migrations) {
		return fault.New(fault.Conflict, "errors_store.older", fault.Args{"file": path, "version": version, "known": len(migrations)})
	}
	return err
}

// codeOf is SQLite's extended result code of an error, 0 when it has none.
func codeOf(err error) int {
	if coded, ok := errors.AsType[*sqlite.Error](err); ok {
		return coded.Code()
	}
	return 0
}

// explain gives an error of the machine the sentence that a person needs: what
// is wrong, and that nothing saved was lost. Other errors stay as they are.
func explain(err error) error {
	if err == nil {
		return nil
	}
	if _, coded := errors.AsType[*fault.Error](err); coded {
		return err
	}
	switch code := codeOf(err); {
	case code&0xff == sqlite3.SQLITE_FULL, isDiskFull(err):
		return fault.Wrap(err, fault.Unavailable, "errors_store.disk_full", nil)
	case code&0xff == sqlite3.SQLITE_CORRUPT, code&0xff == sqlite3.SQLITE_NOTADB:
		return fault.Wrap(err, fault.Internal, "errors_store.damaged", nil)
	case code&0xff == sqlite3.SQLITE_IOERR, code&0xff == sqlite3.SQLITE_READONLY, code&0xff == sqlite3.SQLITE_CANTOPEN:
		return fault.Wrap(err, fault.Unavailable, "errors_store.disk", nil)
	case code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
		return fault.Wrap(err, fault.Conflict, "errors_store.guarded", nil)
	case code&0xff == sqlite3.SQLITE_BUSY:
		return fault.Wrap(err, fault.Unavailable, "errors_store.busy", nil)
	default:
		return err
	}
}
