package sandbox

import (
	"net/http"
	"slices"
	"strconv"
	"time"
)

func (s *Server) listOrders(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	since := map[string]time.Time{}
	for _, name := range []string{"date_creation", "date_modification"} {
		if query.Get(name) == "" {
			continue
		}
		at, err := time.Parse(time.RFC3339, query.Get(name))
		if err != nil {
			answerError(w, http.StatusBadRequest, "E001", name+": wrong date format")
			return
		}
		since[name] = at
	}
	size := 10
	if asked, err := strconv.Atoi(query.Get("page-size")); err == nil && asked > 0 { // "page_size" is not looked at.
		size = min(asked, 50)
	}
	var found []object
	s.look(func(world *world) {
		orders := slices.Clone(world.Orders)
		slices.SortStableFunc(orders, func(a, b *order) int { return b.Created.Compare(a.Created) })
		for _, o := range orders {
			listed := o.State != 0 && o.State != 8
			wanted := query.Get("state") == "" || query.Get("state") == strconv.Itoa(o.State)
			country := query.Get("country_code") == "" || query.Get("country_code") == o.Country
			fresh := !o.Created.Before(since["date_creation"]) && !o.Modified.Before(since["date_modification"])
			if listed && wanted && country && fresh {
				found = append(found, o.wire())
			}
		}
	})
	page, total, more := pageOf(found, query.Get("page"), size)
	if page == nil {
		answerProblem(w, http.StatusNotFound, "/errors/not-found", "Invalid page.")
		return
	}
	answerJSON(w, http.StatusOK, object{"count": total, "next": nextLink("/ws/orders", query.Get("page"), more), "previous": nil, "results": page})
}

func (s *Server) showOrder(w http.ResponseWriter, r *http.Request) {
	id := idIn(r)
	var found object
	s.look(func(world *world) {
		if o := world.order(id); o != nil {
			found = o.wire()
		}
	})
	if found == nil {
		answerProblem(w, http.StatusNotFound, "/errors/not-found", "Order not found.")
		return
	}
	answerJSON(w, http.StatusOK, found)
}

// pageOf cuts a page out of a list; nil when there is no such page.
func pageOf(all []object, asked string, size int) (page []object, total int, more bool) {
	number := pageNumber(asked)
	from := (number - 1) * size
	if number < 1 || (from >= len(all) && number > 1) {
		return nil, len(all), false
	}
	to := min(from+size, len(all))
	return append([]object{}, all[from:to]...), len(all), to < len(all)
}

func pageNumber(asked string) int {
	if asked == "" {
		return 1
	}
	number, err := strconv.Atoi(asked)
	if err != nil {
		return 0
	}
	return number
}

// nextLink points to a host that is not this one, as the service's does.
func nextLink(path, page string, more bool) any {
	if !more {
		return nil
	}
	return "https://backmarket.fr" + path + "/?page=" + strconv.Itoa(pageNumber(page)+1)
}

func (o *order) wire() object {
	lines := []object{}
	var price int64
	for _, l := range o.Lines {
		price += l.Cents
		lines = append(lines, object{
			"id": l.ID, "state": l.State, "listing": l.Device.SKU, "listing_id": l.Device.Listing, "product": l.Device.Title,
			"product_id": l.Device.Listing - 1, "brand": l.Device.Brand, "quantity": 1, "price": euros(l.Cents), "shipping_price": "0.00",
			"shipping_delay": 48, "currency": o.Currency, "orderline_fee": euros(l.Cents / 10), "sales_taxes": "0.00",
			"backcare": l.ID%5 == 0, "backcare_price": 990, "condition": l.Condition, "imei": l.IMEI, "serial_number": l.Serial,
			"return_reason": 0, "return_message": "", "date_creation": when(l.ID, o.Created),
		})
	}
	return object{
		"order_id": o.ID, "state": o.State, "price": euros(price), "shipping_price": "0.00", "currency": o.Currency,
		"country_code": o.Country, "sales_taxes": "0.00", "payment_method": "CARD", "paypal_reference": nil, "installment_payment": false,
		"tracking_number": o.Tracking, "tracking_url": "https://carrier.example.com/" + o.Tracking, "shipper": o.Carrier, "shipper_display": o.Carrier,
		"is_backship": false, "delivery_note": "https://www.backmarket.fr/delivery_note/" + strconv.FormatInt(o.ID, 10) + ".pdf",
		"expected_dispatch_date": nil, "date_creation": when(o.ID, o.Created), "date_modification": when(o.ID+1, o.Modified),
		"date_payment": when(o.ID, o.Created.Add(time.Minute)), "date_shipping": whenOr(o.ID, o.Shipped),
		"shipping_address": o.Buyer.wire(), "billing_address": o.Buyer.wire(), "orderlines": lines,
	}
}

func (p person) wire() object {
	return object{
		"company": nil, "first_name": p.First, "last_name": p.Last, "street": p.Street, "street2": nil, "postal_code": p.PostalCode,
		"city": p.City, "country": p.Country, "phone": p.Phone, "email": p.Email, "customer_id_number": nil,
	}
}
