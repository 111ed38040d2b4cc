package returns_test

import (
	"math"
	"testing"

	"revient/app/fault"
	"revient/app/returns"
)

func TestMoneyIsCountedInMinorUnits(t *testing.T) {
	none := returns.Money{}
	dollars := returns.Money{Minor: 100, Currency: "USD"}
	for _, c := range []struct {
		name        string
		left, right returns.Money
		sum         returns.Money
		fault       string
	}{
		{"19.99 and 5.00", euros(1999), euros(500), euros(2499), ""},
		{"19.99 less 5.00", euros(1999), euros(-500), euros(1499), ""},
		{"less than nothing", euros(100), euros(-300), euros(-200), ""},
		{"three parts of 100.00", euros(3334), euros(6666), euros(10000), ""},
		{"nothing yet on the left", none, euros(5), euros(5), ""},
		{"nothing yet on the right", euros(5), none, euros(5), ""},
		{"nothing of a currency", euros(5), euros(0), euros(5), ""},
		{"two currencies", euros(5), dollars, none, "errors.money.currency"},
		{"an amount without a currency", euros(5), returns.Money{Minor: 1}, none, "errors.money.currency"},
		{"too much", euros(math.MaxInt64), euros(1), none, "errors.money.overflow"},
		{"too little", euros(math.MinInt64), euros(-1), none, "errors.money.overflow"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sum, err := c.left.Plus(c.right)
			if c.fault != "" {
				if got := fault.Of(err); got == nil || got.Key != c.fault {
					t.Errorf("got %v, %v, want %s", sum, err, c.fault)
				}
				return
			}
			if err != nil || sum != c.sum {
				t.Errorf("got %v, %v, want %v", sum, err, c.sum)
			}
		})
	}
}

func TestTakingMoneyOff(t *testing.T) {
	if rest, err := euros(1999).Minus(euros(500)); err != nil || rest != euros(1499) {
		t.Errorf("19.99 less 5.00 is %v, %v", rest, err)
	}
	if _, err := euros(0).Minus(euros(math.MinInt64)); fault.Of(err) == nil || fault.Of(err).Key != "errors.money.overflow" {
		t.Errorf("an amount without an opposite was taken off: %v", err)
	}
	if !euros(0).IsZero() || euros(1).IsZero() || euros(-1).IsZero() {
		t.Error("only zero is zero")
	}
}
