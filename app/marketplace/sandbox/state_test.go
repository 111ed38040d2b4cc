package sandbox_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/jpeg"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"revient/app/marketplace/sandbox"
)

func TestWhatWasAnsweredSurvivesAKill(t *testing.T) {
	dir := t.TempDir()
	before := start(t, sandbox.Options{Dir: dir})
	opened := ask(t, before, sandbox.Request{Kind: "change_of_mind", Country: "en-ie"})
	if status, said := refund(t, before, fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6}`, opened.Line)); status != http.StatusCreated {
		t.Fatalf("%d %s", status, said)
	}
	if got := post(t, before, opened.Folder, "hello", 1, 2000, "attachment"); got.status != http.StatusCreated {
		t.Fatal(got)
	}
	folder := get(t, before, fmt.Sprintf("/ws/sav/%d", opened.Folder)).body

	// The first is left as a kill would: nothing is closed, nothing more written.
	after := start(t, sandbox.Options{Dir: dir, Now: func() time.Time { return morning.Add(time.Hour) }})
	if after.Token() != before.Token() || fmt.Sprint(after.Ledger()) != fmt.Sprint(before.Ledger()) || len(after.Ledger()) != 3 {
		t.Errorf("ledger %+v became %+v", before.Ledger(), after.Ledger())
	}
	kept := get(t, after, fmt.Sprintf("/ws/sav/%d", opened.Folder)).body
	if strings.ReplaceAll(kept, after.URL(), "") != strings.ReplaceAll(folder, before.URL(), "") {
		t.Errorf("folder %s became %s", folder, kept)
	}
	url := regexp.MustCompile(`/static/attachments/\d+/f0\.jpg`).FindString(kept)
	if file := get(t, after, url); file.status != http.StatusOK || len(file.body) != 2000 {
		t.Errorf("uploaded file %q: %d, %d bytes", url, file.status, len(file.body))
	}
}

func TestAWriteThatCannotBeKeptIsNotDone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	s := start(t, sandbox.Options{Dir: dir})
	opened := ask(t, s, sandbox.Request{})
	snapshot := filepath.Join(dir, "sandbox.json")
	kept, err := os.ReadFile(snapshot)
	if err != nil {
		t.Fatal(err)
	}
	// A folder in the snapshot's place cannot be replaced by a file.
	if err := os.Remove(snapshot); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(snapshot, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	body := fmt.Sprintf(`{"orderline_pk": %d, "refund_type": 6}`, opened.Line)
	if status, _ := refund(t, s, body); status != http.StatusInternalServerError {
		t.Errorf("a refund that cannot be kept: %d", status)
	}
	if err := os.RemoveAll(snapshot); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(snapshot, kept, 0o600); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".new-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if status, said := refund(t, s, body); status != http.StatusCreated || len(entries(s, "refund")) != 1 {
		t.Errorf("once the disk is well again: %d %s, %+v", status, said, entries(s, "refund"))
	}
}

func TestABrokenSnapshotIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sandbox.json")
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sandbox.New(sandbox.Options{Dir: dir}); err == nil {
		t.Fatal("a broken snapshot was opened")
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "{" {
		t.Errorf("it became %q, %v", kept, err)
	}
}

func TestTheSameSeedGivesTheSameWorld(t *testing.T) {
	seed := sandbox.Seed{Number: 7, Folders: 30, Orders: 60}
	one, other := start(t, sandbox.Options{Seed: seed}), start(t, sandbox.Options{Seed: seed})
	third := start(t, sandbox.Options{Seed: sandbox.Seed{Number: 8, Folders: 30, Orders: 60}})
	path := "/ws/orders?page-size=50"
	if get(t, one, path).body != get(t, other, path).body {
		t.Error("the same seed gave two worlds")
	}
	if get(t, one, path).body == get(t, third, path).body {
		t.Error("two seeds gave the same world")
	}
	if one.Token() == other.Token() {
		t.Error("the token is drawn from the seed")
	}
}

func TestAStandInOfAnySizeIsAlive(t *testing.T) {
	s := start(t, sandbox.Options{Seed: sandbox.Seed{Folders: 200, Orders: 210}})
	var young, overdue, phones, old int
	for page := 1; page <= 20; page++ {
		results, _ := decode(t, get(t, s, fmt.Sprintf("/ws/sav?page=%d", page)).body)["results"].([]any)
		if len(results) != 10 {
			t.Fatalf("page %d has %d folders", page, len(results))
		}
		for _, result := range results {
			folder, _ := result.(map[string]any)
			id, _ := folder["id"].(float64)
			if id < 100_000_000 {
				old++
			}
			asked, err := time.Parse(time.RFC3339, fmt.Sprint(folder["date_creation"]))
			if err != nil || asked.After(morning) {
				t.Errorf("asked at %v, %v", folder["date_creation"], err)
			}
			if age := morning.Sub(asked); age < 24*time.Hour {
				young++
			} else {
				overdue++
			}
			if page == 1 {
				details := get(t, s, fmt.Sprintf("/ws/sav/%.0f", id)).body
				if strings.Contains(details, "Smartphones") {
					phones++
				}
			}
		}
	}
	if young == 0 || overdue == 0 || phones < 8 || old != 2 {
		t.Errorf("young %d, overdue %d, phones among ten %d, from before the migration %d", young, overdue, phones, old)
	}
}

func TestEverySeededIMEIIsWellFormedAndItsOwn(t *testing.T) {
	s := start(t, sandbox.Options{Seed: sandbox.Seed{Orders: 50, Folders: 12}})
	found := regexp.MustCompile(`"imei":"(\d+)"`).FindAllStringSubmatch(get(t, s, "/ws/orders?page-size=50").body, -1)
	if len(found) < 20 {
		t.Fatalf("only %d IMEIs", len(found))
	}
	seen := map[string]bool{}
	for _, match := range found {
		imei, sum := match[1], 0
		for i, r := range imei {
			d := int(r - '0')
			if i%2 == 1 { // Of fifteen digits, every second one counts twice.
				d = d*2/10 + d*2%10
			}
			sum += d
		}
		if len(imei) != 15 || sum%10 != 0 || seen[imei] {
			t.Errorf("IMEI %s is wrong or twice", imei)
		}
		seen[imei] = true
	}
}

func TestPhotosAndLabelsAreFiles(t *testing.T) {
	s := start(t, sandbox.Options{})
	opened := ask(t, s, sandbox.Request{})
	var folder struct {
		Lines []struct {
			Labels []struct{ Label string } `json:"return_labels"`
		}
		Messages []struct{ Attachments []struct{ Attachment string } }
	}
	if err := json.Unmarshal([]byte(get(t, s, fmt.Sprintf("/ws/sav/%d", opened.Folder)).body), &folder); err != nil {
		t.Fatal(err)
	}
	label := get(t, s, strings.TrimPrefix(folder.Lines[0].Labels[0].Label, s.URL()))
	if !strings.HasPrefix(label.body, "%PDF-1.4") || !strings.Contains(label.body, opened.Tracking) || !strings.Contains(label.body, "SPECIMEN") {
		t.Error("the label is no PDF with the tracking number, marked as a sample")
	}
	path := ""
	for i := range 12 { // Not every story has a photo; the seed tells which.
		opened = ask(t, s, sandbox.Request{Kind: "defect"})
		body := get(t, s, fmt.Sprintf("/ws/sav/%d", opened.Folder)).body
		if path = regexp.MustCompile(`/static/attachments/\d+/photo-\d+\.jpg`).FindString(body); path != "" {
			break
		}
		if i == 11 {
			t.Fatal("no request has a photo")
		}
	}
	first, again := get(t, s, path), get(t, s, path)
	picture, err := jpeg.Decode(bytes.NewReader([]byte(first.body)))
	if err != nil || picture.Bounds().Dx() != 800 || first.body != again.body {
		t.Errorf("photo: %v", err)
	}
	for _, gone := range []string{"/static/attachments/1/x.jpg", "/static/attachments/x/x.jpg"} {
		if got := get(t, s, gone).status; got != http.StatusNotFound {
			t.Errorf("%s: %d", gone, got)
		}
	}
}
