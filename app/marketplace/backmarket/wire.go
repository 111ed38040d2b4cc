package backmarket

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/bojanz/currency"

	"revient/app/returns"
)

// text is a string that may come as a number, a boolean or null. Whatever else
// comes in its place reads as empty.
type text string

// UnmarshalJSON implements json.Unmarshaler.
func (t *text) UnmarshalJSON(raw []byte) error {
	raw = bytes.TrimSpace(raw)
	*t = ""
	switch {
	case len(raw) == 0 || bytes.Equal(raw, []byte("null")) || raw[0] == '{' || raw[0] == '[':
		return nil
	case raw[0] == '"':
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return fmt.Errorf("decode text: %w", err)
		}
		*t = text(s)
	default:
		*t = text(raw)
	}
	return nil
}

// number reads a whole number, and says whether there is one.
func (t text) number() (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(string(t)))
	return n, err == nil
}

// id reads an object's number; zero and below name nothing.
func (t text) id() (string, bool) {
	n, err := strconv.ParseInt(string(t), 10, 64)
	if err != nil || n <= 0 {
		return "", false
	}
	return strconv.FormatInt(n, 10), true
}

func (t text) flag() bool { return t == "true" || t == "1" }

// instant reads the two forms of date that the API mixes, with Z or with an
// offset, and the ones without a zone that older objects have, taken as UTC. What
// is no date reads as none: no case hangs on one of these alone.
func (t text) instant() time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02"} {
		if at, err := time.Parse(layout, string(t)); err == nil {
			return at.UTC()
		}
	}
	return time.Time{}
}

// money reads a decimal, written as a string or a number, into minor units. A
// missing amount is zero; one that is not exact in its currency is an error.
func (t text) money(iso string) (returns.Money, error) {
	iso = strings.ToUpper(iso)
	digits, known := currency.GetDigits(iso)
	if !known {
		return returns.Money{}, fmt.Errorf("read amount: unknown currency %q", iso)
	}
	if t == "" {
		return returns.Money{Currency: iso}, nil
	}
	minor, err := minorUnits(string(t), int(digits))
	if err != nil {
		return returns.Money{}, err
	}
	return returns.Money{Minor: minor, Currency: iso}, nil
}

// minorUnits shifts a decimal by its currency's digits, without a float. Digits
// beyond them must be zero.
func minorUnits(decimal string, digits int) (int64, error) {
	unsigned, negative := strings.CutPrefix(strings.TrimSpace(decimal), "-")
	whole, fraction, _ := strings.Cut(unsigned, ".")
	if len(fraction) > digits {
		if strings.Trim(fraction[digits:], "0") != "" {
			return 0, fmt.Errorf("read amount: %q has too many decimals", decimal)
		}
		fraction = fraction[:digits]
	}
	fraction += strings.Repeat("0", digits-len(fraction))
	minor, err := strconv.ParseUint(whole+fraction, 10, 64)
	if err != nil || whole == "" || minor > math.MaxInt64 {
		return 0, fmt.Errorf("read amount: %q is no amount", decimal)
	}
	if negative {
		return -int64(minor), nil
	}
	return int64(minor), nil
}

// decimal writes minor units as the JSON number that the refund call takes.
func decimal(m returns.Money) (json.Number, error) {
	digits, known := currency.GetDigits(m.Currency)
	if !known || m.Minor <= 0 {
		return "", fmt.Errorf("write amount: %d %q", m.Minor, m.Currency)
	}
	written := fmt.Sprintf("%0*d", int(digits)+1, m.Minor)
	if digits == 0 {
		return json.Number(written), nil
	}
	cut := len(written) - int(digits)
	return json.Number(written[:cut] + "." + written[cut:]), nil
}
