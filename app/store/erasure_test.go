package store_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"revient/app/media"
	"revient/app/returns"
	"revient/app/store"
)

// traces are what a search of the files must not find of Amélie any more.
var traces = []string{"Amélie", "Am\\u00e9lie", "amelie", "Lefèvre", "lefevre", "Lilas", "Bonjour, c’est"}

// pdf is a document with its words in a compressed stream, as ours have them.
func pdf(words string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n1 0 obj\n<</Filter /FlateDecode>>\nstream\n")
	packed := zlib.NewWriter(&out)
	_, _ = packed.Write([]byte(words)) // A buffer takes everything.
	_ = packed.Close()
	out.WriteString("\nendstream\nendobj\n")
	return out.Bytes()
}

// search reads every file of a folder, compressed streams too, and tells which
// traces are in which file.
func search(tb testing.TB, dir string) (found []string) {
	tb.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		texts := [][]byte{content}
		for rest := content; ; {
			at := bytes.Index(rest, []byte("stream\n"))
			if at < 0 {
				break
			}
			rest = rest[at+len("stream\n"):]
			if unpacked, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
				if words, _ := io.ReadAll(unpacked); len(words) > 0 { // As much of it as there is.
					texts = append(texts, words)
				}
			}
		}
		for i, text := range texts {
			for _, trace := range traces {
				if bytes.Contains(text, []byte(trace)) {
					where := entry.Name()
					if i > 0 {
						where += " (packed)"
					}
					found = append(found, trace+" in "+where)
				}
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

var folderOfEight = store.RemoteKey{Account: "bm-fr", Environment: "sandbox", Kind: "folder", ExternalID: "F000008"}

const rawFolder = `{"id":8,"customer":"Am\u00e9lie Lefèvre","street":"3 rue des Lilas"}`

// mustCustomer fills a folder with Amélie's return and a case of somebody else,
// and closes hers. It returns both cases and the photo of hers.
func mustCustomer(tb testing.TB) (db *store.DB, dir string, hers, other returns.Case) {
	tb.Helper()
	dir = pastFolder(tb) // Its migrations leave copies beside the database.
	db = mustOpen(tb, dir)
	library, err := media.Open(filepath.Join(dir, store.MediaFolder))
	if err != nil {
		tb.Fatal(err)
	}
	update(tb, db, func(tx *store.Tx) error {
		found, err := tx.FindByCode("F000008")
		if err != nil {
			return err
		}
		if hers, err = tx.Case(found[0].ID); err != nil {
			return err
		}
		if found, err = tx.FindByCode("F000007"); err != nil {
			return err
		}
		first, err := tx.Case(found[0].ID)
		if err != nil {
			return err
		}
		if _, err = tx.Append(stamp, first.ID, first.Seq, returns.CaseClosed{}); err != nil {
			return err
		}
		if other, err = request(tx, returns.CaseID(newID(tb)), 77, store.Person{FirstName: "Bastien", LastName: "Moreau", Email: "bastien@example.org"}); err != nil {
			return err
		}
		if _, err = tx.SaveRemote(folderOfEight, []byte(rawFolder)); err != nil {
			return err
		}
		if err := tx.SaveSale(store.Sold{Sale: *hers.Sale, Customer: amelie}); err != nil {
			return err
		}
		_, err = tx.SaveMessage(store.Message{Account: "bm-fr", Folder: "F000008", RemoteRef: "m2", Author: "customer", At: tx.Now(),
			Text: "Bonjour, c’est Amélie.", Attachments: []store.MessageFile{{Ref: "f1", URL: "https://example.org/amelie.jpg"}}})
		return err
	})
	if hers, err = takePhoto(context.Background(), db, library, hers, photo(tb, 5)); err != nil {
		tb.Fatal(err)
	}
	issue(tb, db, &hers, "R", string(pdf("Remboursement accordé à Amélie Lefèvre, 3 rue des Lilas")))
	label := returns.DocumentID(newID(tb))
	update(tb, db, func(tx *store.Tx) error {
		if err := tx.AddDocument(store.Document{ID: label, CaseID: hers.ID, Kind: returns.ReturnLabel, Language: "fr"}); err != nil {
			return err
		}
		sum, err := tx.IssueDocument(label, pdf("Expéditeur : Amélie Lefèvre"))
		if err != nil {
			return err
		}
		hers, err = tx.Append(stamp, hers.ID, hers.Seq,
			returns.DocumentIssued{Document: returns.IssuedDocument{ID: label, Kind: returns.ReturnLabel, SHA256: sum}}, returns.CaseClosed{})
		return err
	})
	return db, dir, hers, other
}

// erase erases the customers of cases and says so in the journal, as the station
// does, and sweeps the photos.
func erase(tb testing.TB, db *store.DB, dir string, keepFrom time.Time, ids ...returns.CaseID) (done store.Erasure) {
	tb.Helper()
	update(tb, db, func(tx *store.Tx) (err error) {
		if done, err = tx.EraseCases(store.ErasureOrder{Cases: ids, KeepFrom: keepFrom}); err != nil {
			return err
		}
		for _, id := range ids {
			held, err := tx.Case(id)
			if err != nil {
				return err
			}
			if _, err := tx.Append(stamp, id, held.Seq, returns.PersonErased{Because: "asked", Kept: done.Kept[id], At: moment(tx.Now())}); err != nil {
				return err
			}
		}
		return nil
	})
	library, err := media.Open(filepath.Join(dir, store.MediaFolder))
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := library.Sweep(context.Background(), func(sha string) (bool, error) {
		return !slices.Contains(done.Files, returns.PhotoID(sha)), nil
	}, time.Now().Add(time.Hour)); err != nil {
		tb.Fatal(err)
	}
	return done
}

func TestAfterAnErasureNoFileKnowsThePerson(t *testing.T) {
	db, dir, hers, other := mustCustomer(t)
	if found := search(t, dir); !slices.Contains(found, "Amélie in cases.db") || !slices.Contains(found, "Lilas in before-version-7.db") ||
		!slices.ContainsFunc(found, func(f string) bool { return strings.HasSuffix(f, "(packed)") }) {
		t.Fatalf("the search does not find what is there: %v", found)
	}
	var theirs []returns.CaseID
	view(t, db, func(tx *store.ReadTx) error {
		held, err := tx.PersonData(store.PersonQuery{Email: "AMELIE@example.org", Name: "amélie  LEFÈVRE"})
		for _, c := range held.Cases {
			theirs = append(theirs, c.ID)
		}
		if err != nil || len(held.Persons) != 2 || len(theirs) != 2 || len(held.Texts) != 2 || len(held.Messages) != 2 || len(held.Files) != 1 ||
			len(held.Documents) != 3 || len(held.Sales) != 2 || len(held.Remote) != 1 {
			t.Errorf("PersonData = %+v, %v", held, err)
		}
		same, err := tx.CustomerCases(hers.ID)
		if err != nil || len(same) != 2 || same[0].ID != hers.ID {
			t.Errorf("CustomerCases = %+v, %v", same, err)
		}
		if alone, err := tx.CustomerCases(other.ID); err != nil || len(alone) != 1 {
			t.Errorf("CustomerCases = %+v, %v", alone, err)
		}
		if none, err := tx.PersonData(store.PersonQuery{}); err != nil || len(none.Persons) != 0 {
			t.Errorf("nobody has the data %+v, %v", none, err)
		}
		return nil
	})
	done := erase(t, db, dir, time.Time{}, theirs...)
	if done.Persons != 2 || done.Texts != 2 || done.Documents != 3 || len(done.Files) != 1 || len(done.Kept[hers.ID]) != 0 {
		t.Errorf("EraseCases = %+v", done)
	}
	deleted, err := db.Purge(context.Background())
	if err != nil || !slices.Contains(deleted, "before-version-7.db") {
		t.Fatalf("Purge = %v, %v", deleted, err)
	}
	if found := search(t, dir); len(found) > 0 {
		t.Errorf("the files still hold %v", found)
	}
	mustVerify(t, db)
	view(t, db, func(tx *store.ReadTx) error {
		if found, err := tx.Search("lefevre", 10); err != nil || len(found) != 0 {
			t.Errorf("Search = %+v, %v", found, err)
		}
		if found, err := tx.Search("moreau", 10); err != nil || len(found) != 1 {
			t.Errorf("somebody else is gone too: %+v, %v", found, err)
		}
		documents, err := tx.DocumentsOf(hers.ID)
		if err != nil || len(documents) != 3 || documents[0].State != store.DocumentErased || documents[0].SHA256 == "" || documents[0].Number == "" {
			t.Errorf("DocumentsOf = %+v, %v", documents, err)
		}
		if _, err := tx.DocumentBytes(documents[0].ID); keyOf(err) != "errors_store.not_found" {
			t.Errorf("DocumentBytes = %v", err)
		}
		return nil
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if found := search(t, dir); len(found) > 0 {
		t.Errorf("once it is closed the files still hold %v", found)
	}
}

func TestPullingTheSameAgainBringsNobodyBack(t *testing.T) {
	db, dir, hers, _ := mustCustomer(t)
	erase(t, db, dir, time.Time{}, hers.ID)
	again := func(raw string, buyer store.Person) (changed bool, kept store.Sold, object store.RemoteObject) {
		update(t, db, func(tx *store.Tx) (err error) {
			if changed, err = tx.SaveRemote(folderOfEight, []byte(raw)); err != nil {
				return err
			}
			if err = tx.SaveSale(store.Sold{Sale: *hers.Sale, Customer: buyer}); err != nil {
				return err
			}
			if _, err = tx.SaveMessage(store.Message{Account: "bm-fr", Folder: "F000008", RemoteRef: "m2", At: tx.Now(), Text: "Bonjour, c’est Amélie."}); err != nil {
				return err
			}
			if kept, err = tx.Sold(hers.Sale.Account, hers.Sale.OrderRef, hers.Sale.LineRef); err != nil {
				return err
			}
			messages, err := tx.FolderMessages("bm-fr", "F000008")
			for _, m := range messages {
				if m.Text != "" {
					t.Errorf("the message is back: %+v", m)
				}
			}
			if err != nil {
				return err
			}
			object, err = tx.Remote(folderOfEight)
			return err
		})
		return changed, kept, object
	}
	for range 2 {
		if changed, kept, object := again(rawFolder, amelie); changed || kept.Customer != (store.Person{}) || len(object.Raw) > 0 {
			t.Errorf("the same brings back %t, %+v, %s", changed, kept.Customer, object.Raw)
		}
	}
	mustVerify(t, db)
	moved := amelie
	moved.Street = "9 quai Neuf"
	if changed, kept, object := again(`{"id":8,"state":"new"}`, moved); !changed || kept.Customer != moved || len(object.Raw) == 0 {
		t.Errorf("what is new is not kept: %t, %+v, %s", changed, kept.Customer, object.Raw)
	}
	mustVerify(t, db)
}

func TestWhatTheLawKeepsStaysAndIsNamed(t *testing.T) {
	db, dir, hers, other := mustCustomer(t)
	if err := db.Update(context.Background(), func(tx *store.Tx) error {
		_, err := tx.EraseCases(store.ErasureOrder{Cases: []returns.CaseID{other.ID}})
		return err
	}); keyOf(err) != "errors_store.erase_open" {
		t.Errorf("the customer of an open case was erased: %v", err)
	}
	done := erase(t, db, dir, newClock().now.AddDate(-10, 0, 0), hers.ID)
	if kept := done.Kept[hers.ID]; len(kept) != 2 || !strings.HasPrefix(kept[0], "R-2026-") || done.Documents != 1 {
		t.Errorf("EraseCases = %+v", done)
	}
	view(t, db, func(tx *store.ReadTx) error {
		documents, err := tx.DocumentsOf(hers.ID)
		for _, document := range documents {
			if want := map[bool]store.DocumentState{true: store.DocumentReady, false: store.DocumentErased}[document.Number != ""]; document.State != want {
				t.Errorf("%s %s is %s", document.Kind, document.Number, document.State)
			}
		}
		return err
	})
	mustVerify(t, db)
}

func TestAnErasureThatTheJournalDoesNotTellIsFound(t *testing.T) {
	db, dir, hers, _ := mustCustomer(t)
	update(t, db, func(tx *store.Tx) error {
		_, err := tx.EraseCases(store.ErasureOrder{Cases: []returns.CaseID{hers.ID}})
		return err
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"document_erased", "photo_unnamed"} {
		if !slices.ContainsFunc(report.Findings, func(f store.Finding) bool { return f.Key == "errors_store.verify_"+want }) {
			t.Errorf("findings = %+v, want %s", report.Findings, want)
		}
	}
}
