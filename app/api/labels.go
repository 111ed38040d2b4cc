package api

import (
	"net/http"

	"revient/app/returns"
)

// deviceLabels is the labels of several cases in one print:
// GET /media/labels/devices?case={id}&case={id}.
func (a *API) deviceLabels(w http.ResponseWriter, r *http.Request) {
	ids := []returns.CaseID{}
	for _, id := range r.URL.Query()["case"] {
		ids = append(ids, returns.CaseID(id))
	}
	pdf, err := a.station.DeviceLabelsPDF(r.Context(), ids)
	a.page(w, r, pdf, err)
}

// binLabels is the labels of bins in one print, of all in use where none is named:
// GET /media/labels/bins?bin={code}.
func (a *API) binLabels(w http.ResponseWriter, r *http.Request) {
	pdf, err := a.station.BinLabelsPDF(r.Context(), r.URL.Query()["bin"])
	a.page(w, r, pdf, err)
}

// round is the list of the devices to put away, to be carried along:
// GET /media/lists/put-away.
func (a *API) round(w http.ResponseWriter, r *http.Request) {
	pdf, err := a.station.RoundPDF(r.Context())
	a.page(w, r, pdf, err)
}
