package store

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"reflect"
	"strings"

	"revient/app/returns"
)

// foldRevision rises when cases are folded otherwise than before although
// neither their fields nor the columns changed: a rule of Apply or a column's
// meaning.
const foldRevision = 1

// projectionShape is by which shape this version writes the projections: a
// number made of the fields of a case, in their order, of the columns, and of
// foldRevision. Whoever adds a field need not think of it.
func projectionShape() int64 {
	digest := fnv.New64a()
	describe(digest, reflect.TypeFor[returns.Case](), map[reflect.Type]bool{})
	for _, columns := range []string{caseColumns, codeColumns, refundColumns, searchColumns} {
		fmt.Fprintln(digest, strings.Join(strings.Fields(columns), " "))
	}
	fmt.Fprintln(digest, foldRevision)
	return int64(digest.Sum64() >> 1) //nolint:gosec // One bit less, so that it stays positive.
}

// describe writes the fields of a type as JSON would hold them.
func describe(out io.Writer, t reflect.Type, seen map[reflect.Type]bool) {
	fmt.Fprint(out, t.Kind(), " ")
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		describe(out, t.Elem(), seen)
	case reflect.Map:
		describe(out, t.Key(), seen)
		describe(out, t.Elem(), seen)
	case reflect.Struct:
		if seen[t] {
			fmt.Fprint(out, t.Name())
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			field := t.Field(i)
			if !field.IsExported() {
				continue // A time is written by its own hand.
			}
			fmt.Fprint(out, field.Name, " ", field.Tag.Get("json"), " ")
			describe(out, field.Type, seen)
		}
	default:
	}
}

// settleShape rebuilds the projections of a database that another version wrote.
// Whoever does not know the deadlines leaves that to who does: it would lose them.
func (db *DB) settleShape(ctx context.Context) error {
	var held int64
	var written bool
	if err := db.writer.QueryRowContext(ctx, "SELECT shape, EXISTS (SELECT 1 FROM journal) FROM station").Scan(&held, &written); err != nil {
		return fmt.Errorf("read shape of projections: %w", err)
	}
	shape := projectionShape()
	if held == shape || written && !db.knowsDue {
		return nil
	}
	if !written {
		if _, err := db.writer.ExecContext(ctx, "UPDATE station SET shape = ?", shape); err != nil {
			return fmt.Errorf("note shape of projections: %w", err)
		}
		return nil
	}
	started := db.now()
	if err := db.Rebuild(ctx); err != nil {
		return fmt.Errorf("rebuild for another shape: %w", err)
	}
	db.log.Info("rebuilt the projections from the journal: another version had written them",
		"was", held, "shape", shape, "took", db.now().Sub(started))
	return nil
}

// shaped reports whether the projections are of this version's shape.
func (tx *ReadTx) shaped() (bool, error) {
	return one(tx, "read shape of projections", func(row scanner) (same bool, err error) { return same, row.Scan(&same) },
		"SELECT shape = ? FROM station", projectionShape())
}
