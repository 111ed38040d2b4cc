package returns_test

import (
	"testing"

	"revient/app/fault"
	"revient/app/returns"
)

func TestAnIMEIIsCheckedBeforeItIsBelieved(t *testing.T) {
	for _, c := range []struct{ name, imei, fault string }{
		{"a real one", "490154203237518", ""},
		{"another real one", "352099001761481", ""},
		{"a third real one", "356938035643809", ""},
		{"two digits swapped", "490154203237581", "luhn"},
		{"one digit wrong", "490154203237519", "luhn"},
		{"fourteen digits", "49015420323751", "not_an_imei"},
		{"sixteen digits", "4901542032375180", "not_an_imei"},
		{"letters", "49015420323751A", "not_an_imei"},
		{"a letter among the digits", "4901542O3237518", "not_an_imei"},
		{"nothing", "", "not_an_imei"},
		{"digits of another script", "４９０１５", "not_an_imei"},
		{"fifteen zeros, which pass Luhn", "000000000000000", "dummy"},
		{"all digits equal", "111111111111111", "dummy"},
		{"the placeholder", "123456789012345", "dummy"},
		{"the placeholder with its right check digit", "123456789012347", "dummy"},
		{"counting from zero", "012345678901237", "dummy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := returns.CheckIMEI(c.imei)
			if c.fault == "" {
				if err != nil || !returns.ValidIMEI(c.imei) {
					t.Fatalf("refused: %v", err)
				}
				return
			}
			if got := fault.Of(err); got == nil || got.Key != "errors_returns.identity."+c.fault || got.Field != "imei" || returns.ValidIMEI(c.imei) {
				t.Errorf("got %v, want %s", err, c.fault)
			}
		})
	}
}

func TestWhatScannersPutBetweenTheCharactersIsStripped(t *testing.T) {
	for _, typed := range []string{"49 015420 323751 8", "490154-20-323751-8", "49/01542032/37518", "49\u00a0015420\u202f3237518"} {
		if got := returns.NormaliseIMEI(typed); got != soldIMEI {
			t.Errorf("NormaliseIMEI(%q) = %s", typed, got)
		}
	}
	if got := returns.NormaliseSerial(" f2l w\t48 "); got != "F2LW48" {
		t.Errorf("NormaliseSerial = %s", got)
	}
}

func TestReadingTheDevice(t *testing.T) {
	read := func(state returns.IdentityState, imei, expected string) returns.Event {
		return returns.IdentityRead{Identity: returns.Identity{State: state, IMEI: imei, Expected: expected}}
	}
	held := returns.CaseHeld{Hold: returns.Hold{Code: returns.HoldIdentity, At: now(), By: "ana"}}
	mismatched := inspecting().and(returns.ReadIdentity{IMEI: otherIMEI})
	check(t,
		it("the sold one matches", inspecting(), returns.ReadIdentity{IMEI: "49 015420 323751 8"}, then(read(returns.IdentityMatch, soldIMEI, ""))),
		it("another one holds the case", inspecting(), returns.ReadIdentity{IMEI: otherIMEI}, then(read(returns.IdentityMismatch, otherIMEI, soldIMEI), held)),
		it("another one in a held case holds it no second time", inspecting().and(onHold("doubt")), returns.ReadIdentity{IMEI: otherIMEI}, follows("identity_read")),
		it("the right one lifts the doubt", mismatched, returns.ReadIdentity{IMEI: soldIMEI}, then(read(returns.IdentityMatch, soldIMEI, ""), returns.CaseResumed{})),
		it("the right one lifts no other hold", inspecting().and(onHold("customer")), returns.ReadIdentity{IMEI: soldIMEI}, follows("identity_read")),
		it("a serial number that nothing compares with lifts no doubt", mismatched, returns.ReadIdentity{Serial: "F2L"}, follows("identity_read")),
		it("nor does giving up reading", mismatched, returns.ReadIdentity{Unreadable: true}, follows("identity_read")),
		it("nothing can be read", inspecting(), returns.ReadIdentity{Unreadable: true}, then(read(returns.IdentityUnreadable, "", ""))),
		it("something is read", inspecting(), returns.ReadIdentity{IMEI: " - "}, refused("identity.empty", "imei")),
		it("a swap is seen", inspecting(), returns.ReadIdentity{IMEI: "490154203237581"}, refused("identity.luhn", "imei")),
		it("a dummy is seen", inspecting(), returns.ReadIdentity{IMEI: "000000000000000"}, refused("identity.dummy", "imei")),
		it("only an inspection reads", received(), returns.ReadIdentity{IMEI: soldIMEI}, refused("stage", "")),
	)
}

func TestWhatWasReadIsSetBesideWhatWasSold(t *testing.T) {
	for _, c := range []struct {
		name                 string
		soldIMEI, soldSerial string
		readIMEI, readSerial string
		state                returns.IdentityState
		expected             string
	}{
		{"nobody recorded what left", "", "", soldIMEI, "", returns.IdentitySaleUnknown, ""},
		{"the sale knows the serial only, the IMEI was read", "", "F2L", soldIMEI, "", returns.IdentitySaleUnknown, ""},
		{"the serial matches however it is typed", "", "f2l", "", "F 2 L", returns.IdentityMatch, ""},
		{"the serial is another", "", "F2L", "", "G3M", returns.IdentityMismatch, "F2L"},
		{"the IMEI matches and the serial does not", soldIMEI, "F2L", soldIMEI, "G3M", returns.IdentityMismatch, "F2L"},
		{"both match", soldIMEI, "F2L", soldIMEI, "F2L", returns.IdentityMatch, ""},
		{"one of two was read and matches", soldIMEI, "F2L", "", "F2L", returns.IdentityMatch, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := changed(func(r *returns.Request) { r.Sale.IMEI, r.Sale.Serial = c.soldIMEI, c.soldSerial })
			got := nobody().and(asked, returns.Receive{}, inspect(), returns.ReadIdentity{IMEI: c.readIMEI, Serial: c.readSerial}).folded()
			if got.Identity.State != c.state || got.Identity.Expected != c.expected || (got.Hold != nil) != (c.state == returns.IdentityMismatch) {
				t.Errorf("identity %+v, hold %v", got.Identity, got.Hold)
			}
		})
	}
}
