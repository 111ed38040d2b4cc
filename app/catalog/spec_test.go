package catalog_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"revient/app/catalog"
)

// said writes a spec as the tables of these tests do: what is known, in order.
func said(s catalog.Spec) string {
	var words []string
	for _, word := range []string{s.Model, storage(s.Storage), s.Colour, storage(s.Year), s.Screen, s.Chip, memory(s.Memory), s.Network} {
		if word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, ", ")
}

func storage(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func memory(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("ram %d", n)
}

func TestAListingIsReadInFrenchAndInEnglish(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		// iPhones.
		{"iPhone 13 128 Go - Minuit - Débloqué", "iphone 13, 128, midnight"},
		{"iPhone 13 128GB - Midnight - Unlocked", "iphone 13, 128, midnight"},
		{"Apple iPhone 13 Pro Max 256 Go Bleu alpin", "iphone 13 pro max, 256, sierra_blue"},
		{"iPhone 12 64 Go - Noir - Débloqué", "iphone 12, 64, black"},
		{"iPhone 12 mini 5G 64 Go - (PRODUCT)RED", "iphone 12 mini, 64, red"},
		{"iPhone SE (2022) 64 Go - Rouge - Débloqué", "iphone se, 64, red, 2022"},
		{"iPhone SE 3e génération 128 Go Lumière stellaire", "iphone se, 128, starlight, 2022"},
		{"iPhone SE 2 64GB White", "iphone se, 64, white, 2020"},
		{"iPhone SE 64 Go Noir", "iphone se, 64, black"},
		{"iPhone 8 64 Go - Or", "iphone 8, 64, gold"},
		{"iPhone 8 Plus 256GB Rose Gold", "iphone 8 plus, 256, rose_gold"},
		{"iPhone XS Max 512 Go Or Débloqué tout opérateur", "iphone xs max, 512, gold"},
		{"iPhone 8 or 64 Go", "iphone 8, 64, gold"},
		{"iPhone 8 64GB or 256GB", "iphone 8"},
		{"iPhone XR 128 Go - Corail", "iphone xr, 128, coral"},
		{"iPhone 15 Pro 1 To - Titane naturel - Débloqué", "iphone 15 pro, 1000, natural_titanium"},
		{"iPhone 15 Pro 1TB Natural Titanium", "iphone 15 pro, 1000, natural_titanium"},
		{"iPhone 14 Pro 128 Go Violet intense", "iphone 14 pro, 128, deep_purple"},
		{"iPhone 14 128 Go Mauve", "iphone 14, 128, purple"},
		{"IPHONE13 128GO NOIR", "iphone 13, 128, black"},
		{"iPhone 13", "iphone 13"},
		{"iPhone 13 128 Go noir ou blanc", "iphone 13, 128"},
		{"iPhone 13 64 Go / 128 Go", "iphone 13"},
		{"iPhone 16e 128 Go Blanc", "iphone 16e, 128, white"},
		// Samsung.
		{"Galaxy S21 5G 256GB Phantom Grey", "galaxy s21, 256, grey"},
		{"Galaxy S21 128 Go - Gris - Débloqué", "galaxy s21, 128, grey"},
		{"Samsung Galaxy S21+ 5G 128 Go - Violet - Débloqué - Dual-SIM", "galaxy s21 plus, 128, purple"},
		{"Samsung Galaxy S22 Ultra 512 Go Bordeaux", "galaxy s22 ultra, 512, burgundy"},
		{"Galaxy S20 FE 5G 128 Go - Menthe", "galaxy s20 fe 5g, 128, mint"},
		{"Galaxy S20 FE 4G 128 Go - Bleu marine", "galaxy s20 fe, 128, navy"},
		{"Galaxy A54 128 Go - Vert - Débloqué", "galaxy a54, 128, green"},
		{"Galaxy A52s 5G 6 Go / 128 Go Noir", "galaxy a52s 5g, 128, black"},
		{"Galaxy A5 (2017) 32 Go Or", "galaxy a5, 32, gold, 2017"},
		{"Galaxy S9+ 64 Go (dual sim) - Noir Minuit", "galaxy s9 plus, 64, midnight"},
		{"Galaxy Z Flip4 256 Go Graphite", "galaxy z flip 4, 256, graphite"},
		{"Samsung Galaxy Z Fold 3 5G 256 Go noir", "galaxy z fold 3, 256, black"},
		{"Galaxy Note20 Ultra 5G 256 Go - Bronze", "galaxy note 20 ultra 5g, 256, bronze"},
		{"Samsung Galaxy S24 Ultra 256 Go Titanium Gray", "galaxy s24 ultra, 256, grey_titanium"},
		// Other phones.
		{"Google Pixel 7 128 Go - Blanc - Débloqué", "pixel 7, 128, white"},
		{"Pixel 6a 5G 128GB Charcoal", "pixel 6a, 128, charcoal"},
		{"Xiaomi Redmi Note 12 Pro 5G 8 Go RAM 256 Go Noir minuit", "redmi note 12 pro 5g, 256, midnight"},
		{"Xiaomi 11T Pro 8/256 Go - Gris", "xiaomi 11t pro, 256, grey"},
		{"OnePlus Nord 2 5G 128 Go Gris", "oneplus nord 2 5g, 128, grey"},
		{"Huawei P30 Lite 128 Go Bleu", "huawei p30 lite, 128, blue"},
		{"Fairphone 4 256 Go Vert", "fairphone 4, 256, green"},
		// Computers.
		{"MacBook Air 13\" M1 8 Go 256 Go SSD Gris sidéral", "macbook air, 256, space_grey, 2020, 13, m1, ram 8"},
		{"MacBook Air 13 (2020) M1 256 Go", "macbook air, 256, 2020, 13, m1"},
		{"MacBook Air 13,3 pouces (2020) - Apple M1 8 cœurs - RAM 8 Go - SSD 256 Go - Or", "macbook air, 256, gold, 2020, 13, m1, ram 8"},
		{"MacBook Air 13.6-inch (2022) - Apple M2 - 16GB RAM - SSD 512GB - Midnight", "macbook air, 512, midnight, 2022, 13, m2, ram 16"},
		{"MacBook Pro 14\" (2021) M1 Pro 16 Go 1 To SSD Argent", "macbook pro, 1000, silver, 2021, 14, m1 pro, ram 16"},
		{"MacBook Pro 16 (2019) Core i7 16 Go SSD 512 Go", "macbook pro, 512, 2019, 16, i7, ram 16"},
		{"MacBook Air 16 Go", "macbook air"},
		{"MacBook Pro 13 M1 8 Go RAM 256 Go", "macbook pro, 256, 2020, 13, m1, ram 8"},
		{"HP EliteBook x360 1030 G3 13\" Core i5 1.7 GHz - SSD 256 Go - 8 Go AZERTY", "elitebook x360 1030 g3, 256, i5, ram 8"},
		{"Dell XPS 13 9310 i7 16/512 Go", "xps 13 9310, 512, i7, ram 16"},
		{"ThinkPad T14 Core i5 16 Go 512 Go", "thinkpad t14, 512, i5, ram 16"},
		{"Lenovo ThinkPad X1 Carbon Gen 9 14\" Core i7-1165G7 16GB 1TB SSD Black", "thinkpad x1 carbon gen 9, 1000, black, i7, ram 16"},
		{"Dell Latitude 5490 14 pouces Core i5 8 Go RAM 256 Go SSD AZERTY", "latitude 5490, 256, i5, ram 8"},
		{"HP EliteBook 840 G5 Core i5-8350U 16 Go SSD 256 Go + HDD 1 To", "elitebook 840 g5, i5, ram 16"},
		{"Dell Precision M4800 15 pouces Core i7 16 Go RAM 512 Go SSD", "precision m4800, 512, i7, ram 16"},
		{"Surface Laptop 4 13,5\" Ryzen 5 8 Go 256 Go Platine", "surface laptop 4, 256, ryzen 5, ram 8"},
		// Tablets.
		{"iPad 10.2 (2021) 64 Go - Wi-Fi", "ipad, 64, 2021, 10.2, local"},
		{"iPad (9e génération) 64 Go Gris sidéral Wi-Fi", "ipad, 64, space_grey, 2021, 10.2, local"},
		{"iPad 9 64GB Space Gray WiFi + Cellular", "ipad, 64, space_grey, 2021, 10.2, cellular"},
		{"iPad Pro 11 (2021) 128 Go WiFi + 5G - Argent", "ipad pro, 128, silver, 2021, 11, cellular"},
		{"iPad Pro 12.9\" 5th gen 256GB", "ipad pro, 256, 2021, 12.9"},
		{"iPad Air 5 256 Go Bleu", "ipad air, 256, blue, 2022, 10.9"},
		{"iPad mini (6e génération) 64 Go violet Wi-Fi", "ipad mini, 64, purple, 2021, 8.3, local"},
		{"Galaxy Tab A 10.1 (2019) 32 Go Wi-Fi Noir", "galaxy tab a, 32, black, 2019, 10.1, local"},
		{"iPad Pro 12,9 (2018) 3e génération 256 Go - WiFi + 4G - Gris sidéral", "ipad pro, 256, space_grey, 2018, 12.9, cellular"},
		{"iPad Pro 11 (2018) 5e génération 256 Go", "ipad pro, 256, 11"},
		{"Samsung Galaxy Tab S8 11 pouces 128 Go Graphite 5G", "galaxy tab s8, 128, graphite, cellular"},
		// Consoles.
		{"Nintendo Switch OLED 64 Go", "nintendo switch oled, 64"},
		{"Nintendo Switch OLED Blanc", "nintendo switch oled, white"},
		{"Nintendo Switch - Néon Bleu/Rouge 32 Go", "nintendo switch, 32, neon_red_blue"},
		{"Nintendo Switch Lite 32 Go - Corail", "nintendo switch lite, 32, coral"},
		{"PlayStation 5 825 Go - Blanc", "playstation 5, 825, white"},
		{"PS5 Digital Edition 825GB White", "playstation 5 digital, 825, white"},
		{"Sony PlayStation 5 Slim Édition Numérique 1 To", "playstation 5 digital slim, 1000"},
		{"PS4 Pro 1 To Noir", "playstation 4 pro, 1000, black"},
		{"Xbox Series S 512 Go Blanc", "xbox series s, 512, white"},
		{"Microsoft Xbox Series X 1TB - Black", "xbox series x, 1000, black"},
		{"Steam Deck OLED 512 Go", "steam deck oled, 512"},
		// Audio and watches.
		{"AirPods Pro 2", "airpods pro, 2022"},
		{"Apple AirPods Pro (2e génération) - Blanc", "airpods pro, white, 2022"},
		{"AirPods Pro", "airpods pro"},
		{"Galaxy Buds2 Pro Graphite", "galaxy buds 2 pro, graphite"},
		{"Sony WH-1000XM4 Noir", "sony wh 1000xm4, black"},
		{"Apple Watch Series 8 45 mm GPS + Cellular Aluminium Minuit", "apple watch series 8, midnight, 45, cellular"},
		{"Apple Watch SE (2022) 40mm GPS Argent", "apple watch se, silver, 2022, 40, local"},
		// Nothing to read.
		{"Support pour voiture", ""},
		{"Coque pour Samsung, silicone", ""},
		{"Câble USB 3 to HDMI", ""},
		{"Coque iPhone 13 transparente", ""},
		{"Switch réseau 8 ports", ""},
		{"Batterie externe, noire or white", ""},
		{"", ""},
	} {
		t.Run(c.title, func(t *testing.T) {
			if got := said(catalog.SpecOf(c.title, "")); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestASKUTellsWhatTheTitleLeavesOut(t *testing.T) {
	for _, c := range []struct{ title, sku, want string }{
		{"iPhone 13", "IP13-128-BLU-A", "iphone 13, 128, blue"},
		{"iPhone 13 256 Go Noir", "IP13-128-BLU-A", "iphone 13, 256, black"},
		{"Galaxy S21 5G", "GS21_256GB_GRY", "galaxy s21, 256, grey"},
		{"ThinkPad T14", "T14-I5-16-512-B", "thinkpad t14, 512"},
		{"iPhone 14", "IP14-128-256-RED-BLK", "iphone 14"},
		{"iPhone 13 noir ou blanc", "IP13-BLU", "iphone 13"},
		{"AirPods Pro 2", "APP2-WHT-A", "airpods pro, white, 2022"},
		{"iPhone 13", "3700123456789", "iphone 13"},
	} {
		if got := said(catalog.SpecOf(c.title, c.sku)); got != c.want {
			t.Errorf("%s, %s: got %s, want %s", c.title, c.sku, got, c.want)
		}
	}
}

func TestAReplacementIsTheSameInAllThatIsKnownOfTheWanted(t *testing.T) {
	for _, c := range []struct {
		name, have, want string
		satisfies        bool
	}{
		{"the same in another language", "iPhone 13 128GB Midnight", "iPhone 13 128 Go - Minuit - Débloqué", true},
		{"another colour", "iPhone 13 128 Go Bleu", "iPhone 13 128 Go Minuit", false},
		{"another storage", "iPhone 13 256 Go Minuit", "iPhone 13 128 Go Minuit", false},
		{"another model", "iPhone 13 Pro 128 Go Graphite", "iPhone 13 128 Go Graphite", false},
		{"a colour that was not said asks for none", "iPhone 13 128 Go Bleu", "iPhone 13 128 Go", true},
		{"a colour of which nobody knows", "iPhone 13 128 Go", "iPhone 13 128 Go Minuit", false},
		{"a storage of which nobody knows", "iPhone 13 Minuit", "iPhone 13 128 Go Minuit", false},
		{"another memory", "MacBook Air M1 8 Go 256 Go SSD", "MacBook Air M1 16 Go 256 Go SSD", false},
		{"a memory that was not said", "MacBook Air 13\" M1 8 Go 256 Go SSD", "MacBook Air 13 (2020) M1 256 Go", true},
		{"a tablet with a SIM is another", "iPad 9 64 Go Wi-Fi", "iPad 9 64 Go Wi-Fi + Cellular", false},
		{"a generation and its year", "iPad (9e génération) 64 Go Wi-Fi", "iPad 10.2 (2021) 64 Go - Wi-Fi", true},
		{"an SE of another year", "iPhone SE (2020) 64 Go Noir", "iPhone SE 3 64 Go Noir", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			have, want := catalog.SpecOf(c.have, ""), catalog.SpecOf(c.want, "")
			if got := have.Satisfies(want); got != c.satisfies {
				t.Errorf("%s for %s: %v", said(have), said(want), got)
			}
		})
	}
}

func TestAnythingSatisfiesItselfAndAWishThatSaysNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := catalog.SpecOf(rapid.String().Draw(t, "title"), rapid.String().Draw(t, "sku"))
		if !s.Satisfies(s) || !s.Satisfies(catalog.Spec{}) {
			t.Fatalf("%+v does not satisfy itself", s)
		}
		if known := (catalog.Spec{Model: "iphone 13"}); (catalog.Spec{}).Satisfies(known) {
			t.Fatal("a device of which nothing is known replaces an iPhone")
		}
	})
}

