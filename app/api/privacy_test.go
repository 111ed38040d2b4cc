package api_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"revient/app/api"
	"revient/app/returns"
	"revient/app/station"
)

// privacy is the service of the desk's api.
func (d *desk) privacy() *api.Privacy {
	for _, service := range d.api.Bound() {
		if bound, is := service.(*api.Privacy); is {
			return bound
		}
	}
	d.Fatal("no such service")
	return nil
}

func TestAPersonIsFoundSeenCopiedAndErased(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	privacy := d.privacy()
	found, err := privacy.Find(strings.ToUpper(view.Customer.Name))
	d.must(err)
	if len(found) != 1 || found[0].Case != view.ID || found[0].Cases != 1 {
		t.Fatalf("found %+v", found)
	}
	held, err := privacy.Held(found[0].Case)
	d.must(err)
	if held.Customer.Name != view.Customer.Name || len(held.Cases) != 1 || held.Orders != 1 || held.Remote == 0 || len(held.Open) != 1 || held.Open[0] != view.Number {
		t.Errorf("held %+v", held)
	}
	answer, err := http.Get(d.server.URL + held.CopyURL)
	d.must(err)
	archive, err := io.ReadAll(answer.Body)
	d.must(err)
	d.must(answer.Body.Close())
	if answer.StatusCode != http.StatusOK || !strings.HasPrefix(string(archive), "PK") || !strings.Contains(answer.Header.Get("Content-Disposition"), view.Number+".zip") {
		t.Errorf("the copy: %s %v", answer.Status, answer.Header)
	}

	_, err = privacy.Erase(command(), view.ID, pin)
	d.refused(err, "errors_store.erase_open")
	_, err = d.station.Decline(d.ctx, station.Order{ID: returns.CommandID(command()), Actor: returns.Actor{ID: returns.System}}, returns.CaseID(view.ID), "late", "Trop tard.")
	d.must(err)
	_, err = privacy.Erase(command(), view.ID, "")
	d.refused(err, "errors_station.pin.needed")
}

func TestTheRetentionSaysWhatIsPastIt(t *testing.T) {
	d := newReadyDesk(t)
	privacy := d.privacy()
	_, err := privacy.SaveRetention(command(), api.RetentionForm{Months: 6, DocumentYears: 10}, "")
	d.refused(err, "errors_station.pin.needed")
	view, err := privacy.SaveRetention(command(), api.RetentionForm{Months: 6, DocumentYears: 10}, pin)
	d.must(err)
	if view.Months != 6 || view.Past != 0 || view.Before != "2026-05-02" || len(view.Log) != 0 {
		t.Errorf("%+v", view)
	}
	done, err := privacy.EraseDue(command(), pin)
	d.must(err)
	if done.Cases != 0 || done.Unfinished {
		t.Errorf("%+v", done)
	}
}

func TestAScreenIsToldThatTheClockIsBehindTheJournal(t *testing.T) {
	d := newReadyDesk(t)
	d.pulls("1001")
	status, err := d.start.Status()
	d.must(err)
	if status.Latest != "" {
		t.Errorf("in time: %q", status.Latest)
	}
	journal := d.now
	d.now = d.now.AddDate(-1, 0, 0)
	if status, err = d.start.Status(); err != nil || status.Latest != journal.Format(time.RFC3339Nano) && !strings.HasPrefix(status.Latest, "2026-11-02T") {
		t.Errorf("a year behind: %q %v", status.Latest, err)
	}
}
