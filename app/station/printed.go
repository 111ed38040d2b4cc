package station

import (
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
	words    string // What the customer asked and why.
}

func (t *turn) printed(c returns.Case, lang text.Language) (printed, error) {
	p := printed{
		station: t.station, c: c, lang: lang, now: t.Now().In(t.station.Zone()), workshop: t.station.workshop(t.ReadTx),
		words: text.T(lang, "messages.claim."+string(c.Claim.Kind), nil),
	}
	if c.Customer.ID == "" {
		return p, nil
	}
	customer, err := t.Person(c.Customer.ID)
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
	order := paper.Order{Number: p.c.Sale.OrderRef, Marketplace: "Back Market"}
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
	arrived := policy.Inputs{Event: policy.At(slip.Arrival), Place: *p.station.place.Load()}
	if aim, err := p.station.policy.Deadline(p.station.policy.RefundTarget, arrived); err == nil {
		slip.Inspected = aim.Last().Time()
	}
	if limit, err := p.station.policy.Deadline(p.station.policy.RefundLimit, arrived); err == nil {
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

func (p printed) refund(kind returns.DocumentKind, refund returns.Refund, number string) paper.Document {
	from := refund.ApprovedAt
	if kind == returns.RefundReceipt {
		from = refund.ConfirmedAt
	}
	body := paper.Refund{
		Sheet: p.sheet(), Number: number, Seller: p.seller(), Customer: p.customerAddress(), Case: p.c.Number, Order: p.order(),
		Device: p.device(), Item: refund.Item, Shipping: refund.Shipping, Route: paper.OriginalMeans, Margin: p.workshop.Margin,
	}
	if deadline, err := p.station.CreditBy(p.c, from); err == nil {
		body.Visible = deadline.Last().Time()
	}
	if refund.Method == returns.ToMarketplaceWallet {
		body.Route = paper.MarketplaceAccount
	}
	if kind == returns.RefundReceipt {
		return paper.RefundReceipt{Refund: body, Refunded: refund.ConfirmedAt.At.In(p.station.Zone())}
	}
	return paper.RefundNotice{Refund: body}
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
