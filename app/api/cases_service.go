package api

import (
	"context"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Cases is the service of cases: lists, the case page, and every command on them.
type Cases struct{ api *API }

// mostRows is the longest page of a list.
const mostRows = 200

// List returns a page of cases: by deadline for those that are open, the newest
// first for those that ended or that a text was searched in.
func (s *Cases) List(filter ListFilter) (Page, error) {
	return guard(s.api, "Cases.List", func(ctx context.Context) (Page, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) (Page, error) { return s.api.list(tx, filter) })
	})
}

func (a *API) list(tx *store.ReadTx, filter ListFilter) (Page, error) {
	page := Page{Rows: []Row{}}
	var found []store.CaseSummary
	var err error
	if text := strings.TrimSpace(filter.Text); text != "" {
		const most = 50
		found, err = tx.Search(text, most)
		page.Total = len(found)
	} else {
		narrowed := a.filterOf(filter.Tile)
		if filter.Stage != "" {
			narrowed.Stages = []returns.Stage{returns.Stage(filter.Stage)}
		}
		narrowed.OnHold, narrowed.Ended = narrowed.OnHold || filter.OnHold, filter.Ended
		narrowed.Offset, narrowed.Limit = max(filter.Offset, 0), min(max(filter.Limit, 1), mostRows)
		if page.Total, err = tx.CountCases(narrowed); err == nil {
			found, err = tx.Worklist(narrowed)
		}
	}
	for _, summary := range found {
		page.Rows = append(page.Rows, a.row(summary))
	}
	return page, err
}

// Get returns everything that the case page shows.
func (s *Cases) Get(id string) (CaseView, error) {
	return guard(s.api, "Cases.Get", func(ctx context.Context) (CaseView, error) { return s.api.caseView(ctx, returns.CaseID(id)) })
}

// FindSales lists the order lines that a code belongs to: an order number, an
// IMEI, a serial number, a tracking number.
func (s *Cases) FindSales(code string) ([]SaleView, error) {
	return guard(s.api, "Cases.FindSales", func(ctx context.Context) ([]SaleView, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) ([]SaleView, error) {
			found, err := tx.FindSold(code)
			views := []SaleView{}
			for _, sold := range found {
				views = append(views, saleView(sold.Sale))
			}
			return views, err
		})
	})
}

// command runs one command and returns the case as it is after it.
func (a *API) command(name, command, pin string, run func(ctx context.Context, order station.Order) (returns.CaseID, error)) (CaseView, error) {
	return guard(a, "Cases."+name, func(ctx context.Context) (CaseView, error) {
		order, err := a.order(command, pin)
		if err != nil {
			return CaseView{}, err
		}
		id, err := run(ctx, order)
		if err != nil {
			return CaseView{}, err
		}
		return a.caseView(ctx, id)
	})
}

// Request opens a case by hand for an order that no marketplace told us of.
func (s *Cases) Request(command string, form RequestForm) (CaseView, error) {
	return s.api.command("Request", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		delivered, err := s.api.given(form.Delivered, "delivered")
		if err != nil {
			return "", err
		}
		return s.api.station.Request(ctx, order, station.HandRequest{
			Sale: returns.Sale{
				OrderRef: strings.TrimSpace(form.OrderRef), LineRef: "1", Title: strings.TrimSpace(form.Title), Category: form.Category,
				IMEI: returns.NormaliseIMEI(form.IMEI), Serial: returns.NormaliseSerial(form.Serial), Paid: returns.Money(form.Paid),
				Shipping: returns.Money(form.Shipping), Locale: form.Language, Country: strings.ToUpper(form.Country), Quantity: 1,
				Region: firstOf(form.PostCode),
			},
			Kind: returns.ClaimKind(form.Claim), Wish: returns.Wish(form.Wish), Text: form.Text, Customer: personOf(form), DeliveredAt: delivered,
		})
	})
}

// firstOf is the part of a postal code that the calendars need.
func firstOf(postCode string) string {
	runes := []rune(strings.TrimSpace(postCode))
	return string(runes[:min(3, len(runes))])
}

func personOf(form RequestForm) store.Person {
	first, last, _ := strings.Cut(strings.TrimSpace(form.Name), " ")
	return store.Person{
		FirstName: first, LastName: last, Email: form.Email, Phone: form.Phone, Street: form.Street, PostalCode: form.PostCode,
		City: form.City, Country: strings.ToUpper(form.Country), Language: form.Language,
	}
}

// RequestFromSale opens a case by hand for an order of the marketplace.
func (s *Cases) RequestFromSale(command, account, orderRef, lineRef string, form RequestForm) (CaseView, error) {
	return s.api.command("RequestFromSale", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		sold, err := s.api.sold(ctx, account, orderRef, lineRef)
		if err != nil {
			return "", err
		}
		delivered, err := s.api.given(form.Delivered, "delivered")
		if err != nil {
			return "", err
		}
		return s.api.station.Request(ctx, order, station.HandRequest{
			Sale: sold.Sale, Kind: returns.ClaimKind(form.Claim), Wish: returns.Wish(form.Wish), Text: form.Text,
			Customer: sold.Customer, DeliveredAt: delivered,
		})
	})
}

func (a *API) sold(ctx context.Context, account, orderRef, lineRef string) (store.Sold, error) {
	sold, err := read(ctx, a, func(tx *store.ReadTx) (store.Sold, error) { return tx.Sold(account, orderRef, lineRef) })
	if fault.Is(err, fault.NotFound) {
		return sold, fault.Wrap(err, fault.NotFound, "errors_api.no_sale", nil).At("order")
	}
	return sold, err
}

// OpenFromSale gives an unknown parcel the sale that it comes from.
func (s *Cases) OpenFromSale(command, id, account, orderRef, lineRef string) (CaseView, error) {
	return s.api.command("OpenFromSale", command, "", func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		sold, err := s.api.sold(ctx, account, orderRef, lineRef)
		if err != nil {
			return "", err
		}
		return s.api.station.OpenFromSale(ctx, order, returns.CaseID(id), sold.Sale, sold.Customer)
	})
}
