package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/google/uuid"

	"revient/app/api"
	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/text"
)

const (
	soldIMEI = "356938035643809"
	pin      = "2580"
)

// desk is a screen on a real station.
type desk struct {
	testing.TB
	ctx     context.Context
	now     time.Time
	station *station.Station
	syncer  *fakeSyncer
	api     *api.API
	server  *httptest.Server

	start    *api.Station
	cases    *api.Cases
	sending  *api.Sending
	settings *api.Settings
	setup    *api.Setup
	stock    *api.Stock
	quit     int
}

// fakeSyncer stands for the one who talks to the marketplace.
type fakeSyncer struct {
	status api.SyncerStatus
	synced int
}

func (f *fakeSyncer) Status() api.SyncerStatus { return f.status }
func (f *fakeSyncer) SyncNow()                 { f.synced++ }
func (f *fakeSyncer) Pause(paused bool)        { f.status.Paused = paused }

// newDesk opens a station that is not set up.
func newDesk(tb testing.TB) *desk {
	tb.Helper()
	d := &desk{TB: tb, ctx: context.Background(), now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC), syncer: &fakeSyncer{}}
	opened, err := station.Open(d.ctx, station.Options{Dir: tb.TempDir(), Sample: true, Now: func() time.Time { return d.now }})
	d.must(err)
	d.station = opened
	d.api = api.New(api.Options{Station: opened, Syncer: d.syncer, Shell: "kiosk", Kiosk: true, Version: "1", Quit: func() { d.quit++ }})
	for _, service := range d.api.Bound() {
		switch bound := service.(type) {
		case *api.Station:
			d.start = bound
		case *api.Cases:
			d.cases = bound
		case *api.Sending:
			d.sending = bound
		case *api.Settings:
			d.settings = bound
		case *api.Setup:
			d.setup = bound
		case *api.Stock:
			d.stock = bound
		}
	}
	d.server = httptest.NewServer(d.api.MediaHandler())
	tb.Cleanup(func() {
		d.server.Close()
		d.must(d.station.Close())
	})
	return d
}

// newReadyDesk opens a station that is set up.
func newReadyDesk(tb testing.TB) *desk {
	tb.Helper()
	d := newDesk(tb)
	_, err := d.setup.Finish(command(), setupForm())
	d.must(err)
	return d
}

func setupForm() api.SetupForm {
	return api.SetupForm{
		Workshop: api.WorkshopForm{Name: "Atelier Exemple", Street: "1 rue de l’Exemple", PostCode: "75011", City: "Paris", Country: "FR"},
		Station:  api.StationForm{Name: "Poste 1", Prefix: "p01", Language: "fr"}, Manager: "Ana", PIN: pin,
	}
}

func command() string { return uuid.NewString() }

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) refused(err error, key string) {
	d.Helper()
	if err == nil || fault.Of(err).Key != key {
		d.Fatalf("got %v, want %s", err, key)
	}
}

// pulls brings a request of the marketplace, and returns its case.
func (d *desk) pulls(order string) api.CaseView {
	d.Helper()
	feed := station.Feed{Account: "bm-1", Environment: "sandbox"}
	sold := marketplace.Order{
		Ref: marketplace.OrderRef(order), Locale: "fr-fr", CreatedAt: d.now.AddDate(0, 0, -9), Raw: []byte("{}"),
		Lines: []marketplace.OrderLine{{
			Ref: "1", Title: "iPhone 13 128 Go", Quantity: 1, Price: returns.Money{Minor: 39900, Currency: "EUR"}, Shipping: returns.Money{Currency: "EUR"},
			State: marketplace.LineShipped, IMEI: soldIMEI,
		}},
		ShipTo: marketplace.Address{FirstName: "Camille", LastName: "Dubreuil", Street: "12 rue des Lilas", PostalCode: "69003", City: "Lyon", Country: "FR"},
	}
	folder := marketplace.Folder{
		Ref: marketplace.FolderRef("F" + order), OrderRef: sold.Ref, LineRef: "1", Open: true, Kind: marketplace.Defect, CreatedAt: d.now.Add(-time.Hour), Raw: []byte("{}"),
		Messages: []marketplace.Message{{
			Ref: "m1", Author: marketplace.FromCustomer, Text: "Il ne charge plus.", SentAt: d.now.Add(-time.Hour), Attachments: []marketplace.Attachment{{Ref: "a1"}},
		}},
	}
	d.must(d.station.TakeOrders(d.ctx, feed, []marketplace.Order{sold}, "1"))
	d.must(d.station.TakeFolders(d.ctx, feed, []marketplace.Folder{folder}, "1"))
	found, err := d.start.Scan(order)
	d.must(err)
	if found.Kind != "case" || len(found.Cases) != 1 {
		d.Fatalf("scanned %+v", found)
	}
	view, err := d.cases.Get(found.Cases[0].ID)
	d.must(err)
	return view
}

