package returns

import (
	"regexp"

	"revient/app/fault"
)

// AnnounceParcel records the tracking number of the parcel on its way back, as
// somebody told it before it arrived: scanning the parcel then finds its case.
// The first number told stays.
type AnnounceParcel struct {
	Tracking string // Capitals and digits.
}

// Name implements Command.
func (AnnounceParcel) Name() string { return "AnnounceParcel" }

func (AnnounceParcel) from() []Stage { return []Stage{Requested, Awaiting} }

// trackingForm is what carriers' numbers have in common; UPU S10, Chronopost,
// Colissimo, DHL, DPD, GLS, Mondial Relay and UPS all fit.
var trackingForm = regexp.MustCompile(`^[A-Z0-9]{8,40}$`)

func (a AnnounceParcel) decide(c Case, _ Facts) ([]Event, error) {
	switch {
	case !trackingForm.MatchString(a.Tracking):
		return nil, fault.New(fault.Invalid, "errors_returns.tracking", nil).At("tracking")
	case c.Return.Tracking != "":
		return nil, nil
	}
	return []Event{ParcelAnnounced(a)}, nil
}

// ParcelAnnounced sets the tracking number.
type ParcelAnnounced struct {
	Tracking string `json:"tracking"`
}

func (e ParcelAnnounced) apply(c *Case) { c.Return.Tracking, c.Return.Scanned = e.Tracking, false }
