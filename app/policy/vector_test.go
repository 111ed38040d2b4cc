package policy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"revient/app/policy"
)

// A vector is one recorded deadline. More files of them may be dropped into
// testdata; a field, rule or calendar that we do not know fails the test rather
// than being passed over.
type vector struct {
	ID            string `json:"id"`
	Rule          string `json:"rule"`
	Event         string `json:"event"`
	EventDate     string `json:"event_date"`
	Purchased     string `json:"purchased"`
	PurchasedDate string `json:"purchased_date"`
	Zone          string `json:"zone"`
	Calendar      string `json:"calendar"`
	Note          string `json:"note"`
	Deadline      string `json:"deadline"`
}

func parseVectors(raw []byte) ([]vector, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	var vectors []vector
	if err := decoder.Decode(&vectors); err != nil {
		return nil, fmt.Errorf("decode vectors: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.Join(errors.New("decode vectors: text after the list"), err)
	}
	return vectors, nil
}

// compute returns what the vector's rule gives, and what it should.
func (v vector) compute() (got policy.Deadline, want time.Time, err error) {
	rule, err := policy.ParseRule(v.Rule)
	if err != nil {
		return got, want, err
	}
	event, err := moment(v.Event, v.EventDate)
	if err != nil {
		return got, want, err
	}
	purchased, err := moment(v.Purchased, v.PurchasedDate)
	if err != nil {
		return got, want, err
	}
	if want, err = time.Parse(time.RFC3339, v.Deadline); err != nil {
		return got, want, err
	}
	got, err = policy.Default().Deadline(rule, policy.Inputs{Event: event, Purchased: purchased,
		Place: policy.Place{Zone: v.Zone, Calendar: policy.Code(v.Calendar)}})
	return got, want, err
}

func moment(instant, day string) (policy.Moment, error) {
	if instant != "" && day != "" {
		return policy.Moment{}, fmt.Errorf("both %q and %q are given", instant, day)
	}
	return policy.ParseMoment(instant + day)
}

func TestDeadlinesAreThoseOfTheRecordedVectors(t *testing.T) {
	files, err := filepath.Glob("testdata/deadlines*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no vectors found (%v)", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		vectors, err := parseVectors(raw)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if len(vectors) == 0 {
			t.Errorf("%s holds no vector", file)
		}
		for _, v := range vectors {
			t.Run(filepath.Base(file)+"/"+v.ID, func(t *testing.T) {
				got, want, err := v.compute()
				if err != nil {
					t.Fatal(err)
				}
				if !got.At.Equal(want) {
					zone, _ := time.LoadLocation(v.Zone)
					t.Errorf("%s (%s): got %s, want %s", v.Rule, v.Note, got.At.In(zone), want)
				}
				if got.At.Location() != time.UTC {
					t.Errorf("%s is not in UTC", got.At)
				}
			})
		}
	}
}

func FuzzVectors(f *testing.F) {
	files, err := filepath.Glob("testdata/deadlines*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte(`[{"rule":"REPAIR_EXT_6M","event":"9999-12-31T23:59:59Z","zone":"Asia/Kathmandu","calendar":"FR","deadline":"2026-01-01T00:00:00Z"}]`))
	f.Add([]byte(`[{"rule":"CREDIT_72WH","event":"2011-12-29T09:00:00Z","zone":"Pacific/Apia","calendar":"FR","deadline":"2026-01-01T00:00:00Z"}]`))
	f.Add([]byte(`[{"rule":"CREDIT_72WH","event_date":"0001-01-01","zone":"Atlantic/Azores","calendar":"GB","deadline":"2026-01-01T00:00:00Z"}]`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		vectors, err := parseVectors(raw)
		if err != nil {
			return
		}
		for _, v := range vectors {
			if got, _, err := v.compute(); err == nil && got.Inputs.Event.Precision() == policy.ToTheInstant &&
				v.Rule != string(policy.Refund5DPlan) && !got.At.After(got.Inputs.Event.At) {
				t.Errorf("%+v ends before it begins: %s", v, got.At)
			}
		}
	})
}

func FuzzMoment(f *testing.F) {
	for _, seed := range []string{"", "2026-11-02", "2026-11-02T10:15:00+01:00", "2026-02-29", "2028-02-29", "today"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		m, err := policy.ParseMoment(written)
		if err != nil {
			return
		}
		if m.Precision() == policy.ToTheDay && m.Day.String() != written {
			t.Errorf("%q read as %s", written, m.Day)
		}
	})
}
