package store_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"revient/app/returns"
	"revient/app/store"
)

func TestMain(m *testing.M) {
	code := m.Run()
	if err := bulk.remove(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// BenchmarkAppendACommand is a whole command: state read, event appended,
// projections, the command's result, the commit with its sync.
func BenchmarkAppendACommand(b *testing.B) {
	db := mustBulk(b)
	median(b, func(n int) error {
		id := returns.CaseID(fmt.Sprintf("case-%06d", n*10%writtenCases))
		return db.Update(context.Background(), func(tx *store.Tx) error {
			held, err := tx.Case(id)
			if err != nil {
				return err
			}
			command := returns.CommandID(newID(b))
			if _, _, err := tx.CommandResult(command); err != nil {
				return err
			}
			if held.Hold == nil {
				_, err = tx.Append(stamp, id, held.Seq, returns.CaseHeld{Hold: returns.Hold{Code: returns.HoldDoubt}})
			} else {
				_, err = tx.Append(stamp, id, held.Seq, returns.CaseResumed{})
			}
			if err != nil {
				return err
			}
			return tx.SaveCommand(command, "PutOnHold", "operator-1", []byte("{}"))
		})
	})
}

func BenchmarkScanToCase(b *testing.B) {
	db := mustBulk(b)
	median(b, func(n int) error {
		return db.View(context.Background(), func(tx *store.ReadTx) error {
			found, err := tx.FindByCode(fmt.Sprintf("6A%011d", n*7919%writtenCases))
			if err != nil {
				return err
			}
			_, err = tx.Case(found[0].ID)
			return err
		})
	})
}

func BenchmarkWorklist(b *testing.B) {
	db := mustBulk(b)
	for name, filter := range map[string]store.WorklistFilter{
		"FirstPage":  {},
		"Page50":     {Offset: 5000},
		"OneStage":   {Stages: []returns.Stage{returns.Received}},
		"TwoStages":  {Stages: []returns.Stage{returns.Received, returns.Requested}},
		"Ended":      {Ended: true},
		"RareStages": {Stages: []returns.Stage{returns.Deciding, returns.Executing}},
		"Urgent":     {Now: newClock().now.AddDate(0, 0, 5)},
		"UrgentDeep": {Now: newClock().now.AddDate(0, 0, 5), Offset: 9000},
		"Unanswered": {Unanswered: true},
	} {
		b.Run(name, func(b *testing.B) {
			median(b, func(int) error {
				return db.View(context.Background(), func(tx *store.ReadTx) error {
					_, err := tx.Worklist(filter)
					return err
				})
			})
		})
	}
}

// BenchmarkCount counts what each filter of the worklist lists: none may take as
// long as a person notices.
func BenchmarkCount(b *testing.B) {
	db := mustBulk(b)
	for name, filter := range map[string]store.WorklistFilter{
		"Open":      {},
		"Ended":     {Ended: true},
		"EndedRare": {Ended: true, Bin: "R-01", Outcomes: []returns.Outcome{returns.FullRefund}},
		"Places":    {Places: []returns.Place{returns.Quarantine, returns.Bench}},
		"Money":     {Money: []returns.RefundState{returns.RefundIsUnknown}},
		"ToPutAway": {ToPutAway: true},
		"Approval":  {Approval: true},
		"Claims":    {Claims: []returns.ClaimKind{returns.Defect}, WaitsCustomer: true},
	} {
		b.Run(name, func(b *testing.B) {
			median(b, func(int) error {
				return db.View(context.Background(), func(tx *store.ReadTx) error {
					_, err := tx.CountCases(filter)
					return err
				})
			})
		})
	}
	b.Run("Bins", func(b *testing.B) {
		median(b, func(int) error {
			return db.View(context.Background(), func(tx *store.ReadTx) error { _, err := tx.Bins(); return err })
		})
	})
}

// BenchmarkCountLists counts every list of the worklist's bar at once.
func BenchmarkCountLists(b *testing.B) {
	db := mustBulk(b)
	now := newClock().now.AddDate(0, 0, 5)
	filters := []store.WorklistFilter{
		{DueBefore: now}, {DueBefore: now.AddDate(0, 0, 1)}, {Unanswered: true}, {Stages: []returns.Stage{returns.Received, returns.Inspecting, returns.Unidentified}},
		{Stages: []returns.Stage{returns.Received, returns.Inspecting, returns.Deciding, returns.Executing}, Unsettled: true}, {Approval: true},
		{Money: []returns.RefundState{returns.RefundIsUnknown}}, {OnHold: true}, {WaitsCustomer: true}, {ToPutAway: true},
		{Stages: []returns.Stage{returns.Awaiting}}, {Stages: []returns.Stage{returns.Lost}},
	}
	median(b, func(int) error {
		return db.View(context.Background(), func(tx *store.ReadTx) error {
			_, err := tx.CountLists(filters)
			return err
		})
	})
}

// BenchmarkHome is what the home screen asks for in one state: the count and the
// most pressing case of six lists, and the last scans with their cases.
func BenchmarkHome(b *testing.B) {
	db := mustBulk(b)
	for n := range 8 {
		update(b, db, func(tx *store.Tx) error {
			return tx.AddScan(store.Scan{Code: "x", Kind: "tracking", CaseID: returns.CaseID(fmt.Sprintf("case-%06d", n)), Actor: "operator-1"})
		})
	}
	now := newClock().now
	working := []returns.Stage{returns.Received, returns.Inspecting, returns.Deciding}
	median(b, func(int) error {
		return db.View(context.Background(), func(tx *store.ReadTx) error {
			for _, filter := range []store.WorklistFilter{
				{DueBefore: now, Limit: 1},
				{DueBefore: now.AddDate(0, 0, 1), Stages: working, Limit: 1},
				{Stages: []returns.Stage{returns.Requested}, Limit: 1},
				{Stages: []returns.Stage{returns.Received, returns.Inspecting, returns.Unidentified}, Limit: 1},
				{Stages: []returns.Stage{returns.Executing}, NotAway: true, Limit: 1},
				{Stages: []returns.Stage{returns.Awaiting}, Limit: 1},
			} {
				if _, err := tx.CountCases(filter); err != nil {
					return err
				}
				if _, err := tx.Worklist(filter); err != nil {
					return err
				}
			}
			scans, err := tx.RecentScans(8)
			if err != nil {
				return err
			}
			for _, scan := range scans {
				if _, err := tx.CaseSummary(scan.CaseID); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// BenchmarkSearch has terms that nearly every case has and terms that hardly any
// has, alone and together: an index that is read to its end is the worst case.
func BenchmarkSearch(b *testing.B) {
	db := mustBulk(b)
	for _, shape := range []struct{ name, text string }{
		{"OneLetter", "i"},
		{"CommonWord", "iphone"},
		{"CommonWords", "iphone minuit 128"},
		{"RareWord", "gaellehugo"},
		{"TwoNames", "amelie bastien"},
		{"Number", "P03A-000421"},
		{"Reference", "IP13-128"},
		{"StartOfAnIMEI", "356938"},
		{"MiddleOfAnIMEI", "9380304"},
		{"MiddleOfFewIMEIs", "0004250"},
		{"PieceOfASerial", "fvx"},
		{"CommonWordAndRareCode", "iphone 004200"},
		{"CommonWordAndPieceOfAnIMEI", "iphone 9380300004"},
		{"CommonWordAndCommonCode", "iphone 356938"},
		{"RareWordAndCommonCode", "elsajules 356938"},
		{"NameAndTracking", "amelie 6A0000000042"},
		{"OneLetterAndCode", "i 70004"},
		{"NoMatch", "zzz"},
		{"NoMatchAndCommonCode", "zzz 356938"},
	} {
		b.Run(shape.name, func(b *testing.B) {
			median(b, func(int) error {
				return db.View(context.Background(), func(tx *store.ReadTx) error {
					_, err := tx.Search(shape.text, 50)
					return err
				})
			})
		})
	}
}
