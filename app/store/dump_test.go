package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"revient/app/store"
)

// dump reads every row of the tables of a database, for comparison.
func dump(tb testing.TB, dir string, tables ...string) map[string][]string {
	tb.Helper()
	pool, err := sql.Open("sqlite", "file:"+filepath.Join(dir, store.FileName)+"?mode=ro")
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = pool.Close() }()
	dumped := map[string][]string{}
	for _, table := range tables {
		rows, err := pool.QueryContext(context.Background(), "SELECT * FROM "+table)
		if err != nil {
			tb.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			tb.Fatal(err)
		}
		dumped[table] = []string{}
		for rows.Next() {
			values, places := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				places[i] = &values[i]
			}
			if err := rows.Scan(places...); err != nil {
				tb.Fatal(err)
			}
			line := []string{}
			for i, column := range columns {
				line = append(line, fmt.Sprintf("%s=%s", column, fmt.Sprint(values[i])))
			}
			dumped[table] = append(dumped[table], strings.Join(line, "|"))
		}
		if err := rows.Err(); err != nil {
			tb.Fatal(err)
		}
		if err := rows.Close(); err != nil {
			tb.Fatal(err)
		}
		slices.Sort(dumped[table])
	}
	return dumped
}

var (
	projections = []string{"cases", "case_codes", "refunds", "search", "search_words", "search_codes"}
	ledgers     = []string{
		"station", "journal", "commands", "outbox", "outbox_after", "lane_pauses", "series", "documents", "reprints", "persons", "texts",
		"messages", "settings", "operators", "accounts", "cursors", "remote_objects", "remote_link", "media_files", "scans", "sales",
		"units", "bins", "imports", "sold_units", "closings", "pin_attempts", "secrets", "payouts", "payout_lines",
	}
)
