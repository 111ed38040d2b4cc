package sandbox_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strings"
	"testing"
	"time"

	"revient/app/marketplace/sandbox"
)

var morning = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

func still() time.Time { return morning }

// start opens a sandbox and serves it on loopback.
func start(t *testing.T, options sandbox.Options) *sandbox.Server {
	t.Helper()
	if options.Now == nil {
		options.Now = still
	}
	server, err := sandbox.New(options)
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Listen("127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return server
}

type reply struct {
	status int
	header http.Header
	body   string
}

// say sends a request as a client of the API would.
func say(t *testing.T, s *sandbox.Server, method, path, contentType, body string) reply {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.URL()+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Basic "+s.Token())
	request.Header.Set("User-Agent", "BM-Test-Test;test@example.com")
	request.Header.Set("Content-Type", contentType)
	return send(t, request)
}

func send(t *testing.T, request *http.Request) reply {
	t.Helper()
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := response.Body.Close(); err != nil {
		t.Fatal(err)
	}
	if response.Header.Get(sandbox.Header) == "" {
		t.Errorf("%s %s: the answer is not marked as the sandbox's", request.Method, request.URL.Path)
	}
	return reply{response.StatusCode, response.Header, string(answer)}
}

func get(t *testing.T, s *sandbox.Server, path string) reply {
	t.Helper()
	return say(t, s, http.MethodGet, path, "", "")
}

// refund asks for one, and returns the status and the words.
func refund(t *testing.T, s *sandbox.Server, body string) (int, string) {
	t.Helper()
	answer := say(t, s, http.MethodPost, "/ws/sav/refund", "application/json", body)
	return answer.status, answer.body
}

// post writes a message with so many files of a size, in parts of a name.
func post(t *testing.T, s *sandbox.Server, folder int64, text string, files, size int, part string) reply {
	t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	if err := form.WriteField("message", text); err != nil {
		t.Fatal(err)
	}
	for i := range files {
		header := textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name=%q; filename="f%d.jpg"`, part, i)}, "Content-Type": {"image/jpeg"}}
		w, err := form.CreatePart(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(make([]byte, size)); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return say(t, s, http.MethodPost, fmt.Sprintf("/ws/sav/%d/msg", folder), form.FormDataContentType(), b.String())
}

func ask(t *testing.T, s *sandbox.Server, request sandbox.Request) sandbox.Opened {
	t.Helper()
	opened, err := s.Open(request)
	if err != nil {
		t.Fatal(err)
	}
	return opened
}

func decode(t *testing.T, raw string) map[string]any {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal([]byte(raw), &object); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	return object
}

func entries(s *sandbox.Server, kind string) []sandbox.Entry {
	var found []sandbox.Entry
	for _, entry := range s.Ledger() {
		if entry.Kind == kind {
			found = append(found, entry)
		}
	}
	return found
}
