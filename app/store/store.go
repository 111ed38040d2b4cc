// Package store keeps everything that Revient must not lose, in one SQLite file.
//
// It holds three kinds of tables. The journal is the truth about cases: events
// are appended, chained by hash, and never changed. Projections (cases, refunds,
// search) are folded from the journal and can be rebuilt at any time. Ledgers
// (commands, outbox, documents, persons, texts, settings and so on) are facts of
// their own: they are never rebuilt, and Verify compares them with what the
// journal says of them.
//
// There is one connection that writes and four that read. A method of Tx or
// ReadTx is one SQL statement wherever it can be, and methods compose: a command
// is one Update whose function appends events, writes ledgers and saves the
// command's result, and either all of it is on the disk when Update returns or
// none of it is.
//
// What must hold whatever a caller does is in the database itself, as triggers and
// unique indexes: the journal and the closings are append-only, a refund is granted
// once and submitted from one state only, and the refunds of an order line stay
// within what was paid for it. They look at what a write adds, so that an old
// excess blocks no later event, and they rest while projections are rebuilt, so
// that a journal that broke them is shown, and reported by Verify.
//
// Projections carry the shape that they were written by, a number made of the
// fields of a case and of the columns: a version of another shape rebuilds them
// when it opens the database.
//
// The room must never open the live database's files by any other way than
// SQLite: closing such a file would drop the locks of this process. It must never
// decide anything about a case, and it is the only room that speaks SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"revient/app/fault"
	"revient/app/returns"
)

// Due is the moment by which a case needs somebody.
type Due struct {
	At         time.Time
	Rule       string    // Name of the rule that set it.
	Tone       string    // How a screen should stress it.
	Target     time.Time // The aim before it; zero without one.
	TargetRule string
}

// Options say where the data are and what the store needs from higher rooms.
type Options struct {
	Dir    string           // Data folder; it is made when absent.
	Now    func() time.Time // Clock; time.Now when nil.
	Zone   *time.Location   // Zone of the workshop; time.Local when nil.
	Logger *slog.Logger     // Log; discarded when nil.

	// Due tells by when a case needs somebody. It must depend on nothing but
	// the case, so that a rebuild gives the same; nil means never.
	Due func(returns.Case) (Due, bool)
}

// DB is an open data folder. All its methods may be called at the same time.
type DB struct {
	dir      string
	now      func() time.Time
	zone     *time.Location
	log      *slog.Logger
	due      func(returns.Case) (Due, bool)
	knowsDue bool // Whether the caller gave the rule of deadlines.
	held     *lock
	writer   *sql.DB
	readers  *sql.DB
	turn     chan struct{} // Holds one token: whoever has it may write.
	done     chan struct{} // Closed with the store.
	subs     subscribers
	closing  sync.Once
	closed   error
}

// Open opens the data folder, making it when it is absent, and brings its
// database to this version. Every refusal is a fault that a person can act on.
func Open(ctx context.Context, options Options) (*DB, error) {
	db := newDB(options)
	if err := prepareFolder(db.dir); err != nil {
		return nil, err
	}
	held, err := acquire(db.dir, db.now())
	if err != nil {
		return nil, err
	}
	db.held = held
	if err := db.open(ctx); err != nil {
		return nil, errors.Join(explain(err), db.release())
	}
	return db, nil
}

func newDB(options Options) *DB {
	db := &DB{dir: options.Dir, now: options.Now, zone: options.Zone, log: options.Logger, due: options.Due, turn: make(chan struct{}, 1), done: make(chan struct{})}
	if db.now == nil {
		db.now = time.Now
	}
	if db.zone == nil {
		db.zone = time.Local
	}
	if db.log == nil {
		db.log = slog.New(slog.DiscardHandler)
	}
	db.knowsDue = db.due != nil
	if !db.knowsDue {
		db.due = func(returns.Case) (Due, bool) { return Due{}, false }
	}
	db.turn <- struct{}{}
	return db
}

func (db *DB) open(ctx context.Context) error {
	path := filepath.Join(db.dir, FileName)
	var err error
	if err = refuseLost(db.dir); err != nil {
		return err
	}
	if err = makePrivate(path); err != nil {
		return err
	}
	if err = identify(ctx, path); err != nil {
		return err
	}
	if db.writer, err = openWriter(path); err != nil {
		return err
	}
	if err = assertPragmas(ctx, db.writer); err != nil {
		return err
	}
	if err = db.checkAfterCrash(ctx); err != nil {
		return err
	}
	if err = db.migrate(ctx); err != nil {
		return err
	}
	if db.readers, err = openReaders(path); err != nil {
		return err
	}
	if err = db.settleEpoch(ctx); err != nil {
		return err
	}
	if err = db.settleShape(ctx); err != nil {
		return err
	}
	if err = db.settleKeys(ctx); err != nil {
		return err
	}
	return db.markRunning(ctx)
}

// Close waits for the running transaction, notes that the shutdown was clean,
// and gives the folder back. A second call returns what the first did.
func (db *DB) Close() error {
	db.closing.Do(func() {
		<-db.turn
		close(db.done)
		db.subs.closeAll()
		db.closed = errors.Join(db.markStopped(), db.release())
	})
	return db.closed
}

func (db *DB) release() error {
	var errs []error
	if db.readers != nil {
		errs = append(errs, db.readers.Close())
	}
	if db.writer != nil {
		errs = append(errs, db.writer.Close())
	}
	return errors.Join(append(errs, db.held.release())...)
}

// Dir is the data folder.
func (db *DB) Dir() string { return db.dir }

// Zone is the workshop's time zone.
func (db *DB) Zone() *time.Location { return db.zone }

// Update runs a function in one write transaction, and publishes what it changed
// once that is on the disk. An error, or a panic, undoes all of it. The context
// may end the wait for one's turn; it never stops a transaction that has begun.
func (db *DB) Update(ctx context.Context, change func(*Tx) error) error {
	giveBack, err := db.takeTurn(ctx)
	if err != nil {
		return err
	}
	defer giveBack()
	tx, err := db.begin(context.WithoutCancel(ctx), db.writer)
	if err != nil {
		return explain(err)
	}
	defer tx.rollback()
	write := &Tx{ReadTx: tx}
	if err := change(write); err != nil {
		return explain(err)
	}
	if err := write.unissued(); err != nil {
		return explain(err)
	}
	if err := tx.sql.Commit(); err != nil {
		return explain(fmt.Errorf("commit: %w", err))
	}
	db.subs.publish(write.changed)
	return nil
}

func (db *DB) takeTurn(ctx context.Context) (giveBack func(), err error) {
	select {
	case <-db.turn:
		return func() { db.turn <- struct{}{} }, nil
	case <-db.done:
		return nil, fault.New(fault.Unavailable, "errors_store.closed", nil)
	case <-ctx.Done():
		return nil, fmt.Errorf("wait to write: %w", ctx.Err())
	}
}

// View runs a function on one unchanging state of the database.
func (db *DB) View(ctx context.Context, read func(*ReadTx) error) error {
	tx, err := db.begin(ctx, db.readers)
	if err != nil {
		return explain(err)
	}
	defer tx.rollback()
	return explain(read(tx))
}

func (db *DB) begin(ctx context.Context, pool *sql.DB) (*ReadTx, error) {
	begun, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	return &ReadTx{ctx: ctx, db: db, sql: begun, now: db.now()}, nil
}
