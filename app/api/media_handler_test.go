package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"revient/app/api"
	"revient/app/media"
)

func TestAPhotoGoesInAndComesOutAsItWas(t *testing.T) {
	d := newReadyDesk(t)
	photo := d.uploads(1)
	if again := d.uploads(1); again != photo {
		t.Error("the same photo has two identities")
	}
	for path, want := range map[string]func(body []byte) bool{
		"/media/photos/" + photo:                func(body []byte) bool { return bytes.Equal(body, jpegOf(1)) },
		"/media/photos/" + photo + "/thumbnail": func(body []byte) bool { return len(body) > 0 },
	} {
		status, header, body := d.asks(http.MethodGet, path, nil)
		if status != http.StatusOK || !want(body) || !strings.HasPrefix(header.Get("Content-Type"), "image/") {
			t.Errorf("%s: %d %s", path, status, header.Get("Content-Type"))
		}
		if header.Get("X-Content-Type-Options") != "nosniff" || !strings.Contains(header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %v", path, header)
		}
	}
	if status, _, body := d.asks(http.MethodHead, "/media/photos/"+photo, nil); status != http.StatusOK || len(body) != 0 {
		t.Errorf("HEAD: %d, %d bytes", status, len(body))
	}
}

func TestADocumentIsAPDFThatNoCacheKeeps(t *testing.T) {
	d := newReadyDesk(t)
	view, err := d.cases.Authorise(command(), d.pulls("1001").ID, api.AuthoriseForm{Label: false})
	d.must(err)
	url := view.Documents[0].URL
	status, header, body := d.asks(http.MethodGet, url, nil)
	if status != http.StatusOK || header.Get("Content-Type") != "application/pdf" || !bytes.HasPrefix(body, []byte("%PDF-")) {
		t.Errorf("%d %v", status, header)
	}
	if header.Get("Cache-Control") != "private, no-store" {
		t.Errorf("cached as %q", header.Get("Cache-Control"))
	}
	_, err = d.cases.Reprint(command(), view.Documents[0].ID)
	d.must(err)
	if status, _, marked := d.asks(http.MethodGet, url+"?copy=1", nil); status != http.StatusOK || bytes.Equal(marked, body) {
		t.Errorf("the copy: %d", status)
	}
}

func TestWhatCannotBeServedIsRefusedInWords(t *testing.T) {
	d := newReadyDesk(t)
	for name, ask := range map[string]struct {
		method, path string
		body         []byte
		status       int
	}{
		"a text as a photo":        {http.MethodPost, "/media/photos", []byte("This is a text."), http.StatusBadRequest},
		"nothing as a photo":       {http.MethodPost, "/media/photos?source=drop", nil, http.StatusBadRequest},
		"a photo that is not here": {http.MethodGet, "/media/photos/" + strings.Repeat("a", 64), nil, http.StatusNotFound},
		"a path in place of one":   {http.MethodGet, "/media/photos/..%2f..%2frevient.db", nil, http.StatusNotFound},
		"no thumbnail":             {http.MethodGet, "/media/photos/x/thumbnail", nil, http.StatusNotFound},
		"an unknown document":      {http.MethodGet, "/media/documents/nope", nil, http.StatusNotFound},
		"a copy that is no number": {http.MethodGet, "/media/documents/nope?copy=two", nil, http.StatusNotFound},
		"more than a photo holds":  {http.MethodPost, "/media/photos", append(jpegOf(1), make([]byte, media.MaxBytes+1)...), http.StatusBadRequest},
	} {
		t.Run(name, func(t *testing.T) {
			status, header, body := d.asks(ask.method, ask.path, ask.body)
			var told api.Fault
			if err := json.Unmarshal(body, &told); err != nil || status != ask.status || told.Key == "" || header.Get("Content-Type") != "application/json" {
				t.Errorf("%d %s (%v)", status, body, err)
			}
		})
	}
	if status, _, _ := d.asks(http.MethodDelete, "/media/photos/x", nil); status != http.StatusMethodNotAllowed {
		t.Errorf("DELETE answers %d", status)
	}
}
