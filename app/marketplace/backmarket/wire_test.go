package backmarket

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"revient/app/returns"
)

func TestAmountsAreReadWithoutAFloat(t *testing.T) {
	for _, c := range []struct {
		in, iso string
		minor   int64
		ok      bool
	}{
		{`"299.25"`, "EUR", 29925, true},
		{`89.99`, "EUR", 8999, true},
		{`"0.07"`, "eur", 7, true},
		{`99`, "EUR", 9900, true},
		{`"5.9"`, "GBP", 590, true},
		{`"5.990"`, "GBP", 599, true},
		{`"-12.50"`, "EUR", -1250, true},
		{`1500`, "JPY", 1500, true},
		{`"1500.00"`, "JPY", 1500, true},
		{`null`, "EUR", 0, true},
		{`"90071992547409.93"`, "EUR", 9007199254740993, true}, // A float would lose the last cent.
		{`"5.999"`, "EUR", 0, false},
		{`"5,99"`, "EUR", 0, false},
		{`1e3`, "EUR", 0, false},
		{`".5"`, "EUR", 0, false},
		{`"--5"`, "EUR", 0, false},
		{`"abc"`, "EUR", 0, false},
		{`"99999999999999999999"`, "EUR", 0, false},
		{`"1.00"`, "", 0, false},
		{`"1.00"`, "XYZ", 0, false},
	} {
		var read text
		if err := json.Unmarshal([]byte(c.in), &read); err != nil {
			t.Fatal(err)
		}
		got, err := read.money(c.iso)
		if (err == nil) != c.ok || (c.ok && got.Minor != c.minor) {
			t.Errorf("%s %s = %+v, %v", c.in, c.iso, got, err)
		}
	}
}

func TestAmountsAreWrittenAsJSONNumbers(t *testing.T) {
	for _, c := range []struct {
		amount returns.Money
		want   string
	}{
		{returns.Money{Minor: 8999, Currency: "EUR"}, "89.99"},
		{returns.Money{Minor: 7, Currency: "EUR"}, "0.07"},
		{returns.Money{Minor: 22900, Currency: "GBP"}, "229.00"},
		{returns.Money{Minor: 1500, Currency: "JPY"}, "1500"},
		{returns.Money{Minor: 0, Currency: "EUR"}, ""},
		{returns.Money{Minor: -1, Currency: "EUR"}, ""},
		{returns.Money{Minor: 1, Currency: ""}, ""},
	} {
		got, err := decimal(c.amount)
		if string(got) != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%+v = %q, %v, want %q", c.amount, got, err, c.want)
		}
	}
}

func TestDatesAreReadInEveryForm(t *testing.T) {
	want := time.Date(2022, 4, 29, 7, 35, 24, 0, time.UTC)
	for _, in := range []text{"2022-04-29T07:35:24Z", "2022-04-29T09:35:24+02:00", "2022-04-29T07:35:24.000Z", "2022-04-29T07:35:24", "2022-04-29 07:35:24"} {
		if got := in.instant(); !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%q = %v", in, got)
		}
	}
	for _, in := range []text{"", "yesterday", "0000-00-00"} {
		if got := in.instant(); !got.IsZero() {
			t.Errorf("%q = %v, want none", in, got)
		}
	}
}

func TestWhatIsNoTextReadsAsEmpty(t *testing.T) {
	var read struct{ A, B, C, D, E, F text }
	if err := json.Unmarshal([]byte(`{"A": {"x": 1}, "B": [1], "C": null, "D": true, "E": 12, "F": "s"}`), &read); err != nil {
		t.Fatal(err)
	}
	if read.A != "" || read.B != "" || read.C != "" || !read.D.flag() || read.E != "12" || read.F != "s" {
		t.Errorf("read %+v", read)
	}
}

func TestExcerptsEndOnAWholeCharacter(t *testing.T) {
	for _, in := range []string{strings.Repeat("é", 400), "x" + strings.Repeat("é", 400), "a\xffb", "  short  "} {
		got := excerpt(in)
		if len(got) > 500 || !utf8.ValidString(got) || got != strings.TrimSpace(got) {
			t.Errorf("excerpt of %d bytes is %d bytes, valid %v", len(in), len(got), utf8.ValidString(got))
		}
	}
}

func TestRetryAfterIsReadAsSecondsAndAsADate(t *testing.T) {
	for _, c := range []struct {
		after, date string
		want        time.Duration
	}{
		{"7", "", 7 * time.Second},
		{"-7", "", 0},
		{"999999999", "", 24 * time.Hour},
		{"Mon, 23 Nov 2026 08:01:00 GMT", "Mon, 23 Nov 2026 08:00:00 GMT", time.Minute},
		{"Mon, 23 Nov 2026 07:00:00 GMT", "Mon, 23 Nov 2026 08:00:00 GMT", 0},
		{"Mon, 23 Nov 2026 08:01:00 GMT", "", 0},
		{"soon", "", 0},
		{"", "", 0},
	} {
		header := http.Header{}
		header.Set("Retry-After", c.after)
		header.Set("Date", c.date)
		if got := retryAfter(header); got != c.want {
			t.Errorf("%q at %q = %v, want %v", c.after, c.date, got, c.want)
		}
	}
}

func TestMarkUpIsDroppedAndLinesAreKept(t *testing.T) {
	for in, want := range map[string]string{
		"<p>Bonjour,<br/>à vous</p>":                   "Bonjour,\nà vous",
		"plain\r\ntext":                                "plain\ntext",
		"a &lt;b&gt; &amp; c &eacute;":                 "a <b> & c é",
		"<div>one</div><div>two</div>":                 "one\n\ntwo",
		"<script>alert(1)</script>x<style>p{}</style>": "x",
		"<b>un</b>closed <i":                           "unclosed",
		"":                                             "",
	} {
		if got := plainText(in); got != want {
			t.Errorf("%q = %q, want %q", in, got, want)
		}
	}
	if !sameWords("<p>Prix &lt; 5&nbsp;€<br>merci</p>", "Prix < 5 €\nmerci") || sameWords("merci", "merci bien") {
		t.Error("the same words are not told from others")
	}
}
