package store

import (
	"time"

	"revient/app/returns"
)

// WorklistFilter narrows the worklist; its zero value is every open case.
type WorklistFilter struct {
	Stages    []returns.Stage // Any of them; none means every stage.
	Account   string
	OnHold    bool
	Asks      bool      // Somebody must look up a refund's outcome.
	NotAway   bool      // The device is not put away.
	DueBefore time.Time // Zero means whenever.
	Ended     bool      // Cases that are over, in the place of the open ones; the newest first.
	Offset    int
	Limit     int // 0 means 100.
}

// Worklist lists cases by deadline, the most pressing first, and those that
// nobody waits for last. What is due at the same time stands in the order in which
// it was asked.
func (tx *ReadTx) Worklist(filter WorklistFilter) ([]CaseSummary, error) {
	where, args := filter.where()
	// The page is found in the index alone; only its own rows are then read.
	from, order := "cases c INDEXED BY cases_open ", " ORDER BY c.sort_at, c.requested_at, c.row"
	if filter.Ended {
		from, order = "cases c ", " ORDER BY c.row DESC"
	}
	page := "WITH page AS MATERIALIZED (SELECT c.row FROM " + from + where + order + " LIMIT ? OFFSET ?) "
	limit := filter.Limit
	if limit <= 0 {
		limit = 100
	}
	return list(tx, "read worklist", scanSummary, page+selectSummary+"WHERE c.row IN (SELECT row FROM page)"+order, append(args, limit, filter.Offset)...)
}

// CountCases counts what Worklist would list without a limit.
func (tx *ReadTx) CountCases(filter WorklistFilter) (int, error) {
	where, args := filter.where()
	return one(tx, "count cases", func(row scanner) (n int, err error) { return n, row.Scan(&n) },
		"SELECT count(*) FROM cases c "+where, args...)
}

func (filter WorklistFilter) where() (where string, args []any) {
	where, args = "WHERE c.open = 1", []any{}
	if filter.Ended {
		where = "WHERE c.open = 0"
	}
	if len(filter.Stages) > 0 {
		where += " AND c.stage IN (" + placesFor(len(filter.Stages)) + ")"
		for _, stage := range filter.Stages {
			args = append(args, string(stage))
		}
	}
	if filter.Account != "" {
		where += " AND c.account = ?"
		args = append(args, filter.Account)
	}
	if filter.OnHold {
		where += " AND c.hold <> ''"
	}
	if filter.Asks {
		where += " AND c.asks = 1"
	}
	if filter.NotAway {
		where += " AND c.away = 0"
	}
	if !filter.DueBefore.IsZero() {
		where += " AND c.sort_at < ?"
		args = append(args, filter.DueBefore.UnixMilli())
	}
	return where, args
}
