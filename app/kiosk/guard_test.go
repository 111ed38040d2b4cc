package kiosk_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"revient/app/kiosk"
)

func port(address string) string { return address[strings.LastIndex(address, ":")+1:] }

func TestARequestThatIsNotOursIsRefused(t *testing.T) {
	s := start(t, nil)
	const list = "/rpc/Cases/Count"
	host := func(host string) func(*http.Request) {
		return func(r *http.Request) {
			r.Host = host
			if r.Method == http.MethodPost {
				r.Header.Set("Origin", "http://"+host)
			}
		}
	}
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	without := func(name string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Del(name) }
	}
	p := port(s.address)
	for name, c := range map[string]struct {
		method, path string
		change       func(*http.Request)
		status       int
		key          string
	}{
		"a site whose name leads to us":               {"POST", list, host("rebind.example:" + p), 421, "errors_kiosk.host"},
		"a name that begins like our address":         {"POST", list, host("127.0.0.1.evil.com:" + p), 421, "errors_kiosk.host"},
		"a name that ends like our address":           {"POST", list, host("evil.127.0.0.1:" + p), 421, "errors_kiosk.host"},
		"a subdomain of localhost":                    {"POST", list, host("evil.localhost:" + p), 421, "errors_kiosk.host"},
		"an address of another machine":               {"POST", list, host("192.168.1.20:" + p), 421, "errors_kiosk.host"},
		"an address written in short":                 {"POST", list, host("127.1:" + p), 421, "errors_kiosk.host"},
		"an address written as a number":              {"POST", list, host("2130706433:" + p), 421, "errors_kiosk.host"},
		"every address":                               {"POST", list, host("0.0.0.0:" + p), 421, "errors_kiosk.host"},
		"another port":                                {"POST", list, host("127.0.0.1:1"), 421, "errors_kiosk.host"},
		"no port":                                     {"POST", list, host("127.0.0.1"), 421, "errors_kiosk.host"},
		"another name, for a page":                    {"GET", "/", host("rebind.example:" + p), 421, "errors_kiosk.host"},
		"another name, with the token":                {"GET", "/?t=" + s.token, host("rebind.example:" + p), 421, "errors_kiosk.host"},
		"a call that names no origin":                 {"POST", list, without("Origin"), 403, "errors_kiosk.origin"},
		"an upload that names no origin":              {"PUT", "/media/x", without("Origin"), 403, "errors_kiosk.origin"},
		"a call from another site":                    {"POST", list, header("Origin", "https://evil.example"), 403, "errors_kiosk.origin"},
		"a call from another port of this machine":    {"POST", list, header("Origin", "http://127.0.0.1:1"), 403, "errors_kiosk.origin"},
		"a call from an origin that begins like ours": {"POST", list, header("Origin", "http://"+s.address+".evil.com"), 403, "errors_kiosk.origin"},
		"a call from a page of a file":                {"POST", list, header("Origin", "null"), 403, "errors_kiosk.origin"},
		"a call from our name over TLS":               {"POST", list, header("Origin", "https://"+s.address), 403, "errors_kiosk.origin"},
		"a call from localhost to the address":        {"POST", list, header("Origin", "http://localhost:"+p), 403, "errors_kiosk.origin"},
		"a call of two origins":                       {"POST", list, func(r *http.Request) { r.Header.Add("Origin", "http://"+s.address) }, 403, "errors_kiosk.origin"},
		"a call that the browser calls cross-site":    {"POST", list, header("Sec-Fetch-Site", "cross-site"), 403, "errors_kiosk.origin"},
		"a question of another site":                  {"GET", "/media/x", header("Origin", "https://evil.example"), 403, "errors_kiosk.origin"},
		"a photo in a page of another site":           {"GET", "/media/x", header("Sec-Fetch-Site", "cross-site"), 403, "errors_kiosk.origin"},
		"a photo in a page of another port":           {"GET", "/media/x", header("Sec-Fetch-Site", "same-site"), 403, "errors_kiosk.origin"},
		"a preflight of another site":                 {"OPTIONS", list, header("Origin", "https://evil.example"), 403, "errors_kiosk.origin"},
		"a call without the cookie":                   {"POST", list, without("Cookie"), 401, "errors_kiosk.closed"},
		"a page without the cookie":                   {"GET", "/", without("Cookie"), 401, "errors_kiosk.closed"},
		"the bridge without the cookie":               {"GET", "/bridge.js", without("Cookie"), 401, "errors_kiosk.closed"},
		"the events without the cookie":               {"GET", "/events", without("Cookie"), 401, "errors_kiosk.closed"},
		"a photo without the cookie":                  {"GET", "/media/x", without("Cookie"), 401, "errors_kiosk.closed"},
		"a script of the page without the cookie":     {"GET", "/assets/app-1a2b.js", without("Cookie"), 401, "errors_kiosk.closed"},
		"the cookie of an earlier launch":             {"GET", "/", header("Cookie", "revient-"+p+"="+kiosk.NewToken()), 401, "errors_kiosk.closed"},
		"an empty cookie":                             {"GET", "/", header("Cookie", "revient-"+p+"="), 401, "errors_kiosk.closed"},
		"the cookie of another port":                  {"GET", "/", header("Cookie", "revient-1="+s.token), 401, "errors_kiosk.closed"},
		"a wrong token":                               {"GET", "/?t=" + kiosk.NewToken(), without("Cookie"), 401, "errors_kiosk.closed"},
		"the token on another path":                   {"GET", "/media/x?t=" + s.token, without("Cookie"), 401, "errors_kiosk.closed"},
		"the token in a call":                         {"POST", "/?t=" + s.token, without("Cookie"), 401, "errors_kiosk.closed"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := s.ask(c.method, c.path, "[]", c.change)
			if answer.StatusCode != c.status {
				t.Errorf("status %d, want %d", answer.StatusCode, c.status)
			}
			wantKey(t, read(t, answer), c.key)
			if answer.Header.Get("Content-Security-Policy") == "" {
				t.Error("no content security policy")
			}
			for name := range answer.Header {
				if strings.HasPrefix(name, "Access-Control-") || name == "Set-Cookie" {
					t.Errorf("it sends %s", name)
				}
			}
		})
	}
	if strings.Contains(s.log.String(), s.token) {
		t.Error("the token is in the log")
	}
}

