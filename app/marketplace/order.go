package marketplace

import (
	"time"

	"revient/app/returns"
)

// Order is a sale as the marketplace tells it. Its state is that of its lines:
// some marketplaces call an order processed when all of it was refunded.
type Order struct {
	Ref        OrderRef
	RawState   string
	Locale     string // Language and country of the sale, such as "fr-be".
	Lines      []OrderLine
	ShipTo     Address
	BillTo     Address
	Price      returns.Money
	Shipping   returns.Money // Outward shipping that the customer paid.
	Carrier    string
	Tracking   string // Of the outward parcel.
	CreatedAt  time.Time
	ModifiedAt time.Time
	PaidAt     time.Time // Zero when not told, as are the other times.
	ShippedAt  time.Time
	Raw        []byte // The object as it came, for the mirror.
}

// OrderLine is one listing sold in an order.
type OrderLine struct {
	Ref        LineRef
	SKU        string
	ListingRef string
	Title      string
	Brand      string
	Quantity   int
	Price      returns.Money // Of the line; it does not change when the line is refunded.
	Shipping   returns.Money
	State      LineState
	RawState   string
	IMEI       string // As registered at the sale; often empty.
	Serial     string
	Grade      string // Raw cosmetic grade code of the listing; empty when not told.
}

// LineState is where an order line stands.
type LineState string

// The states of a line.
const (
	LineUnpaid         LineState = "unpaid"          // Waiting for payment, or held by the marketplace.
	LinePaid           LineState = "paid"            // The seller must accept or cancel.
	LineAccepted       LineState = "accepted"        // To be prepared and shipped.
	LineShipped        LineState = "shipped"         // Handed to the carrier; the normal state of what comes back.
	LineCancelled      LineState = "cancelled"       // Cancelled before acceptance; the customer was paid back.
	LineRefundedBefore LineState = "refunded_before" // Refunded before shipping.
	LineRefundedAfter  LineState = "refunded_after"  // Refunded after shipping.
	LineNotPaid        LineState = "not_paid"        // The bank refused; nothing was ever paid.
	LineUnknown        LineState = "unknown"         // A state that this version does not know.
)

// Refunded reports whether the customer was paid back for the whole line.
func (s LineState) Refunded() bool {
	return s == LineCancelled || s == LineRefundedBefore || s == LineRefundedAfter
}

// Line finds a line of the order.
func (o Order) Line(ref LineRef) (OrderLine, bool) {
	for _, line := range o.Lines {
		if line.Ref == ref {
			return line, true
		}
	}
	return OrderLine{}, false
}

// Address is where a parcel goes, or whom an invoice names. All of it is
// personal data.
type Address struct {
	Company    string
	FirstName  string
	LastName   string
	Street     string
	Street2    string
	PostalCode string
	City       string
	State      string // Region, where a country's addresses have one.
	Country    string // ISO 3166-1 alpha-2.
	Phone      string
	Email      string
}
