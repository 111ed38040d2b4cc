package carrier

import "strings"

// geopost reads the routing code that the carriers of the GeoPost group share
// (DPD parcel label specification: "I PPPPPPP T14 SSS CCC"): an identifier, which
// scanners send as "%", the destination's postcode in seven characters, the
// parcel in fourteen, the service and the ISO number of the country in three
// digits each. The printed form has no "%" and ends with a check character.
func geopost(code string) []reading {
	body := strings.TrimPrefix(code, "%")
	how := likely
	switch {
	case strings.Contains(body, "%"):
		return nil
	case len(body) == 28:
		if check, ok := modulo37(body[:27]); !ok || check != body[27] {
			return nil
		}
		how = checked
	case len(body) != 27 || code == body:
		return geopostNumber(code)
	}
	parcel, service := body[7:21], body[21:27]
	if !numeric(service) {
		return nil
	}
	switch {
	case numeric(parcel):
		return inside(DPD, parcel, how)
	case letters(parcel[:2]) && numeric(parcel[2:]):
		return inside(Chronopost, withCheck(parcel), how)
	}
	// A Colissimo that GeoPost's network carries, filled up with a zero (inferred).
	if number, filled := strings.CutPrefix(parcel, "0"); filled {
		if _, ok := colissimoNumber(number); ok {
			return inside(Colissimo, number, how)
		}
	}
	return nil
}

// geopostNumber reads a DPD parcel number: fourteen digits, printed with a
// fifteenth character that checks them.
func geopostNumber(code string) []reading {
	switch {
	case len(code) == 14 && numeric(code):
		return whole(DPD, code, possible)
	case len(code) == 15 && numeric(code[:14]):
		if check, _ := modulo37(code[:14]); check == code[14] {
			how := checked
			if numeric(code) { // One number of fifteen digits in thirty-six passes by chance.
				how = possible
			}
			return inside(DPD, code[:14], how)
		}
	}
	return nil
}

// chronopost reads a Chronopost number: two letters, twelve digits and a check
// character, which a scan of the parcel's own bars may lack. The thirteen
// characters with a country are S10.
func chronopost(code string) []reading {
	if len(code) < 14 || len(code) > 15 || !letters(code[:2]) || !numeric(code[2:14]) {
		return nil
	}
	if len(code) == 14 {
		return inside(Chronopost, withCheck(code), possible)
	}
	if withCheck(code[:14]) == code {
		return whole(Chronopost, code, checked)
	}
	return nil
}

func withCheck(number string) string {
	check, ok := modulo37(number)
	if !ok {
		return number
	}
	return number + string(check)
}
