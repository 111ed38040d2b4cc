package carrier

import "strings"

// s10 reads the numbers of postal operators: UPU standard S10, two letters of the
// service, eight digits and their check digit, the country. Weights 8 6 4 2 3 5 9
// 7; eleven less the remainder, 10 becoming 0 and 11 becoming 5.
func s10(code string) []reading {
	if len(code) != 13 || !letters(code[:2]) || !numeric(code[2:11]) || !letters(code[11:]) {
		return nil
	}
	check := 11 - weighted(code[2:10], 8, 6, 4, 2, 3, 5, 9, 7)%11
	switch check {
	case 10:
		check = 0
	case 11:
		check = 5
	}
	how := possible
	if code[10] == '0'+byte(check) {
		how = checked
	}
	return whole(s10Carrier(code[:2], code[11:]), code, how)
}

// s10Carrier tells who in France follows a number. Chronopost has services of its
// own (X…) and the country code JB for shipments within France (inferred);
// Colissimo is the parcel service of the post (C…, and 8… without letters).
func s10Carrier(service, country string) string {
	switch {
	case country == "JB", country == "FR" && (service[0] == 'X' || service == "EE" || service == "EV"):
		return Chronopost
	case country == "FR" && service[0] == 'C':
		return Colissimo
	case country == "FR":
		return LaPoste
	default:
		return Post
	}
}

// colissimo reads the thirteen characters of a Colissimo within France: the
// product (a digit and a letter, such as 6A, 8R or 9L), ten digits, and a check
// digit as GS1 computes it over the ten. The printed form has spaces.
//
// The second code of an older label ("prise en charge": product, 1, postcode,
// account, weight) does not hold the number and is not read. Some codes of the
// sorting centres hold it behind a postcode (inferred).
func colissimo(code string) []reading {
	if how, ok := colissimoNumber(code); ok {
		return whole(Colissimo, code, how)
	}
	for length := 5; length <= 8; length++ { // A postcode, with up to three characters around it.
		if len(code) <= length+13 {
			break
		}
		if how, ok := colissimoNumber(code[length : length+13]); ok && how == checked && len(code) <= 30 {
			return inside(Colissimo, code[length:length+13], likely)
		}
	}
	return nil
}

func colissimoNumber(code string) (certainty, bool) {
	if len(code) != 13 || !numeric(code[:1]) || !letters(code[1:2]) || !numeric(code[2:]) || letterTracked(code) {
		return possible, false
	}
	if modulo10(code[2:12]) == code[12] {
		return checked, true
	}
	return likely, true
}

// laPoste reads the numbers of letters with tracking: 1L, 2L or 3L and eleven
// digits, else shaped like a Colissimo's; and fifteen digits that begin with 870
// on stickers sold by the sheet (both inferred). An IMEI has fifteen digits too:
// who asks knows which of the two is looked for.
func laPoste(code string) []reading {
	if len(code) == 13 && letterTracked(code) && numeric(code[2:]) {
		return whole(LaPoste, code, likely)
	}
	if len(code) == 15 && numeric(code) && strings.HasPrefix(code, "870") {
		return whole(LaPoste, code, possible)
	}
	return nil
}

func letterTracked(code string) bool {
	return strings.HasPrefix(code, "1L") || strings.HasPrefix(code, "2L") || strings.HasPrefix(code, "3L")
}
