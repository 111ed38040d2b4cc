package sandbox

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"
)

func (s *Server) listFolders(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	since := map[string]time.Time{}
	for _, name := range []string{"last_modification_date", "last_message_date"} {
		if query.Get(name) == "" {
			continue
		}
		at, err := time.Parse("2006-01-02-15-04", query.Get(name))
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		since[name] = at
	}
	lastID, _ := strconv.ParseInt(query.Get("last_id"), 10, 64) // Absent means from the first.
	var found []object
	s.look(func(world *world) {
		folders := slices.Clone(world.Folders)
		slices.SortStableFunc(folders, func(a, b *folder) int { return int(a.ID - b.ID) })
		for _, f := range folders {
			wanted := query.Get("state") == "" || query.Get("state") == strconv.Itoa(f.state())
			ofLine := query.Get("orderline") == "" || query.Get("orderline") == strconv.FormatInt(f.Line, 10)
			fresh := !f.Modified.Before(since["last_modification_date"]) && !f.LastMessage.Before(since["last_message_date"])
			if f.ID > lastID && wanted && ofLine && fresh {
				found = append(found, f.summary(world))
			}
		}
	})
	page, _, more := pageOf(found, query.Get("page"), 10)
	if page == nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	// The count is of this page, unlike that of orders.
	answerJSON(w, http.StatusOK, object{"count": len(page), "next": nextLink("/ws/sav", query.Get("page"), more), "previous": nil, "results": page})
}

func (s *Server) showFolder(w http.ResponseWriter, r *http.Request) {
	id := idIn(r)
	var found object
	s.look(func(world *world) {
		if f := world.folder(id); f != nil {
			found = f.wire(world, "http://"+r.Host)
		}
	})
	if found == nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	answerJSON(w, http.StatusOK, found)
}

func (f *folder) state() int {
	if f.Closed != nil {
		return 9
	}
	return 0
}

// head is what the list and the details both tell.
func (f *folder) head(w *world) object {
	return object{
		"id": f.ID, "state": f.state(), "backcare": false, "country_code": w.order(f.Order).Country,
		"date_creation": when(f.ID, f.Created), "date_modification": when(f.ID+1, f.Modified),
		"date_last_message": when(f.ID, f.LastMessage), "date_closed": whenOr(f.ID, f.Closed),
	}
}

func (f *folder) summary(w *world) object {
	o := f.head(w)
	o["client"], o["merchant"], o["orderline"], o["lines"] = f.Order%100000+1, merchant, f.Line, []int64{f.Claim.ID}
	return o
}

const merchant = 789

func (f *folder) wire(w *world, base string) object {
	sale, l := w.line(f.Line)
	buyer := sale.Buyer
	o := f.head(w)
	o["client"] = object{"id": f.Order%100000 + 1, "username": "", "first_name": buyer.First, "last_name": buyer.Last, "email": buyer.Email}
	o["merchant"] = object{"id": merchant, "username": "sandbox", "first_name": "Atelier", "last_name": "Témoin"}
	o["orderline"] = object{
		"id": l.ID, "quantity": 1, "price": euros(l.Cents), "state": l.State, "trust_pack_plus": false,
		"order": object{
			"order_id": sale.ID, "state": sale.State, "shipping_address": buyer.wire(), "billing_address": buyer.wire(),
			"tracking_number": sale.Tracking, "tracking_url": "", "shipper": 456, "shipper_display": sale.Carrier, // A number here, a name in orders.
			"date_creation": when(sale.ID, sale.Created), "date_shipping": whenOr(sale.ID, sale.Shipped), "date_payment": when(sale.ID, sale.Created),
			"price": euros(l.Cents), "shipping_price": "0.00", "currency": sale.Currency, "country_code": sale.Country,
		},
		"snapshot": object{
			"id": 0, "product": object{"product_id": l.Device.Listing - 1, "category_3": object{"category_name": l.Device.Category}},
			"listing": l.Device.Listing, "sku": l.Device.SKU, "image": "https://www.backmarket.fr/images/" + strconv.Itoa(l.Device.Listing) + ".jpg",
		},
	}
	labels := []object{}
	if label := w.Files[f.Claim.Label]; label != nil {
		labels = append(labels, object{
			"state": "ALIVE", "kind": "CUSTOMER_TO_MERCHANT", "initiator": "BackMarket",
			"label": label.url(base), "date_creation": when(label.ID, label.At),
		})
	}
	o["lines"] = []object{{
		"id": f.Claim.ID, "state": f.state(), "issues": []object{{"customerIssue": f.Claim.Issue, "tag": f.Claim.Tag}},
		"resolution_choice": f.Claim.Wish, "declared_warranty_state": f.Claim.Warranty, "return_labels": labels,
	}}
	messages := []object{}
	for _, m := range f.Messages {
		attachments := []object{}
		for _, id := range m.Files {
			attachments = append(attachments, object{"id": id, "attachment": w.Files[id].url(base), "date_creation": when(id, m.At)})
		}
		messages = append(messages, object{
			"id": m.ID, "message": m.HTML, "date_creation": when(m.ID, m.At), "initiator": m.Initiator, "kind": m.Kind,
			"is_informative": false, "attachments": attachments,
		})
	}
	o["messages"] = messages
	return o
}

// url is under the address that the client used, so that a proxy on the way is
// kept. The real service has its files on other hosts.
func (f *file) url(base string) string {
	shelf := "attachments"
	if f.Kind == drawnLabel {
		shelf = "return_labels"
	}
	return fmt.Sprintf("%s/static/%s/%d/%s", base, shelf, f.ID, f.Name)
}

func (s *Server) showFile(w http.ResponseWriter, r *http.Request) {
	id := idIn(r)
	var found file
	s.look(func(world *world) {
		if f := world.Files[id]; f != nil {
			found = *f
		}
	})
	content, err := s.content(found)
	if err != nil {
		answerHTML(w, http.StatusNotFound, "Not found")
		return
	}
	w.Header().Set("Content-Type", found.MIME)
	_, _ = w.Write(content) // A client that has gone needs no file.
}
