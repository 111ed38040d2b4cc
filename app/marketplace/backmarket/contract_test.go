package backmarket_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"revient/app/marketplace"
	"revient/app/marketplace/backmarket"
	"revient/app/returns"
)

// recorded is one request as the server's side saw it.
type recorded struct {
	method, path string
	query        url.Values
	header       http.Header
	body         []byte
	remote       string
	length       int64
}

// recorder answers with what the published contract gives as an example, and
// keeps the requests.
type recorder struct {
	mu       sync.Mutex
	requests []recorded
	answers  map[string]string // By method and path; a status and a content type may precede the body, split by "|".
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	body, err := io.ReadAll(q.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	r.mu.Lock()
	r.requests = append(r.requests, recorded{q.Method, q.URL.Path, q.URL.Query(), q.Header.Clone(), body, q.RemoteAddr, q.ContentLength})
	answer, known := r.answers[q.Method+" "+q.URL.Path]
	r.mu.Unlock()
	if !known {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	status := http.StatusOK
	if q.Method == http.MethodPost {
		status = http.StatusCreated
	}
	if rest, gone := strings.CutPrefix(answer, "404|"); gone {
		status, answer = http.StatusNotFound, rest
	}
	kind, text, found := strings.Cut(answer, "|")
	if !found {
		kind, text = "application/json", answer
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	if _, err := io.WriteString(w, text); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// answer changes what a path is answered with.
func (r *recorder) answer(path, with string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answers[path] = with
}

func (r *recorder) only(t *testing.T, method string) recorded {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	var found []recorded
	for _, q := range r.requests {
		if q.method == method {
			found = append(found, q)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d %s requests, want one", len(found), method)
	}
	return found[0]
}

const contractOrder = `{"order_id": 5978, "state": 9, "price": "299.25", "shipping_price": "5.99", "currency": "EUR", "country_code": "fr-fr",
 "tracking_number": "6A1", "shipper_display": "Colissimo", "date_creation": "2022-04-29T09:35:24Z", "date_modification": "2022-04-29T09:35:24+02:00",
 "shipping_address": {"first_name": "Victor", "last_name": "Modèle", "postal_code": "75003", "phone": "+33199000000"},
 "billing_address": {"firstName": "Victor", "lastName": "Modèle", "postalCode": "75003", "phoneNumber": "+33199000000"},
 "orderlines": [{"id": 37195, "state": 3, "listing": "IPHONE416GO", "listing_id": 142, "price": "229.00", "shipping_price": 0, "currency": "EUR", "quantity": 1, "condition": 10, "imei": "011415009346880"}]}`

func record(t *testing.T, answers map[string]string) (*recorder, *backmarket.Client) {
	t.Helper()
	r := &recorder{answers: answers}
	server := httptest.NewServer(r)
	t.Cleanup(server.Close)
	now := time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC)
	return r, open(t, backmarket.Options{
		BaseURL: server.URL + "/", Token: "b3BhcXVl", CareToken: "Y2FyZQ==", UserAgent: backmarket.UserAgent("Atelier Temoin", "contact@example.com"),
		Locale: "fr-be", PageSize: 80, Horizon: 24 * time.Hour, Now: func() time.Time { return now },
	})
}

func TestEveryRequestHasTheHeadersThatTheContractAsksFor(t *testing.T) {
	r, client := record(t, map[string]string{
		"GET /ws/orders/5978": contractOrder, "GET /ws/orders": `{"results": []}`, "GET /ws/sav": `{"results": []}`, "POST /ws/sav/refund": `text/plain|99€ refunded on the sku 1`,
	})
	if _, err := client.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	price := returns.Money{Minor: 22900, Currency: "EUR"}
	client.Execute(t.Context(), marketplace.IssueRefund{Order: "5978", Line: "37195", Full: true, Amount: price, Price: price})
	if len(r.requests) != 4 {
		t.Fatalf("%d requests, want 4", len(r.requests))
	}
	for _, q := range r.requests {
		token := "Basic b3BhcXVl" // As it is: it is no user and password to encode.
		if strings.HasPrefix(q.path, "/ws/sav") {
			token = "Basic Y2FyZQ=="
		}
		for name, want := range map[string]string{
			"Authorization": token, "Accept": "application/json", "Accept-Language": "fr-be", "User-Agent": "BM-AtelierTemoin-Revient;contact@example.com",
		} {
			if got := q.header.Get(name); got != want {
				t.Errorf("%s %s: %s = %q, want %q", q.method, q.path, name, got, want)
			}
		}
	}
}

func TestOrdersAreAskedForWithAHyphenAndAFullDate(t *testing.T) {
	r, client := record(t, map[string]string{"GET /ws/orders": `{"count": 0, "next": null, "previous": null, "results": []}`})
	if _, _, err := client.PullOrders(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	q := r.only(t, http.MethodGet)
	want := url.Values{"page": {"1"}, "page-size": {"50"}, "date_modification": {"2026-11-22T08:30:00Z"}}
	if q.path != "/ws/orders" || q.query.Encode() != want.Encode() {
		t.Errorf("asked %s?%s, want %s", q.path, q.query.Encode(), want.Encode())
	}
}

func TestFoldersAreAskedForToTheMinute(t *testing.T) {
	r, client := record(t, map[string]string{"GET /ws/sav": `{"count": 0, "next": null, "previous": null, "results": []}`})
	if _, _, err := client.PullFolders(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	q := r.only(t, http.MethodGet)
	want := url.Values{"page": {"1"}, "last_modification_date": {"2026-11-22-08-30"}}
	if q.path != "/ws/sav" || q.query.Encode() != want.Encode() {
		t.Errorf("asked %s?%s, want %s", q.path, q.query.Encode(), want.Encode())
	}
}

func TestARefundIsOneJSONObjectOnAConnectionOfItsOwn(t *testing.T) {
	for state, want := range map[string]string{
		"1": `{"orderline_pk":37195,"refund_type":4}`,
		"2": `{"orderline_pk":37195,"refund_type":5}`,
		"3": `{"orderline_pk":37195,"refund_type":6,"amount":229.00}`,
	} {
		r, client := record(t, map[string]string{
			"GET /ws/orders/5978": strings.Replace(contractOrder, `"state": 3`, `"state": `+state, 1),
			"POST /ws/sav/refund": "text/plain|229.00€ refunded on the sku IPHONE416GO",
		})
		price := returns.Money{Minor: 22900, Currency: "EUR"}
		outcome := client.Execute(t.Context(), marketplace.IssueRefund{Order: "5978", Line: "37195", Full: true, Amount: price, Price: price})
		if applied, ok := outcome.(marketplace.Applied); !ok || applied.Note != "229.00€ refunded on the sku IPHONE416GO" {
			t.Errorf("state %s: outcome %#v", state, outcome)
		}
		q, read := r.only(t, http.MethodPost), r.only(t, http.MethodGet)
		if q.path != "/ws/sav/refund" || string(q.body) != want || q.header.Get("Content-Type") != "application/json" {
			t.Errorf("state %s: sent %s %s %s, want %s", state, q.path, q.header.Get("Content-Type"), q.body, want)
		}
		if q.header.Get("Idempotency-Key") != "" || q.header.Get("X-Idempotency-Key") != "" {
			t.Error("an idempotency key makes Go's transport repeat a POST")
		}
		if q.remote == read.remote || q.header.Get("Connection") != "close" {
			t.Error("the refund went over a connection that was used before, or that may be used again")
		}
	}
}

func TestAMessageIsAFormWithPartsNamedAttachment(t *testing.T) {
	r, client := record(t, map[string]string{"POST /ws/sav/121400001/msg": `{"id": 123, "group": 456, "sender": 789, "message": "Hi", "attachments": []}`})
	file := marketplace.Upload{Name: `C:\photos\écran "1".jpg`, MIME: "image/jpeg", Size: 3, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader([]byte("\xff\xd8\xff"))), nil
	}}
	outcome := client.Execute(t.Context(), marketplace.PostMessage{Folder: "121400001", Text: "Bonjour\nà vous", Files: []marketplace.Upload{file, file}})
	if applied, ok := outcome.(marketplace.Applied); !ok || applied.RemoteRef != "123" {
		t.Fatalf("outcome = %#v", outcome)
	}
	q := r.only(t, http.MethodPost)
	kind, parameters, err := mime.ParseMediaType(q.header.Get("Content-Type"))
	if err != nil || kind != "multipart/form-data" || q.length <= 0 {
		t.Fatalf("content type %q, length %d, %v", kind, q.length, err)
	}
	form := multipart.NewReader(bytes.NewReader(q.body), parameters["boundary"])
	var names []string
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, part.FormName()+":"+part.FileName()+":"+part.Header.Get("Content-Type"))
	}
	want := "message:: attachment:cran--1-.jpg:image/jpeg attachment:cran--1-.jpg:image/jpeg"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("parts = %s, want %s", got, want)
	}
}

func TestAnOrderIsReadInBothSpellings(t *testing.T) {
	_, client := record(t, map[string]string{"GET /ws/orders/5978": contractOrder})
	order, err := client.Order(t.Context(), "5978")
	if err != nil {
		t.Fatal(err)
	}
	want := marketplace.Address{FirstName: "Victor", LastName: "Modèle", PostalCode: "75003", Phone: "+33199000000"}
	if order.ShipTo != want || order.BillTo != want {
		t.Errorf("addresses = %+v, %+v, want %+v", order.ShipTo, order.BillTo, want)
	}
	if order.CreatedAt.Sub(order.ModifiedAt) != 2*time.Hour || order.CreatedAt.Location() != time.UTC {
		t.Errorf("dates = %v, %v: the two forms are not told apart", order.CreatedAt, order.ModifiedAt)
	}
	if !json.Valid(order.Raw) || order.Price != (returns.Money{Minor: 29925, Currency: "EUR"}) || order.Shipping.Minor != 599 || order.Lines[0].IMEI != "011415009346880" {
		t.Errorf("order = %+v", order)
	}
}
