package station

import (
	"cmp"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/paper"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// printed gathers what every document of a case shows.
type printed struct {
	station  *Station
	c        returns.Case
	lang     text.Language
	now      time.Time // In the workshop's zone.
	workshop Workshop
	customer store.Person
	sold     store.SoldUnit // What left with the order line, where the workshop's files say it.
	words    string         // What the customer asked and why.
	names    map[returns.OperatorID]string
}

func (t *turn) printed(c returns.Case, lang text.Language) (printed, error) {
	return t.station.printed(t.ReadTx, c, lang)
}

func (s *Station) printed(tx *store.ReadTx, c returns.Case, lang text.Language) (printed, error) {
	p := printed{
		station: s, c: c, lang: lang, now: tx.Now().In(s.Zone()), workshop: s.workshop(tx),
		words: text.T(lang, "messages.claim."+string(c.Claim.Kind), nil),
	}
	operators, err := tx.Operators()
	if err != nil {
		return p, err
	}
	p.names = map[returns.OperatorID]string{}
	for _, operator := range operators {
		p.names[operator.ID] = operator.Name
	}
	if p.sold, err = soldWith(tx, c); err != nil {
		return p, err
	}
	if c.Customer.ID == "" {
		return p, nil
	}
	customer, err := tx.Person(c.Customer.ID)
	if err != nil && !fault.Is(err, fault.NotFound) { // One who was erased has no name to print.
		return p, err
	}
	p.customer = customer
	return p, nil
}

func (p printed) sheet() paper.Sheet {
	return paper.Sheet{Language: p.lang, Issued: p.now, Sample: p.station.sample, Specimen: p.station.training}
}

func (p printed) seller() paper.Seller {
	return paper.Seller{Address: p.workshopAddress(), SIREN: p.workshop.SIREN, VAT: p.workshop.VAT}
}

func (p printed) customerAddress() paper.Address {
	person := p.customer
	return paper.Address{Name: person.Name(), Lines: filled(
		person.Street, person.Street2, strings.TrimSpace(person.PostalCode+" "+person.City), p.abroad(person.Country))}
}

func (p printed) workshopAddress() paper.Address {
	w := p.workshop
	return paper.Address{Name: w.Name, Lines: filled(w.Street, strings.TrimSpace(w.PostalCode+" "+w.City), p.abroad(w.Country))}
}

// abroad names a country on an address, in the document's language. A parcel that
// stays in its country needs none.
func (p printed) abroad(country string) string {
	if p.customer.Country == "" || strings.EqualFold(p.customer.Country, p.workshop.Country) {
		return ""
	}
	return text.Country(p.lang, country)
}

func (p printed) device() paper.Device {
	device := paper.Device{IMEI: p.c.Identity.IMEI, Serial: p.c.Identity.Serial}
	if p.c.Sale != nil {
		device.Model = p.c.Sale.Title
		if device.IMEI == "" && device.Serial == "" {
			device.IMEI, device.Serial = p.c.Sale.IMEI, p.c.Sale.Serial
		}
	}
	return device
}

func (p printed) order() paper.Order {
	if p.c.Sale == nil {
		return paper.Order{}
	}
	order := paper.Order{Number: p.c.Sale.OrderRef, Marketplace: "Back Market", Invoice: cmp.Or(p.c.Sale.Invoice, p.sold.Invoice)}
	if order.Invoice == p.sold.Invoice && !p.sold.InvoiceAt.IsZero() {
		order.Invoiced = p.sold.InvoiceAt // A civil day, kept as its midnight in UTC.
	}
	if p.c.Sale.Account == "" {
		order.Marketplace = ""
	}
	if p.c.Sale.SoldAt.Known() {
		order.Placed = p.c.Sale.SoldAt.At.In(location(p.c.Sale.SoldAt.Zone))
	}
	return order
}

// slip tells the customer the dates of a parcel that leaves within a week.
func (p printed) slip() paper.ReturnSlip {
	const toDropOff, toArrive = 7, 3 // Days: the week that the customer has, the carrier's usual time.
	slip := paper.ReturnSlip{
		Sheet: p.sheet(), Seller: p.seller(), ReturnTo: p.workshopAddress(), Case: p.c.Number, Customer: p.customer.Name(),
		Order: p.order(), Device: p.device(), Claim: p.words,
		DropOff: p.now.AddDate(0, 0, toDropOff), Arrival: p.now.AddDate(0, 0, toDropOff+toArrive),
	}
	rules := p.station.policyOf(p.c)
	arrived := policy.Inputs{Event: policy.At(slip.Arrival), Place: *p.station.place.Load()}
	if aim, err := rules.Deadline(rules.RefundTarget, arrived); err == nil {
		slip.Inspected = aim.Last().Time()
	}
	if limit, err := rules.Deadline(rules.RefundLimit, arrived); err == nil {
		slip.Settled = limit.Last().Time()
	}
	return slip
}

func (p printed) label() paper.ReturnLabel {
	return paper.ReturnLabel{Sheet: p.sheet(), Case: p.c.Number, From: p.customerAddress(), To: p.workshopAddress(), Order: p.order(), Device: p.device()}
}

func (p printed) deviceLabel() paper.DeviceLabel {
	received := p.now
	if p.c.Reception != nil {
		received = p.c.Reception.Arrived.At.In(location(p.c.Reception.Arrived.Zone))
	}
	return paper.DeviceLabel{Sheet: p.sheet(), Case: p.c.Number, Device: p.device(), Received: received, Claim: p.words}
}

// refund is what the papers of one refund share. What was refunded for the device
// before is shown, so that the page adds up.
func (p printed) refund(refund returns.Refund, number string) paper.Refund {
	body := paper.Refund{
		Sheet: p.sheet(), Number: number, Seller: p.seller(), Customer: p.customerAddress(), Case: p.c.Number, Order: p.order(),
		Device: p.device(), Item: refund.Item, Shipping: refund.Shipping, Route: paper.OriginalMeans, Margin: p.workshop.Margin,
	}
	if refund.Method == returns.ToMarketplaceWallet {
		body.Route = paper.MarketplaceAccount
	}
	for _, deduction := range refund.Deductions {
		body.Deductions = append(body.Deductions, paper.Deduction{
			Part: text.T(p.lang, "catalog.part."+deduction.Part, nil), Finding: p.defect(deduction.Finding), Amount: deduction.Amount,
		})
	}
	if len(body.Deductions) > 0 && p.c.Sale != nil {
		body.Paid, body.Earlier = p.c.Sale.Paid, p.earlier(refund)
	}
	if p.c.Decision != nil && p.c.Decision.Outcome == returns.KeptByCustomer && p.c.Decision.Refund == refund.ID {
		body.Reason = text.T(p.lang, "messages.kept", nil)
	}
	return body
}

// earlier is what else was kept from the price besides this refund's deductions: what
// the customer was refunded for the device before.
func (p printed) earlier(refund returns.Refund) returns.Money {
	left := p.c.Sale.Paid.Minor - refund.Item.Minor
	for _, deduction := range refund.Deductions {
		left -= deduction.Amount.Minor
	}
	return returns.Money{Minor: left, Currency: p.c.Sale.Paid.Currency}
}

// visible is the last day on which the customer sees money that was accepted then.
func (p printed) visible(accepted returns.Moment) time.Time {
	deadline, err := p.station.CreditBy(p.c, accepted)
	if err != nil {
		return time.Time{} // A country without a calendar has no such date.
	}
	return deadline.Last().Time()
}

func (p printed) notice(refund returns.Refund, number string) paper.RefundNotice {
	body := p.refund(refund, number)
	body.Visible = p.visible(refund.ApprovedAt)
	return paper.RefundNotice{Refund: body}
}

func (p printed) receipt(refund returns.Refund, number string) paper.RefundReceipt {
	body := p.refund(refund, number)
	body.Visible = p.visible(refund.ConfirmedAt)
	return paper.RefundReceipt{Refund: body, Refunded: refund.ConfirmedAt.At.In(p.station.Zone())}
}

// filled leaves out the lines that are empty.
func filled(lines ...string) []string {
	kept := []string{}
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		}
	}
	return kept
}
