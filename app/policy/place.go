package policy

import (
	"strings"
	"sync"
	"time"

	"revient/app/fault"
)

// Place is where a period is counted: the zone that gives the civil day, and the
// calendar that gives the working days.
type Place struct {
	Zone     string `json:"zone"`     // IANA name, such as "Europe/Paris".
	Calendar Code   `json:"calendar"` // Code, such as "FR-A".
}

var countries = map[string]Place{
	"FR": {"Europe/Paris", "FR"},
	"BE": {"Europe/Brussels", "BE"},
	"DE": {"Europe/Berlin", "DE"},
	"AT": {"Europe/Vienna", "AT"},
	"IT": {"Europe/Rome", "IT"},
	"ES": {"Europe/Madrid", "ES"},
	"PT": {"Europe/Lisbon", "PT"},
	"NL": {"Europe/Amsterdam", "NL"},
	"IE": {"Europe/Dublin", "IE"},
	"GB": {"Europe/London", "GB"},
	"GR": {"Europe/Athens", "GR"},
	"SK": {"Europe/Bratislava", "SK"},
	"SE": {"Europe/Stockholm", "SE"},
	"FI": {"Europe/Helsinki", "FI"},
	"GP": {"America/Guadeloupe", "FR-GP"},
	"MQ": {"America/Martinique", "FR-MQ"},
	"GF": {"America/Cayenne", "FR-GF"},
	"RE": {"Indian/Reunion", "FR-RE"},
	"YT": {"Indian/Mayotte", "FR-YT"},
}

// Parts of a country, by the start of the postal code, that count otherwise.
var districts = map[string]map[string]Place{
	"FR": {
		"57": {"Europe/Paris", "FR-A"}, "67": {"Europe/Paris", "FR-A"}, "68": {"Europe/Paris", "FR-A"},
		"971": countries["GP"], "972": countries["MQ"], "973": countries["GF"],
		"974": countries["RE"], "976": countries["YT"],
	},
	"ES": {"35": {"Atlantic/Canary", "ES"}, "38": {"Atlantic/Canary", "ES"}},
	"PT": {
		"90": {"Atlantic/Madeira", "PT"}, "91": {"Atlantic/Madeira", "PT"}, "92": {"Atlantic/Madeira", "PT"},
		"93": {"Atlantic/Madeira", "PT"}, "94": {"Atlantic/Madeira", "PT"},
		"95": {"Atlantic/Azores", "PT"}, "96": {"Atlantic/Azores", "PT"}, "97": {"Atlantic/Azores", "PT"},
		"98": {"Atlantic/Azores", "PT"}, "99": {"Atlantic/Azores", "PT"},
	},
}

// PlaceOf returns where an address counts its days, from its ISO 3166 country
// code and its postal code. A country without a calendar is an error: guessing
// one could make a customer late.
func PlaceOf(country, postalCode string) (Place, error) {
	country = strings.ToUpper(strings.TrimSpace(country))
	if country == "EL" { // The European institutions' code for Greece.
		country = "GR"
	}
	place, known := countries[country]
	if !known {
		return Place{}, fault.New(fault.Invalid, "errors_policy.country", fault.Args{"country": country}).At("country")
	}
	postalCode = strings.ReplaceAll(postalCode, " ", "")
	for _, length := range []int{3, 2} {
		if len(postalCode) >= length {
			if district, found := districts[country][postalCode[:length]]; found {
				return district, nil
			}
		}
	}
	return place, nil
}

var zones sync.Map // Of name to *time.Location: a worklist asks for one zone ten thousand times.

// location loads the zone. "" and "Local" are refused, because they would make a
// deadline depend on the machine.
func (p Place) location() (*time.Location, error) {
	if loaded, found := zones.Load(p.Zone); found {
		if zone, is := loaded.(*time.Location); is {
			return zone, nil
		}
	}
	if p.Zone == "" || p.Zone == "Local" {
		return nil, fault.New(fault.Invalid, "errors_policy.zone", fault.Args{"zone": p.Zone}).At("zone")
	}
	zone, err := time.LoadLocation(p.Zone)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "errors_policy.zone", fault.Args{"zone": p.Zone}).At("zone")
	}
	zones.Store(p.Zone, zone)
	return zone, nil
}
