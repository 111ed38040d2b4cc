package station_test

import (
	"testing"

	"revient/app/marketplace"
	"revient/app/station"
	"revient/app/store"
)

func TestAScanFindsTheParcelThatTheCustomerAnnounced(t *testing.T) {
	for name, c := range map[string]struct{ message, want string }{
		"a carrier's number in a sentence":      {"J’ai déposé le colis. Numéro de suivi : 8R32794555539", "8R32794555539"},
		"written small":                         {"suivi 8r32794555539, merci", "8R32794555539"},
		"an IMEI is none":                       {"mon IMEI est 356938035643809", ""},
		"the order's own number is none":        {"commande 1000000001 svp", ""},
		"words are none":                        {"ANTICONSTITUTIONNELLEMENT", ""},
		"a price and a date are none":           {"329,00 EUR le 02/11/2026", ""},
		"the first of two":                      {"6A18420007341 puis 6A18420007342", "6A18420007341"},
		"a number that somebody else may write": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.pulls("1000000001", "F1")
			folder := folderOf("F1", "1000000001")
			folder.Messages = append(folder.Messages, marketplace.Message{Ref: "m2", Author: marketplace.FromCustomer, Text: c.message})
			r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folder}, "f2"))
			var parcel string
			var found []store.CaseSummary
			r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
				held, err := tx.Case(id)
				if err != nil {
					return err
				}
				parcel = held.Return.Tracking
				if parcel == "" {
					return nil
				}
				found, err = tx.FindByCode(parcel)
				return err
			}))
			if parcel != c.want || c.want != "" && (len(found) != 1 || found[0].ID != id) {
				t.Errorf("the parcel is %q, and a scan finds %d cases", parcel, len(found))
			}
		})
	}
}

func TestAScanOfTheSlipIsNoTrackingNumber(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1000000001", "F1")
	r.did(r.station.Receive(r.ctx, r.order(), id, station.Arrival{Code: "1000000001"}))
	if parcel := r.shows(id).Return; parcel.Tracking != "" {
		t.Errorf("the order's number became the parcel's: %+v", parcel)
	}
}
