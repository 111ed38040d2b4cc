package backmarket

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/marketplace"
)

func TestARoundEndsTenMinutesBeforeItBegan(t *testing.T) {
	began := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	since := began.Add(-24 * time.Hour)
	at := func(offset time.Duration) answer {
		return answer{header: http.Header{"Date": {began.Add(offset).Format(http.TimeFormat)}}}
	}
	full := listAnswer{Next: "https://elsewhere.example.com/?page=2", Results: []json.RawMessage{[]byte(`{}`)}}
	last := listAnswer{Results: full.Results}
	for _, c := range []struct {
		name      string
		pages     []listAnswer
		refs      []string
		modified  time.Duration // Of what came, from the beginning of the round.
		wantSince time.Time
	}{
		{"on one page", []listAnswer{last}, []string{"1"}, -time.Hour, began.Add(-overlap)},
		{"on one page that changes meanwhile", []listAnswer{last}, []string{"1"}, time.Second, began.Add(-overlap)},
		{"over three pages", []listAnswer{full, full, last}, []string{"1", "2", "3"}, -time.Hour, began.Add(-overlap)},
		{"over pages that move under it", []listAnswer{full, last}, []string{"1", "2"}, time.Second, since},
		{"on a page that is empty, whatever its link says", []listAnswer{{Next: "x"}}, []string{""}, 0, began.Add(-overlap)},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, more := bookmark{Since: since, Page: 1}, true
			var err error
			for i, page := range c.pages {
				if !more {
					t.Fatalf("the round ended before page %d", i+1)
				}
				b, more, err = b.turn(at(time.Duration(i)*time.Minute), page, c.refs[i], []time.Time{began.Add(c.modified)})
				if err != nil {
					t.Fatal(err)
				}
			}
			if more || b.Page != 1 || !b.Since.Equal(c.wantSince) {
				t.Errorf("after the round: %+v, more %v, want since %v", b, more, c.wantSince)
			}
		})
	}
}

func TestARoundOfAServerWithoutAClockStaysWhereItIs(t *testing.T) {
	since := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	b, more, err := bookmark{Since: since, Page: 1}.turn(answer{header: http.Header{}}, listAnswer{}, "", nil)
	if err != nil || more || !b.Since.Equal(since) {
		t.Errorf("%+v, %v, %v", b, more, err)
	}
}

func TestTheSamePageTwiceStopsTheRound(t *testing.T) {
	full := listAnswer{Next: "x", Results: []json.RawMessage{[]byte(`{}`)}}
	b, _, err := bookmark{Since: time.Now(), Page: 1}.turn(answer{header: http.Header{}}, full, "7", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err = b.turn(answer{header: http.Header{}}, full, "7", nil); !fault.Is(err, fault.Internal) {
		t.Errorf("error = %v", err)
	}
}

func TestACursorComesBackAsItWent(t *testing.T) {
	c := &Client{}
	b := bookmark{Since: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC), Page: 3, Moved: true, Before: "12"}
	if got, err := c.open(b.cursor()); err != nil || got != b {
		t.Errorf("%+v came back as %+v, %v", b, got, err)
	}
	for _, broken := range []marketplace.Cursor{"{", `{"page":0}`, `{"page":1}`, "null"} {
		if _, err := c.open(broken); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", broken, err)
		}
	}
}
