package carrier

import "strings"

// ups reads "1Z", the shipper's six characters, the service, the parcel, and a
// check digit: letters count as their place in the alphabet plus two, modulo ten,
// and every second character twice. A MaxiCode holds the number too, between
// fields that a scanner shows as control characters; it is left alone.
func ups(code string) []reading {
	if len(code) != 18 || !strings.HasPrefix(code, "1Z") || strings.Contains(code, "%") {
		return nil
	}
	sum := 0
	for i, c := range []byte(code[2:17]) {
		value := int(c - '0')
		if c >= 'A' {
			value = (int(c-'A') + 2) % 10
		}
		sum += value * (1 + i%2)
	}
	if code[17] == '0'+byte((10-sum%10)%10) {
		return whole(UPS, code, checked)
	}
	return nil // A digit was lost or misread: a wrong number would be looked up.
}

// fedex reads the twelve digits of an Express parcel (weights 3 1 7, modulo
// eleven, ten becoming zero) and the thirty-four of its label, whose last twelve
// they are; and of Ground the fifteen digits and the twenty-two that begin with 96.
func fedex(code string) []reading {
	if !numeric(code) {
		return nil
	}
	switch {
	case len(code) == 12 && fedexChecked(code):
		return whole(FedEx, code, likely)
	case len(code) == 34 && (strings.HasPrefix(code, "100") || strings.HasPrefix(code, "96")) && fedexChecked(code[22:]):
		return inside(FedEx, code[22:], checked)
	case len(code) == 15 && modulo10(code[:14]) == code[14]:
		return whole(FedEx, code, possible)
	case len(code) == 22 && strings.HasPrefix(code, "96") && modulo10(code[7:21]) == code[21]:
		return inside(FedEx, code[7:], checked)
	}
	return nil
}

func fedexChecked(code string) bool {
	return byte('0'+weighted(code[:11], 3, 1, 7)%11%10) == code[11]
}

// dhl reads a waybill of DHL Express (ten digits, the last the remainder of the
// others by seven), its pieces' licence plates (JD…, JJD…, JVGL…; ANSI data
// identifier J, or 2J after it), and the numbers of DHL Paket: twenty digits
// beginning 00340434, an SSCC, or the Identcode of twelve digits.
//
// The routing code that begins with 2L or 4N and a country (ANSI MH10.8.2) holds a
// postcode and a product, and no number: there is nothing in it to be read.
func dhl(code string) []reading {
	switch {
	case len(code) == 10 && numeric(code) && weight7(code[:9]) == code[9]:
		return whole(DHL, code, likely)
	case strings.HasPrefix(code, "JJD") && len(code) >= 13 && len(code) <= 24 && numeric(code[3:]),
		strings.HasPrefix(code, "JD") && len(code) >= 18 && len(code) <= 23 && numeric(code[2:]),
		strings.HasPrefix(code, "JVGL") && len(code) >= 12 && len(code) <= 24 && numeric(code[4:]):
		return whole(DHL, code, likely)
	case len(code) == 12 && numeric(code) && identcode(code):
		return whole(DHL, code, possible)
	}
	return nil
}

// weight7 is the remainder of a number by seven.
func weight7(digits string) byte {
	rest := 0
	for _, c := range []byte(digits) {
		rest = (rest*10 + int(c-'0')) % 7
	}
	return '0' + byte(rest)
}

// identcode checks a Deutsche Post Identcode: weights 4, 9, modulo ten.
func identcode(code string) bool {
	return code[11] == '0'+byte((10-weighted(code[:11], 4, 9)%10)%10)
}

// amazon reads a parcel of Amazon's own drivers: TB, the letter of a network, and
// twelve digits.
func amazon(code string) []reading {
	if len(code) == 15 && strings.HasPrefix(code, "TB") && letters(code[2:3]) && numeric(code[3:]) {
		return whole(Amazon, code, likely)
	}
	return nil
}
