package api

import (
	"time"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// instant writes a time as the screens read it; "" for one that is not known.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

func money(m returns.Money) Money { return Money(m) }

func moment(m returns.Moment) Moment {
	return Moment{At: instant(m.At), Zone: m.Zone, Precision: string(m.Precision), Source: string(m.Source)}
}

// clockTime is how a screen's field writes a day with its hour and minute.
const clockTime = "2006-01-02T15:04"

// given reads an instant, or a day on which something happened, as a person
// enters it: by the clock of the workshop, whatever the machine's own zone is.
func (a *API) given(written, field string) (returns.Moment, error) {
	if written == "" {
		return returns.Moment{}, nil
	}
	zone := a.station.Zone()
	if day, err := time.ParseInLocation(time.DateOnly, written, zone); err == nil {
		return returns.Moment{At: day.UTC(), Zone: zone.String(), Precision: returns.ToTheDay, Source: returns.FromOperator}, nil
	}
	if at, err := time.ParseInLocation(clockTime, written, zone); err == nil {
		return returns.At(at, zone.String(), returns.FromOperator), nil
	}
	at, err := time.Parse(time.RFC3339Nano, written)
	if err != nil {
		return returns.Moment{}, fault.Wrap(err, fault.Invalid, "errors_station.date", nil).At(field)
	}
	return returns.At(at, zone.String(), returns.FromOperator), nil
}

// due is the next deadline of a case in a list.
func (a *API) due(summary store.CaseSummary) *Due {
	if summary.DueAt.IsZero() {
		return nil
	}
	due, owed := a.station.DueOf(summary)
	if !owed {
		return nil
	}
	return dueView(due, a.station.Now())
}

func dueView(due policy.Due, now time.Time) *Due {
	next := due.Next(now)
	return &Due{Rule: string(next.Rule), At: instant(next.At), Last: next.Last().String(), Tone: string(due.Tone(now))}
}

func (a *API) row(s store.CaseSummary) Row {
	return Row{
		ID: string(s.ID), Number: s.Number, Title: s.Title, Stage: string(s.Stage), Claim: string(s.Claim), Wish: string(s.Wish), Customer: s.Customer, Erased: s.Erased,
		OrderRef: s.OrderRef, IMEI: s.IMEI, Serial: s.Serial, Hold: s.Hold, Identity: string(s.Identity), Due: a.due(s), Settled: s.Settled,
		Away: s.Away, AsksPerson: s.AsksPerson, Waits: s.WaitsFor, Approval: s.Approval, Policy: s.Policy, UpdatedAt: instant(s.UpdatedAt),
	}
}

// rowOf is the row of one case.
func (a *API) rowOf(tx *store.ReadTx, id returns.CaseID) (Row, error) {
	summary, err := tx.CaseSummary(id)
	return a.row(summary), err
}

func saleView(s returns.Sale) SaleView {
	return SaleView{
		OrderRef: s.OrderRef, LineRef: s.LineRef, SKU: s.SKU, Title: s.Title, Category: s.Category, Grade: s.Grade, IMEI: s.IMEI,
		Serial: s.Serial, Paid: money(s.Paid), Shipping: money(s.Shipping), SoldAt: moment(s.SoldAt), ShippedAt: moment(s.ShippedAt),
		Country: s.Country, Account: s.Account,
	}
}
