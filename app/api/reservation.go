package api

import (
	"context"
	"strings"

	"revient/app/returns"
	"revient/app/station"
)

// ReserveForm keeps a unit of the stock for a case.
type ReserveForm struct {
	Unit     string `json:"unit"`     // Identity; "" when a code was scanned.
	Code     string `json:"code"`     // IMEI or serial number as scanned.
	Override string `json:"override"` // Why a unit that differs from what was sold.
	PIN      string `json:"pin"`
}

// ReserveReplacement keeps a unit of the stock for the customer.
func (s *Cases) ReserveReplacement(command, id string, form ReserveForm) (CaseView, error) {
	return s.api.command("ReserveReplacement", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.ReserveReplacement(ctx, order, returns.CaseID(id), returns.UnitID(form.Unit), strings.TrimSpace(form.Code), form.Override)
	})
}

// ReleaseReplacement gives a reserved unit back to the stock.
func (s *Cases) ReleaseReplacement(command, id string, form ReasonForm) (CaseView, error) {
	return s.api.command("ReleaseReplacement", command, form.PIN, func(ctx context.Context, order station.Order) (returns.CaseID, error) {
		return s.api.station.ReleaseReplacement(ctx, order, returns.CaseID(id), form.Reason)
	})
}