func TestOurOwnNamesAreTaken(t *testing.T) {
	s := start(t, nil)
	for _, host := range []string{s.address, "localhost:" + port(s.address)} {
		answer := s.ask(http.MethodPost, "/rpc/Cases/Count", "[]", func(r *http.Request) {
			r.Host = host
			r.Header.Set("Origin", "http://"+host)
			r.Header.Set("Sec-Fetch-Site", "same-origin")
		})
		if answer.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", host, answer.StatusCode)
		}
	}
	opened := s.ask(http.MethodGet, "/", "", func(r *http.Request) {
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		r.Header.Set("Sec-Fetch-Mode", "navigate")
		r.Header.Set("Sec-Fetch-Dest", "document")
	})
	if opened.StatusCode != http.StatusOK {
		t.Errorf("a link that opens the station: %d", opened.StatusCode)
	}
}

func TestTheTokenBecomesACookieAndLeavesTheAddress(t *testing.T) {
	for _, entry := range []string{"/?t=", "/enter?t="} {
		s := start(t, nil)
		answer := s.ask(http.MethodGet, entry+s.token, "", func(r *http.Request) { r.Header.Del("Cookie") })
		if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/" {
			t.Fatalf("%s: %d to %q", entry, answer.StatusCode, answer.Header.Get("Location"))
		}
		cookies := answer.Cookies()
		if len(cookies) != 1 {
			t.Fatalf("cookies %v", cookies)
		}
		c := cookies[0]
		if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Domain != "" || c.Path != "/" || !c.Expires.IsZero() {
			t.Errorf("cookie %+v", c)
		}
		page := s.ask(http.MethodGet, "/", "", func(r *http.Request) {
			r.Header.Del("Cookie")
			r.AddCookie(c)
		})
		if page.StatusCode != http.StatusOK {
			t.Errorf("with the cookie: %d", page.StatusCode)
		}
	}
}

func TestAPersonWithoutTheTokenIsToldHowToOpenTheStation(t *testing.T) {
	s := start(t, nil)
	for accepted, want := range map[string]string{
		"fr-FR,fr;q=0.9": "Le poste est fermé ici",
		"en-GB,en;q=0.9": "The station is closed here",
		"":               "The station is closed here",
	} {
		answer := s.ask(http.MethodGet, "/cases/12", "", func(r *http.Request) {
			r.Header.Del("Cookie")
			r.Header.Set("Accept", "text/html,application/xhtml+xml")
			r.Header.Set("Accept-Language", accepted)
		})
		content := read(t, answer)
		if answer.StatusCode != http.StatusUnauthorized || !strings.Contains(content, "<h1>"+want+"</h1>") {
			t.Errorf("%q: %d %s", accepted, answer.StatusCode, content)
		}
		nonce := between(content, `<style nonce="`, `"`)
		if nonce == "" || !strings.Contains(answer.Header.Get("Content-Security-Policy"), "'nonce-"+nonce+"'") {
			t.Errorf("the page's style has the nonce %q", nonce)
		}
	}
}

func between(content, before, after string) string {
	_, rest, _ := strings.Cut(content, before)
	found, _, ok := strings.Cut(rest, after)
	if !ok {
		return ""
	}
	return found
}

// The address is given by the connection, so that these need no second network.
func askFrom(t *testing.T, allowRemote bool, local, host string) int {
	t.Helper()
	token := kiosk.NewToken()
	shell, err := kiosk.New(kiosk.Options{Assets: assets(), Token: token, FormatError: formatError, AllowRemote: allowRemote})
	if err != nil {
		t.Fatal(err)
	}
	address, err := net.ResolveTCPAddr("tcp", local)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(withLocalAddress(t.Context(), address), http.MethodGet, "/", nil)
	r.Host = host
	r.AddCookie(&http.Cookie{Name: "revient-" + port(local), Value: token})
	w := httptest.NewRecorder()
	shell.Handler().ServeHTTP(w, r)
	return w.Code
}

func TestOtherMachinesAreLetInOnlyWhenTheStationSaysSo(t *testing.T) {
	for name, c := range map[string]struct {
		allowRemote bool
		local, host string
		want        int
	}{
		"from this machine":                     {false, "127.0.0.1:8700", "127.0.0.1:8700", 200},
		"over IPv6":                             {false, "[::1]:8700", "[::1]:8700", 200},
		"over IPv6, by name":                    {false, "[::1]:8700", "localhost:8700", 200},
		"at the port that goes without saying":  {false, "127.0.0.1:80", "127.0.0.1", 200},
		"from another machine":                  {false, "192.168.1.20:8700", "192.168.1.20:8700", 421},
		"from another machine, let in":          {true, "192.168.1.20:8700", "192.168.1.20:8700", 200},
		"let in, by an address that is not it":  {true, "192.168.1.20:8700", "192.168.1.21:8700", 421},
		"let in, by a name":                     {true, "192.168.1.20:8700", "station.example:8700", 421},
		"let in, by a name that is not its own": {true, "192.168.1.20:8700", "localhost:8700", 421},
	} {
		if got := askFrom(t, c.allowRemote, c.local, c.host); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
