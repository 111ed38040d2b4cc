package carrier_test

import (
	"testing"

	"revient/app/carrier"
)

// Numbers with check digits come from the carriers' own examples and from public
// collections of valid numbers; the routing codes are built around them.
func TestCodesAreReducedToTheNumberThatTheirCarrierFollows(t *testing.T) {
	const none = ""
	for _, c := range []struct{ code, carrier, tracking string }{
		// UPU S10.
		{"RB123456785GB", carrier.Post, "RB123456785GB"},
		{"rb 123 456 785 gb", carrier.Post, "RB123456785GB"},
		{"RB123456784GB", carrier.Post, "RB123456784GB"}, // A wrong check digit is still somebody's number.
		{"LA123456785FR", carrier.LaPoste, "LA123456785FR"},
		{"RK123456785FR", carrier.LaPoste, "RK123456785FR"},
		{"CB123456785FR", carrier.Colissimo, "CB123456785FR"},
		{"XY123456785FR", carrier.Chronopost, "XY123456785FR"},
		{"XA123456785JB", carrier.Chronopost, "XA123456785JB"},
		{"EE123456785FR", carrier.Chronopost, "EE123456785FR"},
		{"]C1RB123456785GB", carrier.Post, "RB123456785GB"},
		// Colissimo and letters.
		{"9L00000000024", carrier.Colissimo, "9L00000000024"},
		{"9L 00000 00002 4", carrier.Colissimo, "9L00000000024"},
		{"6A12345678905", carrier.Colissimo, "6A12345678905"},
		{"8R12345678901", carrier.Colissimo, "8R12345678901"},
		{"*6A12345678905*", carrier.Colissimo, "6A12345678905"},
		{"750016A12345678905801", carrier.Colissimo, "6A12345678905"},
		{"%007500106A12345678905801250", carrier.Colissimo, "6A12345678905"},
		{"1L12345678901", carrier.LaPoste, "1L12345678901"},
		{"3L12345678905", carrier.LaPoste, "3L12345678905"},
		{"870001234567890", carrier.LaPoste, "870001234567890"},
		{"9L1690019647441390000023", none, "9L1690019647441390000023"}, // Holds no tracking number.
		// GeoPost: DPD and Chronopost.
		{"%008182709980000020033350276", carrier.DPD, "09980000020033"},
		{"008182709980000020033350276C", carrier.DPD, "09980000020033"},
		{"0081 827 0998 0000 0200 45 327 276 N", carrier.DPD, "09980000020045"},
		{"008182709980000020033350276A", none, "008182709980000020033350276A"},
		{"]C0%008182709980000020033350276", carrier.DPD, "09980000020033"},
		{"09980000020033", carrier.DPD, "09980000020033"},
		{"0998 0000 0200 33", carrier.DPD, "09980000020033"},
		{"%0075015XR123456789012248250", carrier.Chronopost, "XR1234567890127"},
		{"XR123456789012", carrier.Chronopost, "XR1234567890127"},
		{"XR12 3456 7890 127", carrier.Chronopost, "XR1234567890127"},
		{"XR123456789012A", none, "XR123456789012A"},
		// UPS.
		{"1Z5R89390357567127", carrier.UPS, "1Z5R89390357567127"},
		{"1Z879E930346834440", carrier.UPS, "1Z879E930346834440"},
		{"1z 410 e7w 03 9275 159 1", carrier.UPS, "1Z410E7W0392751591"},
		{"1Z8V92A70367203024", carrier.UPS, "1Z8V92A70367203024"},
		{"1Z1111111111111111", none, "1Z1111111111111111"},
		// FedEx.
		{"986578788855", carrier.FedEx, "986578788855"},
		{"477179081230", carrier.FedEx, "477179081230"},
		{"1001921334250001000300779017972697", carrier.FedEx, "779017972697"},
		{"1001901781990001000300617767839437", carrier.FedEx, "617767839437"},
		{"9622001900000000000000776632517510", carrier.FedEx, "776632517510"},
		{"9611020987654312345672", carrier.FedEx, "987654312345672"},
		{"041441760228964", carrier.FedEx, "041441760228964"},
		{"1001901781990001000300617767839438", none, "1001901781990001000300617767839438"},
		// DHL.
		{"3318810025", carrier.DHL, "3318810025"},
		{"8487135506", carrier.DHL, "8487135506"},
		{"JJD0099999999", carrier.DHL, "JJD0099999999"},
		{"JJD014600004567890123", carrier.DHL, "JJD014600004567890123"},
		{"JD014600004567890123", carrier.DHL, "JD014600004567890123"},
		{"JVGL0999999990", carrier.DHL, "JVGL0999999990"},
		{"00340434161094042557", carrier.DHL, "00340434161094042557"},
		{"]C100340434161094042557", carrier.DHL, "00340434161094042557"},
		{"340434161094042557", carrier.DHL, "00340434161094042557"},
		{"563102430313", carrier.DHL, "563102430313"},
		{"2LDE53113+72000000", none, "2LDE5311372000000"},
		// Mondial Relay: the example of its label specification.
		{"12123456780101006623123454", carrier.MondialRelay, "12345678"},
		{"121234567801010066231234", carrier.MondialRelay, "12345678"},
		{"12345678", carrier.MondialRelay, "12345678"},
		{"123456780101", carrier.MondialRelay, "12345678"},
		// GLS, Relais Colis, Amazon.
		{"12345678901", carrier.GLS, "12345678901"},
		{"VD3000015539", carrier.RelaisColis, "VD3000015539"},
		{"VD30000155390101", carrier.RelaisColis, "VD3000015539"},
		{"TBA502887274000", carrier.Amazon, "TBA502887274000"},
		{"tba 502 887 274 000", carrier.Amazon, "TBA502887274000"},
		// GS1.
		{"(00)106141412345678908", none, "106141412345678908"},
		{"]C100106141412345678908\x1d42175001", none, "106141412345678908"},
		{"]C1421250750010\x1d401RB123456785GB", carrier.Post, "RB123456785GB"},
		{"(421)25075001\x1d(401)ABC1234567", none, "ABC1234567"},
		{"]d2011234567890123110ABC\x1d00106141412345678908", none, "106141412345678908"},
		// What is no parcel's.
		{"", none, ""},
		{"  ", none, ""},
		{"]C1", none, "C1"},
		{"P03A-000123-K", none, "P03A000123K"},
		{"3760123456785", none, "3760123456785"},
	} {
		t.Run(c.code, func(t *testing.T) {
			got := carrier.Read(c.code)
			if got.Carrier != c.carrier || got.Tracking != c.tracking {
				t.Errorf("got %+v of %+v, want %s %s", got, carrier.Readings(c.code), c.carrier, c.tracking)
			}
		})
	}
}

