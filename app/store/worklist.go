package store

import (
	"slices"
	"strings"
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
	Unsettled     bool                  // The customer has not got what is theirs.
	Unanswered    bool                  // A request that waits for our word; in the order in which they came.

	// Now puts what is late first, then money of which nobody knows, then the rest;
	// zero orders by deadline alone.
	Now time.Time

	Offset int
	Limit  int // 0 means 100.
}

// Worklist lists cases in the order in which a delay costs money. First what is
// late: its costs have begun (C. conso. L242-4), the oldest first. Then money of
// which nobody knows whether it left, because a second look is all that keeps it from
// going twice or not at all. Then what is due, by its limit, the larger amount first
// where several end with the same day. Those that nobody waits for come last.
//
// Without a Now it lists by limit alone, and what has ended by age.
func (tx *ReadTx) Worklist(filter WorklistFilter) ([]CaseSummary, error) {
	limit, offset := filter.Limit, filter.Offset
	if limit <= 0 {
		limit = 100
	}
	found := []CaseSummary{}
	parts := filter.parts()
	for i, part := range parts {
		page, err := tx.page(part, limit-len(found), offset)
		if err != nil {
			return nil, err
		}
		found = append(found, page...)
		if len(found) >= limit || i == len(parts)-1 {
			break
		}
		if len(page) > 0 || offset == 0 {
			offset = 0
			continue
		}
		passed, err := tx.count(part)
		if err != nil {
			return nil, err
		}
		offset -= passed
	}
	return found, nil
}

// A part is a stretch of the worklist that one index holds in order.
type part struct {
	index string
	where string
	args  []any
	order string
}

// The orders of the worklist.
const (
	byLimit   = " ORDER BY c.sort_at, c.at_stake DESC, c.requested_at, c.row"
	byRequest = " ORDER BY c.requested_at, c.row"
	byAge     = " ORDER BY c.row DESC"
)

// parts cuts the worklist where its order changes.
func (filter WorklistFilter) parts() []part {
	where, args := filter.where()
	switch {
	case filter.Ended:
		return []part{{"cases_ended", where, args, byAge}}
	case filter.Unanswered:
		return []part{{"cases_asked", where, args, byRequest}}
	case filter.Now.IsZero():
		return []part{{"cases_open", where, args, byLimit}}
	}
	now := filter.Now.UnixMilli()
	with := func(index, condition string) part {
		return part{index, where + condition, append(slices.Clone(args), now), byLimit}
	}
	return []part{
		with("cases_open", " AND c.sort_at <= ?"),
		with("cases_asking", " AND c.asks = 1 AND c.sort_at > ?"),
		with("cases_open", " AND c.asks = 0 AND c.sort_at > ?"),
	}
}

// page reads a stretch of one part. It is found in the index alone; only its own rows
// are then read.
func (tx *ReadTx) page(p part, limit, offset int) ([]CaseSummary, error) {
	page := "WITH page AS MATERIALIZED (SELECT c.row FROM cases c INDEXED BY " + p.index + " " + p.where + p.order + " LIMIT ? OFFSET ?) "
	return list(tx, "read worklist", scanSummary, page+selectSummary+"WHERE c.row IN (SELECT row FROM page)"+p.order, append(p.args, limit, offset)...)
}

func (tx *ReadTx) count(p part) (int, error) {
	return one(tx, "count a part of the worklist", func(row scanner) (n int, err error) { return n, row.Scan(&n) },
		"SELECT count(*) FROM cases c INDEXED BY "+p.index+" "+p.where, p.args...)
}

// CountCases counts what Worklist would list without a limit.
func (tx *ReadTx) CountCases(filter WorklistFilter) (int, error) {
	where, args := filter.where()
	return one(tx, "count cases", func(row scanner) (n int, err error) { return n, row.Scan(&n) },
		"SELECT count(*) FROM cases c "+where, args...)
}

// CountLists counts open cases by several filters in one walk.
func (tx *ReadTx) CountLists(filters []WorklistFilter) ([]int, error) {
	columns, args := []string{}, []any{}
	for _, filter := range filters {
		where, given := filter.where()
		columns = append(columns, "count(*) FILTER ("+where+")")
		args = append(args, given...)
	}
	if len(columns) == 0 {
		return nil, nil
	}
	return one(tx, "count lists", func(row scanner) ([]int, error) {
		counts := make([]int, len(columns))
		into := make([]any, len(columns))
		for i := range counts {
			into[i] = &counts[i]
		}
		return counts, row.Scan(into...)
	}, "SELECT "+strings.Join(columns, ", ")+" FROM cases c INDEXED BY cases_open WHERE c.open = 1", args...)
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
		{filter.Promised, "c.promise_at IS NOT NULL"}, {filter.Unsettled, "c.settled = 0"},
		{filter.Unanswered, "c.stage = 'requested' AND c.waits_customer = 0"},
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
