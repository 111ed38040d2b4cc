package api_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"revient/app/api"
	"revient/app/fault"
)

// service finds one of the bound services.
func service[S any](d *desk) (found S) {
	d.Helper()
	for _, bound := range d.api.Bound() {
		if of, ok := bound.(S); ok {
			return of
		}
	}
	d.Fatalf("no service %T is bound", found)
	return found
}

// opensTable sends a table, as a screen does, and returns its name there.
func (d *desk) opensTable(content string) string {
	d.Helper()
	answer, err := http.Post(d.server.URL+"/media/tables?name=ventes.csv", "text/csv", strings.NewReader(content))
	d.must(err)
	defer func() { d.must(answer.Body.Close()) }()
	var opened struct{ ID string }
	d.must(json.NewDecoder(answer.Body).Decode(&opened))
	if answer.StatusCode != http.StatusCreated || opened.ID == "" {
		d.Fatalf("it answers %d", answer.StatusCode)
	}
	return opened.ID
}

func TestATableIsLookedAtAndForgottenInItsTurn(t *testing.T) {
	d := newDesk(t)
	devices := service[*api.Devices](d)
	first := d.opensTable("commande;imei\n7001;356938035643809\n")
	if view, err := devices.PreviewSold(first); err != nil || view.Good != 1 || view.Name != "ventes.csv" || view.Earlier != nil {
		t.Fatalf("it holds %+v (%v)", view, err)
	}
	for _, order := range []string{"a", "b", "c", "d"} {
		d.opensTable("commande;imei\n" + order + ";356938035643809\n")
	}
	if _, err := devices.PreviewSold(first); fault.Of(err).Key != "errors_device.file.gone" {
		t.Errorf("the oldest of five tables is still open: %v", err)
	}
}

func TestADayThatWasNeverClosedHasItsListsEmptyAndNeverMissing(t *testing.T) {
	d := newReadyDesk(t)
	view, err := service[*api.Books](d).Today()
	d.must(err)
	if view.Outcomes == nil || view.Unsure == nil || view.Numbers == nil || view.Closings == nil || len(view.States) != 5 || view.Since != "" {
		t.Errorf("the day is %+v", view)
	}
}

func TestAMonthThatIsNoneIsNotFound(t *testing.T) {
	d := newDesk(t)
	for _, file := range []string{"2026-13.csv", "2026-11.pdf", "november.xlsx", "2026-11"} {
		answer, err := http.Get(d.server.URL + "/media/accounts/" + file)
		d.must(err)
		if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d (%v)", file, answer.StatusCode, err)
		}
		d.must(answer.Body.Close())
	}
	if _, err := service[*api.Books](d).Payout(uuid.NewString()); fault.Of(err).Key != "errors_payout.gone" {
		t.Errorf("a payout that there is not: %v", err)
	}
}
