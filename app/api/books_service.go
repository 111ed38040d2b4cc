package api

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/sheet"
	"revient/app/store"
)

// Books is the service of the workshop's books: closings, the table for the
// accountant, and what the marketplace says it paid.
type Books struct{ api *API }

// shownClosings is how many closings are listed.
const shownClosings = 60

// Today is what a closing taken now would say, and the closings before it.
func (s *Books) Today() (DayView, error) { return guard(s.api, "Books.Today", s.api.dayView) }

// Close closes the day, and returns the next one.
func (s *Books) Close(command, pin string) (DayView, error) {
	return guard(s.api, "Books.Close", func(ctx context.Context) (DayView, error) {
		order, err := s.api.order(command, pin)
		if err != nil {
			return DayView{}, err
		}
		if err := s.api.station.CloseDay(ctx, order); err != nil {
			return DayView{}, err
		}
		return s.api.dayView(ctx)
	})
}

func (a *API) dayView(ctx context.Context) (DayView, error) {
	day, err := a.station.Today(ctx)
	if err != nil {
		return DayView{}, err
	}
	taken, err := a.station.Closings(ctx, 0, shownClosings+1)
	if err != nil {
		return DayView{}, err
	}
	view := DayView{
		Previous: day.Previous, Nothing: day.Nothing, Outcomes: outcomeRows(day.Totals.Period), States: stateRows(day.Totals),
		Made: stateRow("", day.Totals, store.RefundTotal.Paid), Numbers: []NumbersRow{}, Unsure: []UnsureRow{},
		Head: day.Head, Entries: day.ToRow, Closings: []ClosingRow{}, More: len(taken) > shownClosings,
	}
	for _, used := range day.Numbers {
		view.Numbers = append(view.Numbers, NumbersRow(used))
	}
	for _, unsure := range day.Unsure {
		view.Unsure = append(view.Unsure, UnsureRow{
			Case: string(unsure.CaseID), Number: unsure.Number, Title: unsure.Title, Amount: money(unsure.Amount), Since: instant(unsure.Since),
		})
	}
	names, err := a.names(ctx)
	if err != nil {
		return view, err
	}
	for _, closing := range taken[:min(len(taken), shownClosings)] {
		view.Closings = append(view.Closings, ClosingRow{
			Number: closing.Number, At: instant(closing.At), By: names[closing.Actor], Head: closing.Head,
			Made: bookTotal(closing.Totals.Period, store.RefundTotal.Paid),
		})
	}
	if len(taken) > 0 {
		view.Since = instant(taken[0].At)
	}
	return view, nil
}

// names are those of everybody who works here or has worked here.
func (a *API) names(ctx context.Context) (map[returns.OperatorID]string, error) {
	return read(ctx, a, func(tx *store.ReadTx) (map[returns.OperatorID]string, error) {
		operators, err := tx.Operators()
		names := map[returns.OperatorID]string{}
		for _, operator := range operators {
			names[operator.ID] = operator.Name
		}
		return names, err
	})
}

func outcomeRows(totals store.Totals) []OutcomeRow {
	rows := []OutcomeRow{}
	for _, decided := range totals.Decisions {
		of := func(states ...returns.RefundState) BookTotal {
			return bookTotal(totals, func(r store.RefundTotal) bool {
				return r.Outcome == decided.Outcome && slices.Contains(states, r.State)
			})
		}
		rows = append(rows, OutcomeRow{
			Outcome: string(decided.Outcome), Decided: int(decided.Count), Granted: of(returns.RefundIsApproved),
			Made: of(returns.RefundIsConfirmed, returns.RefundDoneByHand, returns.RefundAlreadyRefunded),
		})
	}
	return rows
}

// stateRows lists the states that a refund reached, in the order of its life.
func stateRows(totals store.ClosingTotals) []StateRow {
	rows := []StateRow{}
	for _, state := range []returns.RefundState{
		returns.RefundIsApproved, returns.RefundIsConfirmed, returns.RefundDoneByHand, returns.RefundAlreadyRefunded, returns.RefundIsRejected,
	} {
		rows = append(rows, stateRow(string(state), totals, func(r store.RefundTotal) bool { return r.State == state }))
	}
	return rows
}

func stateRow(state string, totals store.ClosingTotals, counts func(store.RefundTotal) bool) StateRow {
	return StateRow{State: state, Today: bookTotal(totals.Period, counts), Year: bookTotal(totals.Year, counts), Perpetual: bookTotal(totals.Perpetual, counts)}
}

func bookTotal(totals store.Totals, counts func(store.RefundTotal) bool) BookTotal {
	total := BookTotal{Sums: []BookSum{}}
	for _, refund := range totals.Refunds {
		if !counts(refund) {
			continue
		}
		total.Count += int(refund.Count)
		i := slices.IndexFunc(total.Sums, func(s BookSum) bool { return s.Item.Currency == refund.Currency })
		if i < 0 {
			i = len(total.Sums)
			total.Sums = append(total.Sums, BookSum{Item: Money{Currency: refund.Currency}, Shipping: Money{Currency: refund.Currency}})
		}
		total.Sums[i].Item.Minor += refund.Item
		total.Sums[i].Shipping.Minor += refund.Shipping
	}
	return total
}

// closing serves the page of a closing: GET /media/closings/{number}.
func (a *API) closing(w http.ResponseWriter, r *http.Request) {
	number := r.PathValue("number")
	pdf, err := a.station.ClosingPDF(r.Context(), number)
	if err != nil {
		a.refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Header().Set("Content-Disposition", "inline")
	w.Header().Set("Cache-Control", "private, no-store")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(pdf))
}

// accounts serves a month for the accountant: GET /media/accounts/2026-11.xlsx, or
// .csv with the receipts and corrections alone.
func (a *API) accounts(w http.ResponseWriter, r *http.Request) {
	name, format, _ := strings.Cut(r.PathValue("file"), ".")
	month, err := time.Parse("2006-01", name)
	if err != nil || format != "csv" && format != "xlsx" {
		a.refuse(w, fault.New(fault.NotFound, "errors_closing.month", nil))
		return
	}
	refunds, notices, err := a.station.AccountsOf(r.Context(), month.Year(), month.Month())
	if err != nil {
		a.refuse(w, err)
		return
	}
	var out bytes.Buffer
	kind := "text/csv; charset=utf-8"
	if format == "csv" {
		err = sheet.WriteCSV(&out, refunds, sheet.CSV{})
	} else {
		kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		err = sheet.WriteWorkbook(&out, refunds, notices)
	}
	if err != nil {
		a.refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", `attachment; filename="remboursements-`+month.Format("2006-01")+"."+format+`"`)
	w.Header().Set("Cache-Control", "private, no-store")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(out.Bytes()))
}
