package returns

import (
	"strings"

	"revient/app/fault"
)

// IdentityState is what is known of the device in hand compared with the one
// that was sold.
type IdentityState string

// The states of the identity track.
const (
	IdentityUnchecked   IdentityState = "unchecked"
	IdentityMatch       IdentityState = "match"
	IdentityMismatch    IdentityState = "mismatch"
	IdentityUnreadable  IdentityState = "unreadable"
	IdentitySaleUnknown IdentityState = "sale_unknown" // Nobody recorded which device left: neither right nor wrong.
)

// Identity is the identity track.
type Identity struct {
	State    IdentityState `json:"state"`
	IMEI     string        `json:"imei,omitempty"`
	Serial   string        `json:"serial,omitempty"`
	Expected string        `json:"expected,omitempty"` // What the sale says, when the two differ.
}

// ReadIdentity records what was read on the device: its IMEI or serial number,
// or that neither can be read.
type ReadIdentity struct {
	IMEI       string
	Serial     string
	Unreadable bool
}

// Name implements Command.
func (ReadIdentity) Name() string { return "ReadIdentity" }

func (ReadIdentity) from() []Stage { return []Stage{Inspecting} }

func (r ReadIdentity) decide(c Case, f Facts) ([]Event, error) {
	imei, serial := NormaliseIMEI(r.IMEI), NormaliseSerial(r.Serial)
	switch {
	case r.Unreadable:
		return []Event{IdentityRead{Identity{State: IdentityUnreadable}}}, nil
	case imei == "" && serial == "":
		return nil, fault.New(fault.Invalid, "errors_returns.identity.empty", nil).At("imei")
	case imei != "":
		if err := CheckIMEI(imei); err != nil {
			return nil, err
		}
	}
	read := Identity{IMEI: imei, Serial: serial}
	read.State, read.Expected = compareIdentity(read, c.Sale)
	events := []Event{IdentityRead{read}}
	if read.State == IdentityMismatch && c.Hold == nil {
		events = append(events, CaseHeld{Hold{Code: HoldIdentity, At: At(f.Now, f.Zone, FromClock), By: f.Actor.ID}})
	}
	// Only the right number lifts the doubt: another one that nothing can be
	// compared with does not.
	if read.State == IdentityMatch && c.Hold != nil && c.Hold.Code == HoldIdentity {
		events = append(events, CaseResumed{})
	}
	return events, nil
}

// compareIdentity sets what was read beside what was sold. A sale may know the
// IMEI only, or the serial only; what it does not know it cannot contradict.
func compareIdentity(read Identity, sale *Sale) (state IdentityState, expected string) {
	if sale == nil || !sale.Identifiable() {
		return IdentitySaleUnknown, ""
	}
	soldIMEI, soldSerial := NormaliseIMEI(sale.IMEI), NormaliseSerial(sale.Serial)
	compared := false
	if read.IMEI != "" && soldIMEI != "" {
		if compared = true; read.IMEI != soldIMEI {
			return IdentityMismatch, soldIMEI
		}
	}
	if read.Serial != "" && soldSerial != "" {
		if compared = true; read.Serial != soldSerial {
			return IdentityMismatch, soldSerial
		}
	}
	if !compared {
		return IdentitySaleUnknown, ""
	}
	return IdentityMatch, ""
}

// IdentityRead replaces what was read before.
type IdentityRead struct {
	Identity Identity `json:"identity"`
}

func (e IdentityRead) apply(c *Case) { c.Identity = e.Identity }

// NormaliseIMEI strips what people and scanners put between the digits.
func NormaliseIMEI(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -/\u00a0\u202f", r) {
			return -1
		}
		return r
	}, s)
}

// NormaliseSerial writes a serial number as it is compared: upper case, without spaces.
func NormaliseSerial(s string) string {
	return strings.ToUpper(strings.Join(strings.Fields(s), ""))
}

// ValidIMEI reports whether s can be the IMEI of a device.
func ValidIMEI(s string) bool { return CheckIMEI(NormaliseIMEI(s)) == nil }

// CheckIMEI says what is wrong with an IMEI: 15 digits, the last of them the Luhn
// check digit of 3GPP TS 23.003 annex B. A dummy passes Luhn sometimes (fifteen
// zeros do) and is refused by name, since phones with a wiped baseband show one.
func CheckIMEI(imei string) error {
	if len(imei) != 15 || strings.Trim(imei, "0123456789") != "" {
		return fault.New(fault.Invalid, "errors_returns.identity.not_an_imei", nil).At("imei")
	}
	if dummyIMEI(imei) {
		return fault.New(fault.Invalid, "errors_returns.identity.dummy", nil).At("imei")
	}
	if !luhn(imei) {
		return fault.New(fault.Invalid, "errors_returns.identity.luhn", nil).At("imei")
	}
	return nil
}

func dummyIMEI(imei string) bool {
	if strings.Count(imei, imei[:1]) == len(imei) {
		return true
	}
	return strings.HasPrefix(imei, "12345678901234") || strings.HasPrefix(imei, "00000000000000") || strings.HasPrefix(imei, "01234567890123")
}

func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
