package carrier

// mondialRelay reads the label of Mondial Relay (label specification 2.3): the
// brand in two digits, the shipment in eight, the parcel and their count in two
// each, a check digit; then the agency in four, the service, the round in five, a
// check digit. Both parts are checked modulo eleven with the weights 2 to 7 from
// the right. The shipment is what its site and the marketplaces call the number.
//
// The code without its check digits has twenty-four and is read by its length.
func mondialRelay(code string) []reading {
	if !numeric(code) {
		return nil
	}
	switch len(code) {
	case 26:
		if modulo11(code[:14]) == code[14] && modulo11(code[15:25]) == code[25] {
			return inside(MondialRelay, code[2:10], checked)
		}
		return inside(MondialRelay, code[2:10], possible)
	case 24:
		return inside(MondialRelay, code[2:10], possible)
	case 8, 10, 12: // The shipment; with the brand; with the parcel and their count.
		if len(code) == 12 && (code[8:10] == "00" || code[8:10] > code[10:12]) {
			return nil
		}
		switch len(code) {
		case 10:
			return inside(MondialRelay, code[2:], possible)
		case 12:
			return inside(MondialRelay, code[:8], possible)
		}
		return whole(MondialRelay, code, possible)
	}
	return nil
}

// modulo11 is Mondial Relay's check digit; ten and eleven become zero.
func modulo11(digits string) byte {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[len(digits)-1-i]-'0') * (2 + i%6)
	}
	check := 11 - sum%11
	if check >= 10 {
		check = 0
	}
	return '0' + byte(check)
}

// gls reads a parcel of GLS: eleven digits and a check digit (weights 3, 1 from
// the left, one more than the sum, completed to ten: inferred), or the eleven
// alone. The eight characters of a Track ID look like any serial number or bin,
// and are not read.
func gls(code string) []reading {
	switch {
	case len(code) == 12 && numeric(code) && glsCheck(code[:11]) == code[11]:
		return inside(GLS, code[:11], likely)
	case len(code) == 11 && numeric(code):
		return whole(GLS, code, possible)
	}
	return nil
}

func glsCheck(digits string) byte {
	return '0' + byte((10-(weighted(digits, 3, 1)+1)%10)%10)
}

// relaisColis reads a parcel of Relais Colis: the two characters of the sender
// and ten digits (inferred from numbers such as VD3000015539), with two or four
// digits of the parcel behind them in the bars of the label.
func relaisColis(code string) []reading {
	if len(code) < 12 || !letters(code[:1]) || !alphanumeric(code[:2]) || !numeric(code[2:]) {
		return nil
	}
	switch {
	case len(code) == 12:
		return whole(RelaisColis, code, likely)
	case (len(code) == 16) && letters(code[:2]):
		return inside(RelaisColis, code[:12], possible)
	}
	return nil
}
