package carrier

import "strings"

// separator is FNC1 as scanners send it between elements: ASCII 29.
const separator = "\x1d"

// fixed are the lengths of the elements of GS1 that need no separator (General
// Specifications, figure 7.8.5-2), with their identifiers.
var fixed = map[string]int{
	"00": 20, "01": 16, "02": 16, "03": 16, "04": 18, "11": 8, "12": 8, "13": 8, "14": 8, "15": 8, "16": 8, "17": 8,
	"18": 8, "19": 8, "20": 4, "31": 10, "32": 10, "33": 10, "34": 10, "35": 10, "36": 10, "41": 16,
}

// elements reads a code made of GS1 elements, which the scanner's identifier, a
// separator or printed parentheses betray: 00 is the SSCC of a parcel, 401 the
// carrier's number of a consignment. The others say where it goes (420, 421) and
// what is in it (01), which names no parcel.
func elements(code string) (found []reading) {
	body := withoutIdentifier(code)
	marked := strings.TrimSpace(code)
	if body == marked && !strings.Contains(body, separator) && !strings.HasPrefix(body, "(") {
		return nil
	}
	body = strings.NewReplacer("(", "", ")", "", " ", "").Replace(strings.TrimPrefix(body, separator))
	for range 20 { // No label has more elements.
		if body == "" {
			break
		}
		var element string
		element, body = cut(body)
		number, consignment := strings.CutPrefix(element, "401")
		switch {
		case strings.HasPrefix(element, "00"):
			found = append(found, sscc(element)...)
		case consignment && len(number) > 5 && alphanumeric(number):
			number = Normalise(number)
			known := plain(number)
			if len(known) == 0 {
				known = inside("", number, likely)
			}
			found = append(found, routed(known)...)
		}
	}
	return found
}

// cut takes the first element: by its length where its identifier has one, else
// up to the separator.
func cut(body string) (element, rest string) {
	if len(body) >= 2 {
		if length, known := fixed[body[:2]]; known && len(body) >= length {
			return body[:length], strings.TrimPrefix(body[length:], separator)
		}
	}
	element, rest, _ = strings.Cut(body, separator)
	return element, rest
}

// sscc reads a serial shipping container code, with its identifier 00 or without.
// DHL Paket, whose company prefix is 340434, follows a parcel by all twenty
// digits; of any other prefix the carrier is not known.
func sscc(code string) []reading {
	number, identified := strings.CutPrefix(code, "00")
	how := checked
	if !identified || len(code) != 20 {
		number, how = code, possible
	}
	if len(number) != 18 || !numeric(number) || modulo10(number[:17]) != number[17] {
		return nil
	}
	if strings.HasPrefix(number, "340434") {
		return whole(DHL, "00"+number, how)
	}
	return inside("", number, how)
}

func routed(readings []reading) []reading {
	for i := range readings {
		readings[i].Routing = true
	}
	return readings
}
