package api

import (
	"context"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Unload receives the parcel or the device that a code was scanned on without asking
// anything: what is not clear is set aside.
func (s *Stock) Unload(command string, form UnloadForm) (UnloadedView, error) {
	return guard(s.api, "Stock.Unload", func(ctx context.Context) (UnloadedView, error) {
		order, err := s.api.order(command, "")
		if err != nil {
			return UnloadedView{}, err
		}
		arrival, err := s.api.arrival(ReceiveForm{Arrived: form.Arrived, Reason: form.Reason, Code: form.Code})
		if err != nil {
			return UnloadedView{}, err
		}
		parcel, err := s.api.station.Unload(ctx, order, station.Unloading{Arrival: arrival, With: returns.CaseID(form.With)})
		if err != nil {
			return UnloadedView{}, err
		}
		return read(ctx, s.api, func(tx *store.ReadTx) (UnloadedView, error) { return s.api.unloadedView(tx, form.Code, parcel) })
	})
}

func (a *API) unloadedView(tx *store.ReadTx, code string, parcel station.Parcel) (UnloadedView, error) {
	view := UnloadedView{Code: code, What: string(parcel.What), Cases: []Row{}, Sold: parcel.Sold, Ended: parcel.Ended}
	for _, id := range parcel.Cases {
		row, err := a.rowOf(tx, id)
		if err != nil {
			return view, err
		}
		view.Cases = append(view.Cases, row)
		documents, err := tx.DocumentsOf(id)
		if err != nil {
			return view, err
		}
		for _, document := range documents {
			if document.Kind == returns.DeviceLabel && document.State == store.DocumentReady {
				view.Label = "/media/documents/" + string(document.ID)
			}
		}
	}
	return view, nil
}
