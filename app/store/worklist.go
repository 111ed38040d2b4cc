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
	ToPutAway bool      // The device is not put away and nothing is left to decide.
	DueBefore time.Time // Zero means whenever.
	Ended     bool      // Cases that are over, in the place of the open ones; the newest first.

	Claims        []returns.ClaimKind   // Any of them.
	Places        []returns.Place       // Any of them.
	Bin           string                // Capitals do not matter.
	Outcomes      []returns.Outcome     // Any of them.
	Money         []returns.RefundState // Any of them; of a case with several refunds, the one that needs somebody most.
	Proofs        []returns.ProofState  // Any of them.
	Approval      bool                  // A second person must approve the decision.
	WaitsCustomer bool                  // The customer must answer.
	Promised      bool                  // A promise to the customer is open.
	PromiseBefore time.Time             // One is due before then; zero means whenever.

	Offset int
	Limit  int // 0 means 100.
}

// Worklist lists cases by deadline, the most pressing first, and those that
// nobody waits for last. What is due at the same time stands in the order in which
// it was asked.
func (tx *ReadTx) Worklist(filter WorklistFilter) ([]CaseSummary, error) {
	where, args := filter.where()
	// The page is found in the index alone; only its own rows are then read.
	from, order := "cases c INDEXED BY cases_open ", " ORDER BY c.sort_at, c.requested_at, c.row"
	if filter.Ended {
		from, order = "cases c INDEXED BY cases_ended ", " ORDER BY c.row DESC"
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
	for _, choice := range []struct {
		column string
		values []string
	}{
		{"stage", texts(filter.Stages)}, {"account", given(filter.Account)}, {"claim", texts(filter.Claims)}, {"place", texts(filter.Places)},
		{"bin", given(filter.Bin)}, {"outcome", texts(filter.Outcomes)}, {"money", texts(filter.Money)}, {"proof", texts(filter.Proofs)},
	} {
		if len(choice.values) == 0 {
			continue
		}
		where += " AND c." + choice.column + " IN (" + placesFor(len(choice.values)) + ")"
		for _, value := range choice.values {
			args = append(args, value)
		}
	}
	for _, flag := range []struct {
		wanted    bool
		condition string
	}{
		{filter.OnHold, "c.hold <> ''"}, {filter.Asks, "c.asks = 1"}, {filter.NotAway, "c.away = 0"},
		{filter.ToPutAway, "c.away = 0 AND (c.settled = 1 OR c.stage = 'executing')"},
		{filter.Approval, "c.approval = 1"}, {filter.WaitsCustomer, "c.waits_customer = 1"},
		{filter.Promised, "c.promise_at IS NOT NULL"},
	} {
		if flag.wanted {
			where += " AND " + flag.condition
		}
	}
	if !filter.PromiseBefore.IsZero() {
		where += " AND c.promise_at < ?"
		args = append(args, filter.PromiseBefore.UnixMilli())
	}
	if !filter.DueBefore.IsZero() {
		where += " AND c.sort_at < ?"
		args = append(args, filter.DueBefore.UnixMilli())
	}
	return where, args
}
