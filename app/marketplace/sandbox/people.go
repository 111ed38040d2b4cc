package sandbox

import (
	"fmt"
	"strings"
)

// person is a customer. All of them are made up.
type person struct {
	First      string `json:"first"`
	Last       string `json:"last"`
	Street     string `json:"street"`
	PostalCode string `json:"postal_code"`
	City       string `json:"city"`
	Country    string `json:"country"`
	Phone      string `json:"phone"`
	Email      string `json:"email"`
}

type population struct {
	first, last, streets []string
	cities               [][2]string
	country, phone       string
}

// populations are by country code of the marketplace. The phone numbers are from
// ranges that regulators keep for fiction; where there is none, there is no number.
var populations = map[string]population{
	"fr-fr": {
		[]string{"Anaïs", "Benoît", "Chloé", "Damien", "Élodie", "Fabrice", "Gaëlle", "Hugo", "Inès", "Jérôme", "Léa", "Maël", "Noémie", "Océane", "Rémi", "Zoé"},
		[]string{"Imaginaire", "Modèle", "Témoin", "Specimen", "Fictif", "Échantillon", "Essai", "Maquette"},
		[]string{"rue de l’Essai", "avenue du Modèle", "place du Brouillon", "chemin du Témoin", "boulevard des Maquettes"},
		[][2]string{{"75011", "Paris"}, {"69003", "Lyon"}, {"13006", "Marseille"}, {"31000", "Toulouse"}, {"44000", "Nantes"}, {"67000", "Strasbourg"}, {"59800", "Lille"}},
		"FR", "+3319900%04d",
	},
	"fr-be": {
		[]string{"Aurélie", "Bastien", "Céline", "Dorian", "Maëlle"},
		[]string{"Imaginaire", "Vandentest", "Modèle", "Spécimen"},
		[]string{"rue du Spécimen", "avenue de l’Essai"},
		[][2]string{{"1000", "Bruxelles"}, {"4000", "Liège"}, {"5000", "Namur"}},
		"BE", "",
	},
	"en-ie": {
		[]string{"Aoife", "Brendan", "Ciara", "Declan", "Niamh", "Oisín"},
		[]string{"Sample", "Example", "O’Specimen", "Mockup"},
		[]string{"Sample Street", "Example Road", "Specimen Quay"},
		[][2]string{{"D02 X285", "Dublin"}, {"T12 W8KP", "Cork"}},
		"IE", "+35320910%04d",
	},
	"en-gb": {
		[]string{"Alice", "Edward", "Grace", "Oliver", "Ruby", "Thomas"},
		[]string{"Sample", "Example", "Specimen", "Testerton", "Placeholder"},
		[]string{"Sample Street", "Example Lane", "Mockup Mews"},
		[][2]string{{"E1 6AN", "London"}, {"M1 1AE", "Manchester"}},
		"GB", "+447700900%03d",
	},
}

func (m *maker) person(country string) person {
	from, known := populations[country]
	if !known {
		from = populations["fr-fr"]
	}
	p := person{First: pick(m, from.first), Last: pick(m, from.last), Country: from.country}
	place := pick(m, from.cities)
	number := 1 + m.random.IntN(98)
	p.Street, p.PostalCode, p.City = fmt.Sprintf("%d, %s", number, pick(m, from.streets)), place[0], place[1]
	if extension := m.random.IntN(1000); from.phone != "" {
		p.Phone = fmt.Sprintf(from.phone, extension)
	}
	p.Email = fmt.Sprintf("%s.%s.%03d@example.com", asciiName(p.First), asciiName(p.Last), m.random.IntN(1000))
	return p
}

var unaccented = strings.NewReplacer("é", "e", "É", "e", "è", "e", "ë", "e", "ï", "i", "î", "i", "í", "i", "ô", "o", "’", "", "Ö", "o", "ö", "o")

func asciiName(name string) string { return strings.ToLower(unaccented.Replace(name)) }
