package returns_test

import (
	"bytes"
	"strings"
	"testing"

	"revient/app/returns"
)

func FuzzWhatIsReadFromTheJournalIsWrittenTheSame(f *testing.F) {
	for name, event := range everyEvent(f) {
		f.Add(string(name), written(f, event))
		f.Add(string(name), "{}")
	}
	f.Fuzz(func(t *testing.T, name, payload string) {
		event, err := returns.Decode(returns.EventType(name), 1, []byte(payload))
		if err != nil {
			return
		}
		_, schema, once, err := returns.Encode(event)
		if err != nil {
			return // A moment after the year 9999 can be read and not written.
		}
		back, err := returns.Decode(returns.EventType(name), schema, once)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if _, _, twice, err := returns.Encode(back); err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("written as %s, then as %s, %v", once, twice, err)
		}
		for _, c := range []returns.Case{{}, filled[returns.Case]()} {
			c = returns.Apply(c, event)
			c.CustomerSettled()
			c.DevicePutAway()
			c.PendingActions()
			c.OpenChecks()
			c.ChecksWithoutPhoto()
		}
	})
}

func FuzzCheckIMEI(f *testing.F) {
	for _, seed := range []string{soldIMEI, otherIMEI, "000000000000000", "49 015420 323751 8", "", "49015420323751é", "\xe2\x80 \xaf"} {
		f.Add(seed, 3)
	}
	f.Fuzz(func(t *testing.T, typed string, place int) {
		imei := returns.NormaliseIMEI(typed)
		if returns.NormaliseIMEI(imei) != imei {
			t.Fatalf("normalising %q twice changes it", typed)
		}
		if returns.CheckIMEI(imei) != nil {
			return
		}
		if len(imei) != 15 || strings.Trim(imei, "0123456789") != "" {
			t.Fatalf("%q is taken for an IMEI", imei)
		}
		if place < 0 || place >= len(imei) {
			return
		}
		for digit := byte('0'); digit <= '9'; digit++ {
			wrong := imei[:place] + string(digit) + imei[place+1:]
			if wrong != imei && returns.ValidIMEI(wrong) {
				t.Fatalf("%s and %s differ in one digit and are both taken", imei, wrong)
			}
		}
	})
}
