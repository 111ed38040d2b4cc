package sandbox_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"

	"revient/app/marketplace/sandbox"
)

func control(t *testing.T, s *sandbox.Server, path, body string) reply {
	t.Helper()
	return say(t, s, http.MethodPost, path, "application/json", body)
}

func TestFaultsFailAsManyRequestsAsTheyAreFor(t *testing.T) {
	s := start(t, sandbox.Options{})
	if got := control(t, s, "/_control/faults", `{"mode": "500", "path": "/ws/orders", "count": 2}`); got.status != http.StatusOK {
		t.Fatal(got)
	}
	var statuses []int
	for _, path := range []string{"/ws/sav", "/ws/orders", "/ws/orders", "/ws/orders"} {
		statuses = append(statuses, get(t, s, path).status)
	}
	if fmt.Sprint(statuses) != "[200 500 500 200]" {
		t.Errorf("statuses %v", statuses)
	}
	for _, wrong := range []string{`{"mode": "explode"}`, `{"mode": "500", "path": "("}`, `{`} {
		if got := control(t, s, "/_control/faults", wrong).status; got != http.StatusBadRequest {
			t.Errorf("%s: %d", wrong, got)
		}
	}
}

func TestFaultsAnswerAsTheServiceAndTheEdgeDo(t *testing.T) {
	s := start(t, sandbox.Options{})
	for mode, want := range map[string]struct {
		status     int
		kind, body string
	}{
		"429":            {429, "application/json", `"error"`},
		"html403":        {403, "text/html", "Attention"},
		"challenge403":   {403, "application/json", "bot-need-challenge"},
		"unavailable404": {404, "text/plain", "Webservices unavailable"},
		"e008":           {400, "application/json", "E008"},
		"html200":        {200, "text/html", "hotel"},
		"html502":        {502, "text/html", "Bad gateway"},
		"403":            {403, "application/json", "authorization-failed"},
		"401":            {401, "", ""},
		"503":            {503, "", ""},
		"413":            {413, "", ""},
		"garbage":        {200, "application/json", `{"results": [`},
	} {
		control(t, s, "/_control/faults", `{"mode": "none"}`)
		control(t, s, "/_control/faults", fmt.Sprintf(`{"mode": %q}`, mode))
		got := get(t, s, "/ws/orders")
		if got.status != want.status || !strings.HasPrefix(got.header.Get("Content-Type"), want.kind) || !strings.Contains(got.body, want.body) || got.header.Get("Retry-After") != "" {
			t.Errorf("%s: %+v", mode, got)
		}
		if (mode == "html403") != (got.header.Get("cf-ray") != "") {
			t.Errorf("%s: ray %q", mode, got.header.Get("cf-ray"))
		}
	}
	control(t, s, "/_control/faults", `{"mode": "none"}`)
	control(t, s, "/_control/faults", `{"mode": "slow", "delay_ms": 1}`)
	if got := get(t, s, "/ws/orders").status; got != http.StatusGatewayTimeout {
		t.Errorf("slow: %d", got)
	}
}

