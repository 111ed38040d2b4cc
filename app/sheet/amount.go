package sheet

import (
	"strconv"
	"strings"

	"github.com/bojanz/currency"

	"revient/app/fault"
	"revient/app/returns"
)

// signs are the currency signs that a cell may carry. A dollar may be another
// country's, so that it says no more than "a dollar".
var signs = map[string][]string{
	"€": {"EUR"}, "£": {"GBP"}, "¥": {"JPY", "CNY"}, "zł": {"PLN"},
	"$": {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"},
}

// Amount reads an amount of a currency that is not negative: 1234,5 or 1 234.50
// or 1.234,50 € or EUR 1234. An amount in another currency is refused.
func Amount(iso string) func(Cell) (returns.Money, error) {
	signed := SignedAmount(iso)
	return func(cell Cell) (returns.Money, error) {
		money, err := signed(cell)
		if err == nil && money.Minor < 0 {
			return returns.Money{}, refuse("amount.negative", nil)
		}
		return money, err
	}
}

// SignedAmount reads an amount of a currency that may be negative, as the lines
// of a statement are: -12,00 or 12,00- or (12,00).
func SignedAmount(iso string) func(Cell) (returns.Money, error) {
	return func(cell Cell) (returns.Money, error) {
		if err := readable(cell); err != nil {
			return returns.Money{}, err
		}
		if cell.Kind == Date || cell.Kind == Truth {
			return returns.Money{}, refuse("amount.none", nil)
		}
		joined, ok := unspaced(cell.Text)
		if !ok {
			return returns.Money{}, refuse("amount.none", nil)
		}
		bare, err := withoutCurrency(joined, iso)
		if err != nil {
			return returns.Money{}, err
		}
		minor, err := minorUnits(bare, iso, cell.Kind == Number)
		if err != nil {
			return returns.Money{}, err
		}
		return returns.Money{Minor: minor, Currency: iso}, nil
	}
}

// withoutCurrency takes off the currency, before or after the digits.
func withoutCurrency(s, iso string) (string, error) {
	unit := strings.Trim(s, "0123456789.,'’()-−+")
	if unit == "" {
		return s, nil
	}
	number := strings.Trim(s, "()-−+")
	if !strings.HasPrefix(number, unit) && !strings.HasSuffix(number, unit) { // 12 € 50
		return "", refuse("amount.none", nil)
	}
	known := signs[strings.ToLower(unit)]
	if currency.IsValid(strings.ToUpper(unit)) {
		known = []string{strings.ToUpper(unit)}
	}
	for _, code := range known {
		if code == iso {
			return strings.Replace(s, unit, "", 1), nil
		}
	}
	if known == nil {
		return "", refuse("amount.none", nil)
	}
	return "", refuse("amount.currency", fault.Args{"given": unit, "expected": iso})
}

// minorUnits reads digits exactly. A number cell has a point before its
// decimals; what a person typed is read as they would read it.
func minorUnits(s, iso string, typed bool) (int64, error) {
	s, negative := sign(s)
	whole, fraction, err := split(s, typed)
	if err != nil {
		return 0, err
	}
	decimals, known := currency.GetDigits(iso)
	if !known {
		return 0, refuse("amount.currency", fault.Args{"given": iso, "expected": iso})
	}
	if len(strings.TrimRight(fraction, "0")) > int(decimals) {
		return 0, refuse("amount.precise", fault.Args{"decimals": int(decimals)})
	}
	fraction = (fraction + strings.Repeat("0", int(decimals)))[:decimals]
	digits := strings.TrimLeft(whole+fraction, "0")
	if len(digits) > 15 { // Beyond what a spreadsheet can hold.
		return 0, refuse("amount.large", nil)
	}
	minor, err := strconv.ParseInt("0"+digits, 10, 64)
	if err != nil {
		return 0, refuse("amount.none", nil)
	}
	if negative {
		minor = -minor
	}
	return minor, nil
}

// sign takes off a sign: before, after, or the parentheses of accountants.
func sign(s string) (rest string, negative bool) {
	if inner, opened := strings.CutPrefix(s, "("); opened {
		if inner, closed := strings.CutSuffix(inner, ")"); closed {
			return inner, true
		}
	}
	for _, minus := range []string{"-", "−"} {
		if rest, found := strings.CutPrefix(s, minus); found {
			return rest, true
		}
		if rest, found := strings.CutSuffix(s, minus); found {
			return rest, true
		}
	}
	return strings.TrimPrefix(s, "+"), false
}

// split parts the whole from the decimals. Of a comma and a point the last one is
// the decimal mark and the other groups thousands. One mark alone before exactly
// three digits could be either: it is refused rather than guessed, since the two
// readings are a thousand times apart.
func split(s string, typed bool) (whole, fraction string, err error) {
	s = strings.NewReplacer("'", "", "’", "").Replace(s)
	mark := strings.LastIndexAny(s, ".,")
	if mark < 0 {
		return digitsOnly(s, "")
	}
	before, after := s[:mark], s[mark+1:]
	other := "."
	if s[mark] == '.' {
		other = ","
	}
	switch repeated := strings.Count(s, s[mark:mark+1]) > 1; {
	case typed:
		return digitsOnly(before, after)
	case repeated && strings.Contains(before, other):
		return "", "", refuse("amount.none", nil)
	case repeated: // 1.234.567
		whole, err = grouped(s, s[mark:mark+1])
		return whole, "", err
	case strings.Contains(before, other): // 1.234,50
		if before, err = grouped(before, other); err != nil {
			return "", "", err
		}
		return digitsOnly(before, after)
	case len(after) == 3 && len(before) > 0 && len(before) <= 3 && before != "0":
		return "", "", refuse("amount.ambiguous", fault.Args{"given": s})
	}
	return digitsOnly(before, after)
}

// grouped takes the marks of thousands out, which stand before three digits each.
func grouped(s, mark string) (string, error) {
	groups := strings.Split(s, mark)
	for i, group := range groups {
		if i > 0 && len(group) != 3 || i == 0 && (group == "" || len(group) > 3) {
			return "", refuse("amount.none", nil)
		}
	}
	return strings.Join(groups, ""), nil
}

func digitsOnly(whole, fraction string) (string, string, error) {
	if whole+fraction == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return "", "", refuse("amount.none", nil)
	}
	return whole, fraction, nil
}
