package sandbox_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"revient/app/marketplace/sandbox"
)

func TestOrdersAreListedAsTheServiceDoes(t *testing.T) {
	s := start(t, sandbox.Options{})
	for query, want := range map[string]int{
		"":                    10,
		"?page-size=50":       39, // Forty, less the one that is not paid.
		"?page_size=50":       10, // Ignored without a word.
		"?page-size=500":      39,
		"?page=4":             9,
		"?state=3":            2,
		"?state=0":            0,
		"?country_code=xx-xx": 0,
		"?page-size=50&date_modification=2026-11-23T08:00:00Z": 0,
	} {
		answer := get(t, s, "/ws/orders"+query)
		results, _ := decode(t, answer.body)["results"].([]any)
		if answer.status != http.StatusOK || len(results) != want {
			t.Errorf("%q: %d with %d orders, want %d", query, answer.status, len(results), want)
		}
	}
	first := decode(t, get(t, s, "/ws/orders").body)
	if link := fmt.Sprint(first["next"]); !strings.HasPrefix(link, "https://backmarket.fr/") {
		t.Errorf("next = %s, want another host", link)
	}
	if first["count"] != 39.0 || decode(t, get(t, s, "/ws/sav").body)["count"] != 10.0 {
		t.Error("counts: of all orders, but of a page of folders")
	}
	for query, want := range map[string]int{"?page=99": 404, "?page=x": 404, "?date_creation=yesterday": 400} {
		if got := get(t, s, "/ws/orders"+query).status; got != want {
			t.Errorf("%q: %d, want %d", query, got, want)
		}
	}
}

func TestOrdersHaveTheOdditiesOfTheLiveService(t *testing.T) {
	s := start(t, sandbox.Options{})
	body := get(t, s, "/ws/orders?page-size=50").body
	for _, oddity := range []string{`"first_name"`, `"postal_code"`, `+02:00"`, `Z"`, `"condition":4`, `"paypal_reference":null`} {
		if !strings.Contains(body, oddity) {
			t.Errorf("no order has %s", oddity)
		}
	}
	states := map[string]bool{}
	results, _ := decode(t, body)["results"].([]any)
	for _, result := range results {
		order, _ := result.(map[string]any)
		lines, _ := order["orderlines"].([]any)
		for _, line := range lines {
			l, _ := line.(map[string]any)
			states[fmt.Sprintf("%v/%v", order["state"], l["state"])] = true
		}
		if address, _ := order["shipping_address"].(map[string]any); !strings.HasSuffix(fmt.Sprint(address["email"]), "@example.com") {
			t.Errorf("somebody writes from %v", address["email"])
		}
	}
	for _, want := range []string{"1/1", "3/2", "9/3", "9/4", "9/5", "9/6"} {
		if !states[want] {
			t.Errorf("no order in state %s has a line in state %s", want[:1], want[2:])
		}
	}
}

