package backmarket

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"revient/app/fault"
	"revient/app/marketplace"
)

type wireOrder struct {
	OrderID        text        `json:"order_id"`
	State          text        `json:"state"`
	Price          text        `json:"price"`
	ShippingPrice  text        `json:"shipping_price"`
	Currency       text        `json:"currency"`
	CountryCode    text        `json:"country_code"`
	TrackingNumber text        `json:"tracking_number"`
	Shipper        text        `json:"shipper"`
	ShipperDisplay text        `json:"shipper_display"`
	DateCreation   text        `json:"date_creation"`
	DateModified   text        `json:"date_modification"`
	DatePayment    text        `json:"date_payment"`
	DateShipping   text        `json:"date_shipping"`
	ShipTo         wireAddress `json:"shipping_address"`
	BillTo         wireAddress `json:"billing_address"`
	Lines          []wireLine  `json:"orderlines"`
}

type wireLine struct {
	ID            text `json:"id"`
	State         text `json:"state"`
	Listing       text `json:"listing"` // The seller's own SKU.
	ListingID     text `json:"listing_id"`
	Product       text `json:"product"`
	Brand         text `json:"brand"`
	Quantity      text `json:"quantity"`
	Price         text `json:"price"`
	ShippingPrice text `json:"shipping_price"`
	Currency      text `json:"currency"`
	Condition     text `json:"condition"`
	IMEI          text `json:"imei"`
	SerialNumber  text `json:"serial_number"`
}

// lineStates are the states of an order line. The state of an order says little:
// it becomes 9 when every line is final, also when all of it was refunded.
var lineStates = map[text]marketplace.LineState{
	"0": marketplace.LineUnpaid,
	"1": marketplace.LinePaid,
	"2": marketplace.LineAccepted,
	"3": marketplace.LineShipped,
	"4": marketplace.LineCancelled,
	"5": marketplace.LineRefundedBefore,
	"6": marketplace.LineRefundedAfter,
	"7": marketplace.LineNotPaid,
	"8": marketplace.LineUnpaid,
	"9": marketplace.LineUnpaid,
}

// Order implements marketplace.Channel.
func (c *Client) Order(ctx context.Context, ref marketplace.OrderRef) (marketplace.Order, error) {
	id, ok := text(ref).id()
	if !ok {
		return marketplace.Order{}, fault.New(fault.NotFound, "errors_marketplace.not_found", nil)
	}
	var raw json.RawMessage
	if _, err := c.getJSON(ctx, call{path: "/ws/orders/" + id}, &raw); err != nil {
		return marketplace.Order{}, fmt.Errorf("read order: %w", err)
	}
	order, err := readOrder(raw)
	if err == nil && order.Ref != ref {
		err = errors.New("another order came than the one asked for")
	}
	if err != nil {
		return marketplace.Order{}, fault.Wrap(err, fault.Internal, "errors_marketplace.unreadable", nil)
	}
	return order, nil
}

func readOrder(raw []byte) (marketplace.Order, error) {
	var w wireOrder
	if err := json.Unmarshal(raw, &w); err != nil {
		return marketplace.Order{}, fmt.Errorf("decode order: %w", err)
	}
	ref, ok := w.OrderID.id()
	if !ok {
		return marketplace.Order{}, errors.New("decode order: it has no number")
	}
	order := marketplace.Order{
		Ref: marketplace.OrderRef(ref), RawState: string(w.State), Locale: string(w.CountryCode),
		ShipTo: w.ShipTo.address(), BillTo: w.BillTo.address(),
		Carrier: first(string(w.ShipperDisplay), string(w.Shipper)), Tracking: strings.TrimSpace(string(w.TrackingNumber)),
		CreatedAt: w.DateCreation.instant(), ModifiedAt: w.DateModified.instant(),
		PaidAt: w.DatePayment.instant(), ShippedAt: w.DateShipping.instant(),
		Raw: raw,
	}
	iso := string(w.Currency)
	if iso == "" && len(w.Lines) > 0 {
		iso = string(w.Lines[0].Currency)
	}
	var err error
	if order.Price, err = w.Price.money(iso); err != nil {
		return marketplace.Order{}, fmt.Errorf("decode order %s: %w", ref, err)
	}
	if order.Shipping, err = w.ShippingPrice.money(iso); err != nil {
		return marketplace.Order{}, fmt.Errorf("decode order %s: %w", ref, err)
	}
	for _, wired := range w.Lines {
		line, err := wired.line(iso)
		if err != nil {
			return marketplace.Order{}, fmt.Errorf("decode order %s: %w", ref, err)
		}
		order.Lines = append(order.Lines, line)
	}
	return order, nil
}

func (w wireLine) line(orderCurrency string) (marketplace.OrderLine, error) {
	ref, ok := w.ID.id()
	if !ok {
		return marketplace.OrderLine{}, errors.New("a line has no number")
	}
	iso := first(string(w.Currency), orderCurrency)
	price, err := w.Price.money(iso)
	if err != nil {
		return marketplace.OrderLine{}, fmt.Errorf("line %s: %w", ref, err)
	}
	shipping, err := w.ShippingPrice.money(iso)
	if err != nil {
		return marketplace.OrderLine{}, fmt.Errorf("line %s: %w", ref, err)
	}
	quantity, known := w.Quantity.number()
	if !known {
		quantity = 1
	}
	state, known := lineStates[w.State]
	if !known {
		state = marketplace.LineUnknown
	}
	return marketplace.OrderLine{
		Ref: marketplace.LineRef(ref), SKU: string(w.Listing), ListingRef: string(w.ListingID),
		Title: string(w.Product), Brand: string(w.Brand), Quantity: quantity, Price: price, Shipping: shipping,
		State: state, RawState: string(w.State),
		IMEI: strings.TrimSpace(string(w.IMEI)), Serial: strings.TrimSpace(string(w.SerialNumber)), Grade: string(w.Condition),
	}, nil
}
