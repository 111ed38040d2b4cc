package kiosk_test

import (
	"net/http"
	"strings"
	"testing"

	"revient/app/kiosk"
)

func TestAServiceIsCalledWithWhatTheScreenSends(t *testing.T) {
	s := start(t, nil)
	for _, c := range []struct {
		name, method, arguments string
		status                  int
		want                    string
	}{
		{"nothing in, nothing out", "Cases/Ping", `[]`, 200, `null`},
		{"nothing in, a value out", "Cases/Count", `[]`, 200, `1`},
		{"a value in, no error out", "Cases/Check", `["356938035643809"]`, 200, `null`},
		{"a value in, an error out", "Cases/Check", `["1"]`, 400, `{"args":null,"code":"invalid","field":"imei","key":"errors.identity.luhn"}`},
		{"values in, a value out", "Cases/Join", `[{"case":"P03A","tags":["-","x"]}, 2]`, 200, `"P03A-xP03A-x"`},
	} {
		if status, got := s.rpc(c.method, c.arguments); status != c.status || got != c.want {
			t.Errorf("%s: %d %s, want %d %s", c.name, status, got, c.status, c.want)
		}
	}
}

func TestACallThatCannotBeUnderstoodIsRefused(t *testing.T) {
	s := start(t, nil)
	for name, c := range map[string]struct {
		method, arguments string
		status            int
		key               string
	}{
		"an unknown service":          {"Nothing/Count", `[]`, 404, "errors_kiosk.unknown_method"},
		"an unknown method":           {"Cases/Nothing", `[]`, 404, "errors_kiosk.unknown_method"},
		"a method in lower case":      {"Cases/count", `[]`, 404, "errors_kiosk.unknown_method"},
		"too few arguments":           {"Cases/Check", `[]`, 400, "errors_kiosk.arity"},
		"too many arguments":          {"Cases/Check", `["1", 2]`, 400, "errors_kiosk.arity"},
		"no list":                     {"Cases/Check", `"1"`, 400, "errors_kiosk.arguments"},
		"null for a list":             {"Cases/Ping", `null`, 400, "errors_kiosk.arity"},
		"nothing":                     {"Cases/Ping", ``, 400, "errors_kiosk.arguments"},
		"a list that does not end":    {"Cases/Check", `["1"`, 400, "errors_kiosk.arguments"},
		"something after the list":    {"Cases/Check", `["1"] []`, 400, "errors_kiosk.arguments"},
		"rubbish after the list":      {"Cases/Check", `["1"] }`, 400, "errors_kiosk.arguments"},
		"a value of another type":     {"Cases/Check", `[1]`, 400, "errors_kiosk.arguments"},
		"a field that does not exist": {"Cases/Join", `[{"kase":"x"}, 1]`, 400, "errors_kiosk.arguments"},
		"a body of more than a MB":    {"Cases/Check", `["` + strings.Repeat("x", 1<<20) + `"]`, 413, "errors_kiosk.too_large"},
		"an error without a code":     {"Cases/Join", `[{}, -1]`, 500, "errors.internal"},
		"a panic":                     {"Cases/Panic", `["Mrs Martin"]`, 500, "errors.internal"},
		"a crash":                     {"Cases/Crash", `[]`, 500, "errors.internal"},
		"a result that is not JSON":   {"Cases/Unwritable", `[]`, 500, "errors.internal"},
		"what is not found":           {"Cases/Fail", `["not_found"]`, 404, "errors.internal"},
		"what is in conflict":         {"Cases/Fail", `["conflict"]`, 409, "errors.internal"},
		"what is not allowed":         {"Cases/Fail", `["unauthorized"]`, 403, "errors.internal"},
		"what does not answer":        {"Cases/Fail", `["unavailable"]`, 503, "errors.internal"},
	} {
		t.Run(name, func(t *testing.T) {
			status, got := s.rpc(c.method, c.arguments)
			if status != c.status {
				t.Errorf("status %d, want %d", status, c.status)
			}
			wantKey(t, got, c.key)
			for _, secret := range []string{"Martin", "goroutine", ".go:"} {
				if strings.Contains(got, secret) {
					t.Errorf("the answer holds %q: %s", secret, got)
				}
			}
		})
	}
	if status, got := s.rpc("Cases/Count", `[]`); status != 200 || got != "0" {
		t.Errorf("after all that: %d %s", status, got)
	}
}

func TestAPanicIsInTheLogWithItsPlaceAndWithoutItsValue(t *testing.T) {
	s := start(t, nil)
	s.rpc("Cases/Panic", `["Mrs Martin"]`)
	s.rpc("Cases/Crash", `[]`)
	log := s.log.String()
	for _, want := range []string{"/rpc/Cases/Panic", "a value of type string", "shell_test.go", "nil pointer dereference"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %q", want)
		}
	}
	if strings.Contains(log, "Martin") {
		t.Error("the log has the customer's name")
	}
}

func TestOnlyJSONIsRead(t *testing.T) {
	s := start(t, nil)
	for kind, want := range map[string]int{
		"application/json":                  200,
		"application/json; charset=utf-8":   200,
		"text/plain":                        415,
		"application/x-www-form-urlencoded": 415,
		"multipart/form-data; boundary=x":   415,
		"application/jsonp":                 415,
		"":                                  415,
	} {
		answer := s.ask(http.MethodPost, "/rpc/Cases/Ping", "[]", func(r *http.Request) { r.Header.Set("Content-Type", kind) })
		if answer.StatusCode != want {
			t.Errorf("%q: %d, want %d", kind, answer.StatusCode, want)
		}
	}
	for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodDelete} {
		answer := s.ask(method, "/rpc/Cases/Ping", "[]", nil)
		if answer.StatusCode != http.StatusMethodNotAllowed || answer.Header.Get("Allow") != "POST" {
			t.Errorf("%s: %d", method, answer.StatusCode)
		}
	}
}

func BenchmarkCall(b *testing.B) {
	token := kiosk.NewToken()
	shell, err := kiosk.New(kiosk.Options{Services: []any{&Cases{}}, Assets: assets(), Token: token, FormatError: formatError})
	if err != nil {
		b.Fatal(err)
	}
	handler := shell.Handler()
	for b.Loop() {
		if code := callOnce(b, handler, token); code != http.StatusOK {
			b.Fatal(code)
		}
	}
}