func TestRefundsFollowTheStateOfTheLine(t *testing.T) {
	s := start(t, sandbox.Options{})
	opened := ask(t, s, sandbox.Request{})
	half := opened.Cents / 2
	amount := func(cents int64) string { return fmt.Sprintf("%d.%02d", cents/100, cents%100) }
	for _, c := range []struct {
		name, body string
		want       int
	}{
		{"no such line", `{"orderline_pk": 1, "refund_type": 6}`, 404},
		{"no JSON", `{`, 400},
		{"a type that is none", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 9}`, opened.Line), 400},
		{"the type of another state", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 5}`, opened.Line), 400},
		{"nothing", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6, "amount": 0}`, opened.Line), 400},
		{"thirds of a cent", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6, "amount": 1.333}`, opened.Line), 400},
		{"more than was paid", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6, "amount": %s}`, opened.Line, amount(opened.Cents+1)), 400},
		{"a half", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6, "amount": %s}`, opened.Line, amount(half)), 201},
		{"more than the rest", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6, "amount": %s}`, opened.Line, amount(opened.Cents-half+1)), 400},
		{"the rest", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6, "amount": %s}`, opened.Line, amount(opened.Cents-half)), 201},
		{"once more", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6}`, opened.Line), 400},
	} {
		if status, said := refund(t, s, c.body); status != c.want {
			t.Errorf("%s: %d %s, want %d", c.name, status, said, c.want)
		}
	}
	paid := entries(s, "refund")
	if len(paid) != 2 || paid[0].LineState != 3 || paid[1].LineState != 6 || paid[0].Cents+paid[1].Cents != opened.Cents || paid[0].By != "seller" {
		t.Errorf("paid %+v", paid)
	}
}

func TestARefundAnswersInPlainText(t *testing.T) {
	s := start(t, sandbox.Options{})
	opened := ask(t, s, sandbox.Request{})
	answer := say(t, s, http.MethodPost, "/ws/sav/refund", "application/json", fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6}`, opened.Line))
	if answer.status != http.StatusCreated || !strings.HasPrefix(answer.header.Get("Content-Type"), "text/plain") || !strings.Contains(answer.body, "€ refunded on the sku ") {
		t.Errorf("answer = %+v", answer)
	}
	if status, _ := refund(t, s, fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6}`, opened.Line)); status != http.StatusBadRequest {
		t.Errorf("a second refund: %d", status)
	}
}

func TestMessagesHaveLimits(t *testing.T) {
	s := start(t, sandbox.Options{})
	opened := ask(t, s, sandbox.Request{})
	for _, c := range []struct {
		name        string
		folder      int64
		text        string
		files, size int
		part        string
		want, kept  int
	}{
		{"words alone", opened.Folder, "hi", 0, 0, "attachment", 201, 0},
		{"ten files", opened.Folder, "hi", 10, 10, "attachment", 201, 10},
		{"eleven files", opened.Folder, "hi", 11, 10, "attachment", 413, 0},
		{"three megabytes", opened.Folder, "hi", 1, 3 << 20, "attachment", 201, 1},
		{"a byte more", opened.Folder, "hi", 1, 3<<20 + 1, "attachment", 413, 0},
		{"files in parts of another name, which are lost", opened.Folder, "hi", 2, 10, "attachment[]", 201, 0},
		{"no words", opened.Folder, "", 0, 0, "attachment", 400, 0},
		{"no such folder", 1, "hi", 0, 0, "attachment", 404, 0},
	} {
		before := len(entries(s, "message"))
		if got := post(t, s, c.folder, c.text, c.files, c.size, c.part); got.status != c.want {
			t.Errorf("%s: %d, want %d", c.name, got.status, c.want)
		}
		after := entries(s, "message")
		if (c.want == 201) != (len(after) == before+1) {
			t.Errorf("%s: %d messages before, %d after", c.name, before, len(after))
		}
		if c.want == 201 && len(after[len(after)-1].Attachments) != c.kept {
			t.Errorf("%s: kept %+v", c.name, after[len(after)-1].Attachments)
		}
	}
	if got := say(t, s, http.MethodPost, fmt.Sprintf("/ws/sav/%d/msg", opened.Folder), "application/json", `{"message": "hi"}`); got.status != http.StatusBadRequest {
		t.Errorf("a message in JSON: %d", got.status)
	}
}

func TestTheEdgeAndTheTokenAreWatched(t *testing.T) {
	s := start(t, sandbox.Options{})
	for _, c := range []struct {
		path, token, agent string
		want               int
	}{
		{"/ws/orders", s.Token(), "BM-a-b;c", 200},
		{"/ws/orders", "wrong", "BM-a-b;c", 401},
		{"/ws/sav", "wrong", "BM-a-b;c", 401},
		{"/ws/orders", s.Token(), "curl/8", 403},
		{"/_control/ledger", "wrong", "curl/8", 403},
		{"/_control/ledger", s.Token(), "curl/8", 200},
	} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL()+c.path, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Authorization", "Basic "+c.token)
		request.Header.Set("User-Agent", c.agent)
		answer := send(t, request)
		if answer.status != c.want || (c.agent == "curl/8" && c.want == 403 && c.path == "/ws/orders") != (answer.header.Get("cf-ray") != "") {
			t.Errorf("%+v: %d, ray %q", c, answer.status, answer.header.Get("cf-ray"))
		}
	}
}
