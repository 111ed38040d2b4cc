package policy

import "revient/app/fault"

// Counts are the returns known of one device and of one customer, the present one
// included.
type Counts struct {
	Device        int `json:"device"`
	DeviceSince   Day `json:"deviceSince,omitzero"` // The first of them.
	Customer      int `json:"customer"`
	CustomerSince Day `json:"customerSince,omitzero"`
}

// Recurrence states the facts of a device or a customer that returns often. It
// counts and nothing more: there is no score, and no proposal reads it.
func (p Policy) Recurrence(c Counts) []Reason {
	var flags []Reason
	for _, seen := range []struct {
		who       string
		count, at int
		since     Day
	}{
		{"device", c.Device, p.DeviceReturns, c.DeviceSince},
		{"customer", c.Customer, p.CustomerReturns, c.CustomerSince},
	} {
		switch {
		case seen.at < 1 || seen.count < seen.at:
		case seen.since.IsZero():
			flags = append(flags, line(Warn, "returned."+seen.who, "history", fault.Args{"count": seen.count}))
		default:
			flags = append(flags, line(Warn, "returned_since."+seen.who, "history",
				fault.Args{"count": seen.count, "since": seen.since}))
		}
	}
	return flags
}
