package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// mustFind closes a store, spoils it, and returns what Verify says then.
func mustFind(tb testing.TB, spoil func(dir string)) []store.Finding {
	tb.Helper()
	db, dir, _ := mustWorkshop(tb)
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	if report, err := store.VerifyFolder(context.Background(), optionsFor(dir)); err != nil || !report.OK() || report.Entries != 8 || report.Photos != 1 || report.Documents != 1 || report.Cases != 2 {
		tb.Fatalf("before: %+v, %v", report, err)
	}
	spoil(dir)
	report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
	if err != nil {
		tb.Fatal(err)
	}
	for _, finding := range report.Findings {
		for _, lang := range text.Languages() {
			if !text.Has(lang, finding.Key) {
				tb.Errorf("%s has no sentence for %s", lang, finding.Key)
			}
		}
	}
	return report.Findings
}

func TestOneChangedThingIsFoundAndNamed(t *testing.T) {
	const open = "DROP TRIGGER journal_keeps_its_words"
	for name, c := range map[string]struct {
		statements []string
		where, key string
	}{
		"a byte of a payload":     {[]string{open, "UPDATE journal SET payload = CAST(replace(CAST(payload AS TEXT), '6A00000000008', '6A00000000009') AS BLOB) WHERE seq = 4"}, "journal P03/1/4", "hash"},
		"an actor":                {[]string{open, "UPDATE journal SET actor = 'operator-2' WHERE seq = 2"}, "journal P03/1/2", "hash"},
		"a time":                  {[]string{open, "UPDATE journal SET at = at + 1 WHERE seq = 5"}, "journal P03/1/5", "hash"},
		"a hash":                  {[]string{open, "UPDATE journal SET hash = zeroblob(32) WHERE seq = 3"}, "journal P03/1/3", "hash"},
		"a row taken out":         {[]string{"DROP TRIGGER journal_keeps_its_rows", "DELETE FROM journal WHERE seq = 5"}, "journal P03/1/6", "gap"},
		"a payload cut short":     {[]string{open, "UPDATE journal SET payload = substr(payload, 1, 10) WHERE seq = 1"}, "journal P03/1/1", "hash"},
		"a case":                  {[]string{"UPDATE cases SET stage = 'closed' WHERE row = 1"}, "case " + returns.CaseNumber("P03", 1, 1), "projection"},
		"a refund":                {[]string{"UPDATE refunds SET state = 'rejected'"}, "case " + returns.CaseNumber("P03", 1, 2), "projection"},
		"a code":                  {[]string{"DELETE FROM case_codes WHERE row = 1 AND kind = 'imei'"}, "case " + returns.CaseNumber("P03", 1, 1), "projection"},
		"a name":                  {[]string{"UPDATE persons SET body = CAST(replace(CAST(body AS TEXT), 'Lef', 'Laf') AS BLOB)"}, "journal P03/1/1", "reference_changed"},
		"a text":                  {[]string{"UPDATE texts SET body = 'Tout va bien.' WHERE kind = 'claim'"}, "journal P03/1/3", "reference_changed"},
		"a missing text":          {[]string{"DELETE FROM texts WHERE kind = 'claim'"}, "journal P03/1/1", "reference_missing"},
		"a document":              {[]string{"UPDATE documents SET pdf = x'00'"}, "document ", "bytes"},
		"a document's number":     {[]string{"UPDATE documents SET number = 'R-2026-P03A-000009'"}, "document ", "document_differs"},
		"a document taken out":    {[]string{"DELETE FROM documents"}, "series R 2026/1", "series"},
		"an action of the outbox": {[]string{`UPDATE outbox SET payload = CAST('{"amount":1}' AS BLOB)`}, "outbox ", "bytes"},
		"the mirror":              {[]string{"UPDATE remote_objects SET raw = x'00'"}, "mirror bm-fr folder F000008", "bytes"},
		"an unnamed photo":        {[]string{"DELETE FROM media_files"}, "case " + returns.CaseNumber("P03", 1, 2), "photo_unnamed"},
	} {
		t.Run(name, func(t *testing.T) {
			findings := mustFind(t, func(dir string) { edit(t, filepath.Join(dir, store.FileName), c.statements...) })
			if !slices.ContainsFunc(findings, func(f store.Finding) bool {
				return strings.HasPrefix(f.Where, c.where) && f.Key == "errors_store.verify_"+c.key
			}) {
				t.Fatalf("findings = %+v, want %s: %s", findings, c.where, c.key)
			}
		})
	}
}

func TestOneChangedByteOfAPhotoIsFoundAndNamed(t *testing.T) {
	name := ""
	findings := mustFind(t, func(dir string) {
		err := filepath.WalkDir(filepath.Join(dir, store.MediaFolder), func(path string, entry os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".jpg") {
				return err
			}
			name = strings.TrimSuffix(entry.Name(), ".jpg")
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			content[len(content)/2] ^= 1
			return errors.Join(os.Chmod(path, 0o600), os.WriteFile(path, content, 0o600))
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	if len(findings) != 1 || findings[0].Where != "photo "+name {
		t.Fatalf("findings = %+v, want photo %s", findings, name)
	}
}

func TestAnErasedPersonLeavesNoTraceAndTheChainHolds(t *testing.T) {
	db, _, held := mustWorkshop(t)
	update(t, db, func(tx *store.Tx) error {
		if err := tx.ErasePerson(held.Customer.ID); err != nil {
			return err
		}
		return tx.EraseText(held.Claim.Text.ID)
	})
	mustVerify(t, db)
	view(t, db, func(tx *store.ReadTx) error {
		found, err := tx.Search("lefevre", 50)
		if err != nil || len(found) != 1 || found[0].ID == held.ID {
			t.Errorf("Search = %+v, %v", found, err)
		}
		if _, err := tx.Person(held.Customer.ID); keyOf(err) != "errors_store.not_found" {
			t.Errorf("Person = %v", err)
		}
		if _, err := tx.Text(held.Claim.Text.ID); keyOf(err) != "errors_store.not_found" {
			t.Errorf("Text = %v", err)
		}
		if at, err := tx.ErasedAt(held.Customer.ID); err != nil || at.IsZero() {
			t.Errorf("ErasedAt = %v, %v", at, err)
		}
		return nil
	})
}

func TestANameLeavesTheFileWithItsPerson(t *testing.T) {
	db, dir := mustStation(t)
	var held returns.Case
	update(t, db, func(tx *store.Tx) (err error) {
		held, err = request(tx, "case-1", 1, store.Person{FirstName: "Quetzalcoatl", LastName: "Xyloplasma"})
		return err
	})
	update(t, db, func(tx *store.Tx) error { return tx.ErasePerson(held.Customer.ID) })
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(filepath.Join(dir, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"quetzalcoatl", "xyloplasma"} {
		if strings.Contains(strings.ToLower(string(content)), trace) {
			t.Errorf("%q is still in the file", trace)
		}
	}
}

func TestWhoeverDoesNotKnowTheDeadlinesVerifiesTheRest(t *testing.T) {
	db, dir, _ := mustWorkshop(t)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if report, err := store.VerifyFolder(context.Background(), store.Options{Dir: dir}); err != nil || !report.OK() {
		t.Errorf("findings = %+v, %v", report.Findings, err)
	}
}
