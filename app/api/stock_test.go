package api_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"revient/app/api"
)

const spareIMEI = "353012109876548"

func spareForm() api.UnitForm {
	return api.UnitForm{Title: "iPhone 13 128 Go Minuit", Grade: "good", IMEI: spareIMEI, Source: "scan"}
}

func TestAScanSaysOfABinWhatLiesInItAndOfAUnitWhomItIsFor(t *testing.T) {
	d := newReadyDesk(t)
	bin, err := d.stock.SaveBin(command(), api.BinForm{Code: "a01", Place: "stock", Words: "Étagère A"})
	d.must(err)
	unit, err := d.stock.Add(command(), spareForm())
	d.must(err)
	laid, err := d.stock.Lay(command(), api.LayForm{Bin: bin.Code, Code: spareIMEI})
	d.must(err)
	if laid.Unit == nil || laid.Unit.Bin != "BIN-A01" || laid.Row != nil {
		t.Errorf("laid %+v", laid)
	}
	found, err := d.start.Scan("bin-a01")
	d.must(err)
	if found.Kind != "bin" || found.Bin == nil || found.Bin.Bin.Words != "Étagère A" || len(found.Bin.Units) != 1 || found.Bin.Units[0].ID != unit.ID {
		t.Errorf("the bin: %+v", found)
	}
	view := d.pulls("1001")
	_, err = d.cases.ReserveReplacement(command(), view.ID, api.ReserveForm{Code: spareIMEI})
	d.must(err)
	found, err = d.start.Scan(spareIMEI)
	d.must(err)
	if found.Kind != "unit" || found.Unit == nil || found.Unit.State != "reserved" || found.Unit.CaseNumber != view.Number {
		t.Errorf("the unit: %+v", found)
	}
	page, err := d.stock.Units(api.UnitFilter{State: "reserved", Text: "minuit", Limit: 10})
	d.must(err)
	if page.Total != 1 || page.Count["reserved"] != 1 || page.Count["free"] != 0 || page.Rows[0].CaseNumber != view.Number {
		t.Errorf("the stock: %+v", page)
	}
	if _, err := d.stock.Withdraw(command(), unit.ID, "Écran rayé"); err == nil {
		t.Error("a unit that is kept for a customer was withdrawn")
	}
}

func TestAFileIsLookedAtBeforeItIsTakenIn(t *testing.T) {
	d := newReadyDesk(t)
	send := func(file string) string {
		status, _, body := d.asks(http.MethodPost, "/media/tables?name=stock.csv", []byte(file))
		var sent struct{ ID string }
		d.must(json.Unmarshal(body, &sent))
		if status != http.StatusCreated || sent.ID == "" {
			t.Fatalf("%d: %s", status, body)
		}
		return sent.ID
	}
	bad := send("Désignation;Grade;IMEI;Prix\niPhone 13;A;" + spareIMEI + ";12\niPhone 13;Bon;" + soldIMEI + ";12\n")
	view, err := d.stock.PreviewFile(bad)
	d.must(err)
	if view.Rows != 2 || view.Good != 1 || len(view.Bad) != 1 || !strings.HasPrefix(view.Bad[0], "Ligne 2, colonne Grade") || len(view.Ignored) != 1 {
		t.Errorf("%+v", view)
	}
	_, err = d.stock.ImportFile(command(), bad)
	d.refused(err, "errors_stock.import.bad")
	good := send("Désignation;Grade;IMEI\niPhone 13;Bon;" + soldIMEI + "\n")
	id := command()
	for range 2 {
		if n, err := d.stock.ImportFile(id, good); err != nil || n != 1 {
			t.Fatalf("%d units, %v", n, err)
		}
	}
	if view, err = d.stock.PreviewFile(good); err != nil || view.Before == "" || view.Good != 0 {
		t.Errorf("%+v, %v", view, err)
	}
	if _, err := d.stock.PreviewFile("nothing"); err == nil {
		t.Error("a file that nobody sent was read")
	}
}

func TestAVanIsUnloadedAndItsLabelsAreOnePrint(t *testing.T) {
	d := newReadyDesk(t)
	view := d.pulls("1001")
	got, err := d.stock.Unload(command(), api.UnloadForm{Code: "1001"})
	d.must(err)
	if got.What != "received" || len(got.Cases) != 1 || got.Cases[0].ID != view.ID || got.Cases[0].Due == nil || !strings.HasPrefix(got.Label, "/media/documents/") {
		t.Errorf("unloaded %+v", got)
	}
	aside, err := d.stock.Unload(command(), api.UnloadForm{Code: "6A18420007341"})
	d.must(err)
	cases := url.Values{"case": {view.ID, aside.Cases[0].ID}}
	for path, want := range map[string]int{
		"/media/labels/devices?" + cases.Encode(): http.StatusOK, "/media/labels/devices": http.StatusBadRequest,
		"/media/labels/devices?case=nobody": http.StatusNotFound, "/media/labels/bins": http.StatusBadRequest, "/media/lists/put-away": http.StatusOK,
	} {
		status, header, body := d.asks(http.MethodGet, path, nil)
		if status != want || status == http.StatusOK && (header.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(string(body), "%PDF")) {
			t.Errorf("%s: %d %v", path, status, header)
		}
	}
	_, err = d.stock.Unload(command(), api.UnloadForm{Code: " "})
	d.refused(err, "errors_stock.scan")
}