func TestAnAnswerThatIsDroppedWasAppliedFirst(t *testing.T) {
	s := start(t, sandbox.Options{Dir: t.TempDir()})
	opened := ask(t, s, sandbox.Request{})
	control(t, s, "/_control/faults", `{"mode": "drop_after_apply", "path": "/ws/sav/refund", "count": 1}`)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL()+"/ws/sav/refund", strings.NewReader(fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6}`, opened.Line)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Basic "+s.Token())
	request.Header.Set("User-Agent", "BM-Test-Test;x")
	request.Header.Set("Content-Type", "application/json")
	if response, err := http.DefaultClient.Do(request); err == nil {
		t.Errorf("an answer came: %s, %v", response.Status, response.Body.Close())
	}
	if paid := entries(s, "refund"); len(paid) != 1 || paid[0].Line != opened.Line {
		t.Errorf("paid %+v", paid)
	}
}

func TestAPausedSandboxRefusesConnections(t *testing.T) {
	s := start(t, sandbox.Options{})
	address := s.Address()
	if err := s.Pause(); err != nil {
		t.Fatal(err)
	}
	_, err := http.Get(s.URL())
	if !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("error = %v, want refused by the machine", err)
	}
	if err := s.Resume(); err != nil {
		t.Fatal(err)
	}
	if got := get(t, s, "/ws/orders"); got.status != http.StatusOK || s.Address() != address {
		t.Errorf("after: %d at %s, before at %s", got.status, s.Address(), address)
	}
	if err := s.Resume(); err != nil {
		t.Errorf("a second Resume: %v", err)
	}
	if err := s.Listen("127.0.0.1:0"); err == nil {
		t.Error("it listens twice")
	}
}

func TestTheBackOfficeRefundsBehindOurBack(t *testing.T) {
	s := start(t, sandbox.Options{})
	opened := ask(t, s, sandbox.Request{})
	path := fmt.Sprintf("/_control/orders/%d/refund", opened.Order)
	if got := control(t, s, path, ""); got.status != http.StatusCreated {
		t.Fatal(got)
	}
	if got := control(t, s, path, "").status; got != http.StatusConflict {
		t.Errorf("a second time: %d", got)
	}
	if got := control(t, s, "/_control/orders/1/refund", "").status; got != http.StatusNotFound {
		t.Errorf("no such order: %d", got)
	}
	if paid := entries(s, "refund"); len(paid) != 1 || paid[0].By != "back_office" {
		t.Errorf("paid %+v", paid)
	}
	if status, said := refund(t, s, fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6}`, opened.Line)); status != http.StatusBadRequest || !strings.Contains(said, "already refunded") {
		t.Errorf("ours: %d %s", status, said)
	}
}

func TestACustomerAsksNow(t *testing.T) {
	s := start(t, sandbox.Options{})
	for body, want := range map[string]int{
		``: 201, `{"kind": "warranty", "country": "en-gb"}`: 201, `{"kind": "poetry"}`: 400, `{"order_id": 1}`: 400, `{`: 400,
	} {
		if got := control(t, s, "/_control/folders", body); got.status != want {
			t.Errorf("%q: %+v, want %d", body, got, want)
		}
	}
	opened := ask(t, s, sandbox.Request{Text: "L’écran <clignote>"})
	body := get(t, s, fmt.Sprintf("/ws/sav/%d", opened.Folder)).body
	if !strings.Contains(body, `L’écran \u0026lt;clignote\u0026gt;`) || !strings.Contains(body, "2026-11-23T") {
		t.Errorf("folder = %s", body)
	}
	ledger := decode(t, get(t, s, "/_control/ledger").body)
	if ledger["count"] != 3.0 {
		t.Errorf("ledger = %v", ledger)
	}
}

func TestTheControlRoomIsForThisMachine(t *testing.T) {
	s := start(t, sandbox.Options{})
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/_control/ledger", http.NoBody)
	request.Header.Set("Authorization", "Basic "+s.Token())
	for from, want := range map[string]int{"192.0.2.7:4000": 403, "127.0.0.1:4000": 200, "[::1]:4000": 200, "nowhere": 403} {
		request.RemoteAddr = from
		answer := httptest.NewRecorder()
		s.Handler().ServeHTTP(answer, request)
		if answer.Code != want {
			t.Errorf("from %s: %d, want %d", from, answer.Code, want)
		}
	}
}