func TestAGradeIsAtLeastTheOneSold(t *testing.T) {
	for _, c := range []struct {
		have, want string
		atLeast    bool
	}{
		{"premium", "fair", true}, {"excellent", "good", true}, {"good", "good", true}, {"fair", "good", false}, {"good", "premium", false},
		{"", "fair", false}, {"shiny", "fair", false}, {"fair", "", true}, {"", "", true}, {"fair", "shiny", true},
	} {
		if got := catalog.GradeAtLeast(c.have, c.want); got != c.atLeast {
			t.Errorf("%q for %q: %v", c.have, c.want, got)
		}
	}
	for words, want := range map[string]string{
		"Parfait état": "excellent", "Très bon": "good", "ÉTAT CORRECT": "fair", "Premium": "premium", "comme neuf": "premium", "Good": "good", "10": "excellent", "A+": "", "": "",
	} {
		if got := catalog.GradeOf(words); got != want {
			t.Errorf("%q is %q", words, got)
		}
	}
}

func FuzzSpecOf(f *testing.F) {
	for _, seed := range []string{"iPhone 13 128 Go - Minuit - Débloqué", "MacBook Air 13\" M1 8 Go 256 Go SSD Gris sidéral", "PS5 825 Go", "iPad Pro 12,9 5e gén. 1,5 To", "999999999 Go", "\xff\xfe", "gen gen99 iPad", "S21++ ++"} {
		f.Add(seed, "IP13-128-BLU-A")
	}
	f.Fuzz(func(t *testing.T, title, sku string) {
		s := catalog.SpecOf(title, sku)
		if s.Storage < 0 || s.Storage > 9999 || s.Memory < 0 || s.Year != 0 && (s.Year < 2000 || s.Year > 2039) {
			t.Errorf("%q is %+v", title, s)
		}
		if !utf8.ValidString(s.Model) || strings.ContainsAny(s.Model, "|#") {
			t.Errorf("%q is the model %q", title, s.Model)
		}
		if again := catalog.SpecOf(title, sku); again != s {
			t.Errorf("%q is %+v, and then %+v", title, s, again)
		}
	})
}
