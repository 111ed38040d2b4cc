package station

import (
	"cmp"
	"context"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// Device is everything that is known of one device, by its IMEI or serial number.
type Device struct {
	IMEI      string
	Serial    string
	Title     string
	Cases     []DeviceCase // The newest first.
	Sold      []SoldRecord // The newest first.
	Guarantee policy.Guarantee
	Flags     []policy.Reason
	Place     returns.Place // Where it is, as the newest case that had it in hand says; empty when none did.
	Bin       string
	Unit      *store.Unit // As a unit of the replacement stock; nil when it never was one.
}

// DeviceCase is a case that the device has to do with.
type DeviceCase struct {
	store.DeviceCase
	Decided     returns.Outcome // Empty while nothing is decided.
	Given       string          // Title of the unit that the customer got for it; empty when they got none.
	GivenCode   string          // Its IMEI or serial number.
	HandedOver  returns.Moment  // When the parcel left for the customer.
	CameBack    returns.Moment  // When the parcel arrived.
	Found       string          // What was read on the device in the parcel, where that is another one.
	DeliveredAt returns.Moment
}

// SoldRecord is a sale of a device, as the marketplace or the workshop's own file
// tells it.
type SoldRecord struct {
	OrderRef  string
	LineRef   string
	Title     string
	At        returns.Moment // When it was sold, where the marketplace tells; a file has the day of its invoice.
	Unit      store.SoldUnit // What the workshop's files say; its Source is empty where they say nothing.
	Customers bool           // The marketplace told the sale, so that a return can be opened for it.
}

// Device gathers what is known of a device. A code that nothing knows is NotFound.
func (s *Station) Device(ctx context.Context, code string) (device Device, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		device, err = s.device(tx, code)
		return err
	})
	return device, err
}

func (s *Station) device(tx *store.ReadTx, code string) (Device, error) {
	device := Device{Cases: []DeviceCase{}}
	known, err := tx.DeviceCases(code)
	if err != nil {
		return device, err
	}
	if device.Sold, err = soldAs(tx, code); err != nil {
		return device, err
	}
	unit, err := tx.FindUnit(code)
	switch {
	case err == nil:
		device.Unit = &unit
	case !fault.Is(err, fault.NotFound):
		return device, err
	}
	if len(known) == 0 && len(device.Sold) == 0 && device.Unit == nil {
		return device, fault.New(fault.NotFound, "errors_device.unknown", fault.Args{"code": code})
	}
	cases, err := casesOf(tx, known, func(d store.DeviceCase) returns.CaseID { return d.ID })
	if err != nil {
		return device, err
	}
	for i, of := range known {
		device.Cases = append(device.Cases, deviceCaseOf(of, cases[i]))
	}
	device.name(code, cases)
	device.place(cases)
	if device.Guarantee, err = s.guaranteeOf(tx, cases); err != nil {
		return device, err
	}
	device.Flags = s.Policy().Recurrence(s.deviceReturns(known, cases))
	return device, nil
}

func deviceCaseOf(of store.DeviceCase, c returns.Case) DeviceCase {
	seen := DeviceCase{DeviceCase: of, Decided: of.Outcome, DeliveredAt: c.DeliveredAt}
	if c.Reception != nil {
		seen.CameBack = c.Reception.Arrived
	}
	if of.Sold && !of.Found {
		seen.Found = cmp.Or(c.Identity.IMEI, c.Identity.Serial)
	}
	if c.Outbound.State == returns.HandedOver {
		seen.HandedOver = c.Outbound.LeftAt
		if c.Replacement != nil && c.Outbound.What == returns.OutReplacement {
			seen.Given, seen.GivenCode = c.Replacement.Title, cmp.Or(c.Replacement.IMEI, c.Replacement.Serial)
		}
	}
	return seen
}

// name says what the device is called by: the code that was asked for, and the other
// one where a sale or a reading has both.
func (d *Device) name(code string, cases []returns.Case) {
	plain := store.NormaliseCode(code)
	learn := func(imei, serial, title string) {
		if plain != store.NormaliseCode(imei) && plain != store.NormaliseCode(serial) {
			return
		}
		d.IMEI, d.Serial, d.Title = cmp.Or(d.IMEI, imei), cmp.Or(d.Serial, serial), cmp.Or(d.Title, title)
	}
	for _, c := range cases {
		title := ""
		if c.Sale != nil {
			title = c.Sale.Title
			learn(c.Sale.IMEI, c.Sale.Serial, title)
			if c.Identity.State != returns.IdentityMatch {
				title = "" // What was found is not what the order says.
			}
		}
		learn(c.Identity.IMEI, c.Identity.Serial, title)
		if c.Replacement != nil {
			learn(c.Replacement.IMEI, c.Replacement.Serial, c.Replacement.Title)
		}
	}
	for _, sold := range d.Sold {
		learn(cmp.Or(sold.Unit.IMEI, code), sold.Unit.Serial, sold.Title)
	}
	if d.Unit != nil {
		learn(d.Unit.IMEI, d.Unit.Serial, d.Unit.Title)
	}
}

// place is where the newest case that had the device in hand says it is.
func (d *Device) place(cases []returns.Case) {
	for i, c := range cases {
		if d.Cases[i].DeviceCase.Found && c.Reception != nil {
			d.Place, d.Bin = c.Custody.Place, c.Custody.Bin
			return
		}
	}
}

// guaranteeOf is the guarantee as it stands now, by the newest sale of the device
// that a case knows of.
func (s *Station) guaranteeOf(tx *store.ReadTx, cases []returns.Case) (policy.Guarantee, error) {
	for _, c := range cases {
		if c.Sale == nil {
			continue
		}
		timeline := s.Timeline(c)
		repairs, err := pastRepairs(tx, c)
		if err != nil {
			return policy.Guarantee{}, err
		}
		timeline.Repairs = repairs
		return s.policyOf(c).Guarantee(timeline, tx.Now())
	}
	return policy.Guarantee{Coverage: policy.CoverToCheck}, nil
}

// casesOf reads the cases of a list, in its order.
func casesOf[T any](tx *store.ReadTx, listed []T, id func(T) returns.CaseID) ([]returns.Case, error) {
	cases := make([]returns.Case, 0, len(listed))
	for _, of := range listed {
		c, err := tx.Case(id(of))
		if err != nil {
			return nil, err
		}
		cases = append(cases, c)
	}
	return cases, nil
}
