package api

import (
	"context"
	"slices"
	"time"

	"revient/app/returns"
	"revient/app/store"
)

// The lists that cut the worklist. Some of them are tiles of the start screen.
const (
	listLate         = "late"
	listToday        = "today"
	listToAnswer     = "to_answer"
	listToInspect    = "to_inspect"
	listRefundToday  = "refund_today"
	listToRefund     = "to_refund"
	listApprovals    = "approvals"
	listUnknownMoney = "unknown_money"
	listHold         = "hold"
	listCustomer     = "waiting_customer"
	listToPutAway    = "to_put_away"
	listExpected     = "expected"
	listLost         = "lost"
)

// lists are the parts of the worklist that a lead looks through, in the order of the
// day.
func lists() []string {
	return []string{
		listLate, listToday, listToAnswer, listToInspect, listToRefund, listApprovals, listUnknownMoney, listHold, listCustomer,
		listToPutAway, listExpected, listLost,
	}
}

// filterOf is the list that a code names; any other code is every open case. The most
// pressing comes first, by the station's clock.
func (a *API) filterOf(list string) store.WorklistFilter {
	now := a.station.Now().In(a.station.Zone())
	// What ends with the day ends at its midnight, which is still today's.
	tonight := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, int(time.Millisecond), now.Location())
	arrived := []returns.Stage{returns.Received, returns.Inspecting, returns.Deciding}
	filter := store.WorklistFilter{Now: now}
	switch list {
	case listLate:
		filter.DueBefore = now
	case listToday:
		filter.DueBefore = tonight
	case listRefundToday:
		filter.DueBefore, filter.Stages = tonight, arrived
	case listToAnswer:
		filter.Unanswered = true
	case listToInspect:
		filter.Stages = []returns.Stage{returns.Received, returns.Inspecting, returns.Unidentified}
	case listToRefund:
		filter.Stages, filter.Unsettled = append(slices.Clone(arrived), returns.Executing), true
	case listApprovals:
		filter.Approval = true
	case listUnknownMoney:
		filter.Money = []returns.RefundState{returns.RefundIsUnknown}
	case listHold:
		filter.OnHold = true
	case listCustomer:
		filter.WaitsCustomer = true
	case listToPutAway:
		filter.ToPutAway, filter.Places = true, returns.Shelves()
	case listExpected:
		filter.Stages = []returns.Stage{returns.Awaiting}
	case listLost:
		filter.Stages = []returns.Stage{returns.Lost}
	}
	return filter
}

// ListCount is a list with how many cases are in it. Its words are work.list.<code>.
type ListCount struct {
	Code  string `json:"code"`
	Count int    `json:"count"`
}

// Lists counts every list of the worklist at once.
func (s *Cases) Lists() ([]ListCount, error) {
	return guard(s.api, "Cases.Lists", func(ctx context.Context) ([]ListCount, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) ([]ListCount, error) {
			filters := []store.WorklistFilter{}
			for _, code := range lists() {
				filters = append(filters, s.api.filterOf(code))
			}
			counts, err := tx.CountLists(filters)
			if err != nil {
				return nil, err
			}
			counted := []ListCount{}
			for i, code := range lists() {
				counted = append(counted, ListCount{Code: code, Count: counts[i]})
			}
			return counted, nil
		})
	})
}