func TestAnAmbiguousCodeHasEveryReading(t *testing.T) {
	for code, want := range map[string][]carrier.Parcel{
		"986578788855":               {{carrier.FedEx, "986578788855", false}},
		"3318810025":                 {{carrier.DHL, "3318810025", false}, {carrier.MondialRelay, "18810025", true}},
		"12123456780101006623123454": {{carrier.MondialRelay, "12345678", true}},
		"TBA502887274000":            {{carrier.Amazon, "TBA502887274000", false}},
	} {
		got := carrier.Readings(code)
		if len(got) != len(want) {
			t.Errorf("%s: got %+v, want %+v", code, got, want)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: got %+v, want %+v", code, got, want)
			}
		}
	}
	if got := carrier.Readings("hello"); len(got) != 0 {
		t.Errorf("a word is read as %+v", got)
	}
}

func FuzzAReductionOfAReductionIsItself(f *testing.F) {
	for _, code := range []string{
		"RB123456785GB", "750016A12345678905801", "%008182709980000020033350276", "1001921334250001000300779017972697",
		"9611020987654312345672", "12123456780101006623123454", "(00)106141412345678908", "]C1421250750010\x1d401RB123456785GB",
		"VD30000155390101", "340434161094042557", "XR123456789012", "123456780101",
	} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		for i, parcel := range append([]carrier.Parcel{carrier.Read(code)}, carrier.Readings(code)...) {
			again := carrier.Read(parcel.Tracking)
			if i == 0 && again.Tracking != parcel.Tracking {
				t.Fatalf("%q is %+v, which is %+v", code, parcel, again)
			}
			if parcel.Tracking != carrier.Normalise(parcel.Tracking) {
				t.Fatalf("%q leaves %q", code, parcel.Tracking)
			}
		}
	})
}
