package returns_test

import (
	"testing"

	"revient/app/fault"
	"revient/app/returns"
)

func TestCaseNumbersCarryPrefixEpochAndCheckCharacter(t *testing.T) {
	for _, c := range []struct {
		prefix string
		epoch  int
		n      int64
		stem   string
	}{
		{"P03", 1, 123, "P03A-000123-"},
		{"P03", 26, 1, "P03Z-000001-"},
		{"P03", 27, 1, "P03AA-000001-"},
		{"W1", 2, 1234567, "W1B-1234567-"},
	} {
		number := returns.CaseNumber(c.prefix, c.epoch, c.n)
		if number[:len(number)-1] != c.stem {
			t.Errorf("CaseNumber(%s, %d, %d) = %s, want %s?", c.prefix, c.epoch, c.n, number, c.stem)
		}
		parts, err := returns.ParseCaseNumber(number)
		if err != nil || parts != (returns.CaseNumberParts{Prefix: c.prefix, Epoch: c.epoch, N: c.n}) || parts.String() != number {
			t.Errorf("ParseCaseNumber(%s) = %+v, %v", number, parts, err)
		}
	}
}

func TestTheCheckCharacterIsThatOfISO7064(t *testing.T) {
	// The example that the Global Release Identifier standard prints.
	if got := returns.CheckCharacter("A12425GABC1234002"); got != 'M' {
		t.Fatalf("CheckCharacter = %c, want M", got)
	}
}

func TestACaseNumberIsReadHoweverItIsTyped(t *testing.T) {
	number := returns.CaseNumber("P03", 1, 123)
	check := number[len(number)-1:]
	for _, typed := range []string{number, "p03a-000123-" + check, "P03A000123" + check, " p03a 000123 " + check + " ", "P03A-000123" + check} {
		if parts, err := returns.ParseCaseNumber(typed); err != nil || parts.N != 123 {
			t.Errorf("ParseCaseNumber(%q) = %+v, %v", typed, parts, err)
		}
	}
}

func TestAMistypedCaseNumberIsRefused(t *testing.T) {
	number := returns.CaseNumber("P03", 1, 123)
	check := number[len(number)-1:]
	for _, typed := range []string{"", "123", "P03A-000124-" + check, "P03A-000132-" + check, "P30A-000123-" + check, "356938035643809"} {
		if _, err := returns.ParseCaseNumber(typed); !fault.Is(err, fault.Invalid) {
			t.Errorf("ParseCaseNumber(%q) gave %v, want an invalid number", typed, err)
		}
	}
}

func TestAStationPrefixEndsInADigit(t *testing.T) {
	for prefix, want := range map[string]bool{"P03": true, "W1": true, "P": false, "PA": false, "p03": false, "03": false, "P-3": false, "TOOLONG1": false} {
		if got := returns.ValidStationPrefix(prefix); got != want {
			t.Errorf("ValidStationPrefix(%q) = %v", prefix, got)
		}
	}
}

func TestDocumentNumbersCarryTheirYear(t *testing.T) {
	if got := returns.DocumentNumber("R", 2026, "P03", 1, 123); got != "R-2026-P03A-000123" {
		t.Fatalf("DocumentNumber = %s", got)
	}
}
