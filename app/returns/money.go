package returns

import (
	"math"

	"revient/app/fault"
)

// Money is an amount in minor units of an ISO 4217 currency: 32900 EUR is
// 329.00 €. It is never a float.
type Money struct {
	Minor    int64  `json:"minor"`
	Currency string `json:"currency"`
}

// Plus adds two amounts of one currency. The zero Money has no currency yet and
// takes that of the other.
func (m Money) Plus(other Money) (Money, error) {
	switch {
	case m.Currency == "" && m.Minor == 0:
		return other, nil
	case other.Currency == "" && other.Minor == 0:
		return m, nil
	case m.Currency != other.Currency:
		return Money{}, fault.New(fault.Invalid, "errors.money.currency", fault.Args{"left": m.Currency, "right": other.Currency})
	}
	sum := m.Minor + other.Minor
	if (sum > m.Minor) != (other.Minor > 0) && other.Minor != 0 {
		return Money{}, errOverflow()
	}
	return Money{Minor: sum, Currency: m.Currency}, nil
}

// Minus subtracts an amount of the same currency; the result may be negative.
func (m Money) Minus(other Money) (Money, error) {
	if other.Minor == math.MinInt64 {
		return Money{}, errOverflow() // It has no opposite.
	}
	return m.Plus(Money{Minor: -other.Minor, Currency: other.Currency})
}

func errOverflow() error { return fault.New(fault.Invalid, "errors.money.overflow", nil) }

// IsZero reports whether no minor unit is left, whatever the currency.
func (m Money) IsZero() bool { return m.Minor == 0 }