func TestAMessageReopensAClosedFolder(t *testing.T) {
	s := start(t, sandbox.Options{})
	opened := ask(t, s, sandbox.Request{})
	folder := fmt.Sprintf("/ws/sav/%d", opened.Folder)
	room := fmt.Sprintf("/_control/folders/%d", opened.Folder)
	for _, step := range []struct {
		do   func() int
		want float64
	}{
		{func() int { return control(t, s, room+"/close", "").status }, 9},
		{func() int { return post(t, s, opened.Folder, "ours", 0, 0, "attachment").status }, 0},
		{func() int { return control(t, s, room+"/close", "").status }, 9},
		{func() int { return control(t, s, room+"/messages", `{"text": "theirs"}`).status }, 0},
	} {
		if got := step.do(); got != http.StatusCreated {
			t.Fatalf("status %d", got)
		}
		if got := decode(t, get(t, s, folder).body); got["state"] != step.want || (got["date_closed"] == nil) != (step.want == 0) {
			t.Errorf("state %v, closed %v, want state %v", got["state"], got["date_closed"], step.want)
		}
	}
	said := entries(s, "message")
	if len(said) != 2 || !said[0].Reopened || said[1].By != "customer" {
		t.Errorf("said %+v", said)
	}
	for path, want := range map[string]int{"/_control/folders/1/close": 404, "/_control/folders/1/messages": 404, "/_control/folders/x/close": 404} {
		if got := control(t, s, path, `{"text": "x"}`).status; got != want {
			t.Errorf("%s: %d", path, got)
		}
	}
	if got := control(t, s, room+"/messages", `{}`).status; got != http.StatusBadRequest {
		t.Errorf("a message without words: %d", got)
	}
}

func TestTheClockIsMovedForWhatHappensNext(t *testing.T) {
	s := start(t, sandbox.Options{})
	if got := control(t, s, "/_control/clock", `{"at": "2027-11-02T23:30:00+01:00"}`); got.status != http.StatusOK {
		t.Fatal(got)
	}
	for _, wrong := range []string{`{}`, `{"at": "tomorrow"}`, `{`} {
		if got := control(t, s, "/_control/clock", wrong).status; got != http.StatusBadRequest {
			t.Errorf("%s: %d", wrong, got)
		}
	}
	opened, err := s.Open(sandbox.Request{Kind: "warranty", Shipped: time.Date(2026, 10, 31, 9, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	folder := decode(t, get(t, s, fmt.Sprintf("/ws/sav/%d", opened.Folder)).body)
	asked, err := time.Parse(time.RFC3339, fmt.Sprint(folder["date_creation"]))
	if err != nil || asked.Truncate(time.Minute).UTC() != time.Date(2027, 11, 2, 22, 30, 0, 0, time.UTC) {
		t.Errorf("asked at %s: %v", asked, err)
	}
	order := decode(t, get(t, s, fmt.Sprintf("/ws/orders/%d", opened.Order)).body)
	if left := fmt.Sprint(order["date_shipping"]); !strings.HasPrefix(left, "2026-10-31") {
		t.Errorf("shipped at %s", left)
	}
}

func TestACustomerTicksAnIssueAndSendsPhotosLater(t *testing.T) {
	s := start(t, sandbox.Options{})
	opened, err := s.Open(sandbox.Request{Issue: "SPEAKER_NOT_WORKING"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Open(sandbox.Request{Kind: "warranty", Issue: "SPEAKER_NOT_WORKING"}); err == nil {
		t.Error("a warranty request about a speaker was made up")
	}
	room := fmt.Sprintf("/_control/folders/%d/messages", opened.Folder)
	if got := control(t, s, room, `{"text": "Voici une photo.", "photos": 2}`).status; got != http.StatusCreated {
		t.Fatal(got)
	}
	if got := control(t, s, room, `{"text": "Voici mes photos.", "photos": 11}`).status; got != http.StatusBadRequest {
		t.Errorf("eleven photos: %d", got)
	}
	folder := get(t, s, fmt.Sprintf("/ws/sav/%d", opened.Folder)).body
	if got := strings.Count(folder, "photo-"); got == 0 {
		t.Errorf("no photo in %s", folder)
	}
}
