package store_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

// pastFolder is a data folder as the version of schema 6 left it: two cases with
// their events, one of them refunded and put in a bin, and something in every
// ledger.
func pastFolder(tb testing.TB) string {
	tb.Helper()
	packed, err := os.Open(filepath.Join("testdata", "version6.db.gz"))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = packed.Close() }()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		tb.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		tb.Fatal(err)
	}
	dir := tb.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), content, 0o600); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func TestADatabaseOfAnOlderShapeIsRebuiltWhenItIsOpened(t *testing.T) {
	dir := pastFolder(t)
	if _, err := store.VerifyFolder(context.Background(), optionsFor(dir)); keyOf(err) != "errors_store.older" {
		t.Errorf("an older database is verified as it is: %v", err)
	}
	before := dump(t, dir, "journal")
	var said bytes.Buffer
	options := optionsFor(dir)
	options.Logger = slog.New(slog.NewTextHandler(&said, nil))
	db, err := store.Open(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	mustVerify(t, db)
	view(t, db, func(tx *store.ReadTx) error {
		found, err := tx.Search("lefevre iphone", 10)
		if err != nil || len(found) != 2 || found[0].Stage != returns.Received || found[0].DueRule != "REFUND_5D" {
			t.Errorf("Search = %+v, %v", found, err)
		}
		return nil
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(said.String(), "rebuilt the projections") {
		t.Errorf("the log says nothing of the rebuild:\n%s", said.String())
	}
	after := dump(t, dir, "journal")
	if strings.Join(before["journal"], "\n") != strings.Join(after["journal"], "\n") {
		t.Error("the journal was changed by the upgrade")
	}
	said.Reset()
	again, err := store.Open(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(said.String(), "rebuilt") {
		t.Errorf("it is rebuilt at every start:\n%s", said.String())
	}
}

func TestAProjectionThatAnotherVersionWroteIsRebuiltByWhoKnowsTheDeadlines(t *testing.T) {
	db, dir, held := mustWorkshop(t)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, store.FileName), "UPDATE station SET shape = 7", "UPDATE cases SET state = CAST('{}' AS BLOB), due_at = 1, sort_at = 1")
	report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range report.Findings {
		if finding.Key == "errors_store.verify_projection" {
			t.Errorf("what will be rebuilt is found fault with: %+v", finding)
		}
	}
	withoutRules, err := store.Open(context.Background(), store.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := withoutRules.Close(); err != nil {
		t.Fatal(err)
	}
	if rows := dump(t, dir, "station")["station"]; !strings.Contains(rows[0], "shape=7") {
		t.Errorf("whoever does not know the deadlines rebuilt them: %s", rows[0])
	}
	db = mustOpen(t, dir)
	mustVerify(t, db)
	view(t, db, func(tx *store.ReadTx) error {
		if again, err := tx.Case(held.ID); err != nil || again.Seq != held.Seq {
			t.Errorf("Case = %+v, %v", again, err)
		}
		return nil
	})
}