// byHand is a request without a marketplace.
func byHand() api.RequestForm {
	return api.RequestForm{
		OrderRef: "SHOP-7", Title: "iPhone 13", Category: "smartphone", Paid: api.Money{Minor: 20000, Currency: "EUR"}, Shipping: api.Money{Currency: "EUR"},
		Claim: "defect", Wish: "refund", Text: "It does not charge.", Name: "Camille Dubreuil", PostCode: "69003", City: "Lyon", Country: "fr", Language: "fr", Delivered: "2026-11-01",
	}
}

// decides brings a case to where it is to be decided, for a dead device.
func (d *desk) decides(view api.CaseView) api.CaseView {
	d.Helper()
	steps := []func() (api.CaseView, error){
		func() (api.CaseView, error) {
			return d.cases.Authorise(command(), view.ID, api.AuthoriseForm{Label: true})
		},
		func() (api.CaseView, error) {
			return d.cases.Receive(command(), view.ID, api.ReceiveForm{Code: "RET1"})
		},
		func() (api.CaseView, error) {
			return d.cases.ReadIdentity(command(), view.ID, api.IdentityForm{IMEI: soldIMEI})
		},
		func() (api.CaseView, error) {
			return d.cases.RecordChecks(command(), view.ID, []api.CheckForm{{Code: "COM-20", Value: "yes"}})
		},
		func() (api.CaseView, error) {
			return d.cases.AddEvidence(command(), view.ID, api.EvidenceForm{Photos: []string{d.uploads(1)}, View: "screen_off", Source: "camera"})
		},
		func() (api.CaseView, error) {
			return d.cases.AddEvidence(command(), view.ID, api.EvidenceForm{Photos: []string{d.uploads(2)}, View: "back", Source: "camera"})
		},
		func() (api.CaseView, error) {
			return d.cases.StopInspection(command(), view.ID, api.StopForm{Finding: "dead"})
		},
	}
	var err error
	for _, step := range steps {
		d.now = d.now.Add(time.Second)
		view, err = step()
		d.must(err)
	}
	return view
}

func jpegOf(n int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 16 {
		img.Set(i, n%16, color.RGBA{R: uint8(n * 17), G: uint8(i * 16), A: 255}) //nolint:gosec // Any colour will do.
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// uploads sends a photo and returns its identity.
func (d *desk) uploads(n int) string {
	d.Helper()
	status, _, body := d.asks(http.MethodPost, "/media/photos?source=camera", jpegOf(n))
	var photo struct {
		ID    string `json:"id"`
		Width int    `json:"width"`
	}
	d.must(json.Unmarshal(body, &photo))
	if status != http.StatusCreated || photo.ID == "" || photo.Width != 16 {
		d.Fatalf("%d: %s", status, body)
	}
	return photo.ID
}

func (d *desk) asks(method, path string, body []byte) (status int, header http.Header, answer []byte) {
	d.Helper()
	request, err := http.NewRequestWithContext(d.ctx, method, d.server.URL+path, bytes.NewReader(body))
	d.must(err)
	response, err := d.server.Client().Do(request)
	d.must(err)
	answer, err = io.ReadAll(response.Body)
	d.must(err)
	d.must(response.Body.Close())
	return response.StatusCode, response.Header, answer
}

// speaks expects an error to be one that a person can read in both languages.
func (d *desk) speaks(what string, err error) {
	d.Helper()
	var view api.Fault
	d.must(json.Unmarshal([]byte(api.FormatError(err)), &view))
	if view.Code == string(fault.Internal) {
		d.Errorf("%s: an internal error: %v", what, err)
	}
	for _, lang := range text.Languages() {
		if said := text.T(lang, view.Key, fault.Args(view.Args)); said == view.Key || said == "" {
			d.Errorf("%s: %s has no sentence for %s", what, lang, view.Key)
		}
	}
}
