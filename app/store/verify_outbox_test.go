package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestWhatNobodyWouldEverTellIsFoundAndNamed(t *testing.T) {
	db, dir, held := mustWorkshop(t)
	action := returns.Action{Kind: returns.TellDecision, Lane: returns.MessageLane}
	update(t, db, func(tx *store.Tx) error {
		if _, err := tx.Append(stamp, held.ID, held.Seq, returns.ActionQueued{ID: "7-tell_decision", Action: action}); err != nil {
			return err
		}
		return tx.Enqueue(store.Action{CaseID: held.ID, ID: "7-tell_decision", Account: "bm-fr", Lane: action.Lane, Kind: string(action.Kind)})
	})
	mustVerify(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, store.FileName), "DELETE FROM outbox WHERE action_id = '7-tell_decision'")
	report, err := store.VerifyFolder(context.Background(), optionsFor(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Findings) != 1 || report.Findings[0].Where != "case "+held.Number ||
		report.Findings[0].Key != "errors_store.verify_action_missing" || report.Findings[0].Args["action"] != "7-tell_decision" {
		t.Errorf("findings = %+v", report.Findings)
	}
}
