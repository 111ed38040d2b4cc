package store_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"path/filepath"
	"testing"

	"revient/app/media"
	"revient/app/returns"
	"revient/app/store"
)

// photo is a small JPEG; each n gives other bytes.
func photo(tb testing.TB, n int) []byte {
	tb.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 8, 8))
	img.Set(n%8, n/8%8, color.White)
	img.Set(n/64%8, n/512%8, color.RGBA{R: uint8(n), G: 200, A: 255}) //nolint:gosec // Any colour will do.
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 100}); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// takePhoto stores a photo's file and only then names it, as the station does.
func takePhoto(ctx context.Context, db *store.DB, library *media.Library, c returns.Case, bytesOf []byte) (returns.Case, error) {
	taken, err := library.Put(ctx, bytes.NewReader(bytesOf))
	if err != nil {
		return c, err
	}
	id := returns.PhotoID(taken.SHA256)
	err = db.Update(ctx, func(tx *store.Tx) (err error) {
		if err := tx.AddMedia(store.MediaFile{SHA256: id, MIME: taken.MIME, Size: taken.Size, Width: taken.Width, Height: taken.Height, Source: "file"}); err != nil {
			return err
		}
		c, err = tx.Append(stamp, c.ID, c.Seq, returns.EvidenceAdded{Evidence: returns.Evidence{Photo: id, View: "screen_on", Source: "file", At: moment(tx.Now()), By: "operator-1"}})
		return err
	})
	return c, err
}

// mustWorkshop fills a store with something in every table, and returns the case
// that most of it is about.
func mustWorkshop(tb testing.TB) (*store.DB, string, returns.Case) {
	tb.Helper()
	db, dir := mustStation(tb)
	mustCase(tb, db, 7)
	held := mustCase(tb, db, 8)
	library, err := media.Open(filepath.Join(dir, store.MediaFolder))
	if err != nil {
		tb.Fatal(err)
	}
	if held, err = takePhoto(context.Background(), db, library, held, photo(tb, 1)); err != nil {
		tb.Fatal(err)
	}
	update(tb, db, func(tx *store.Tx) error {
		refund := returns.Refund{
			ID: "refund-1", State: returns.RefundIsApproved, Item: held.Sale.Paid, Shipping: held.Sale.Shipping,
			Method: returns.ToPaymentMeans, ApprovedBy: "operator-1", ApprovedAt: moment(tx.Now()),
		}
		if held, err = tx.Append(stamp, held.ID, held.Seq, returns.RefundApproved{Refund: refund}, returns.RefundSubmitting{Refund: "refund-1"}); err != nil {
			return err
		}
		return fillLedgers(tx, held.ID)
	})
	issue(tb, db, &held, "R", "The receipt's bytes.")
	return db, dir, held
}

func fillLedgers(tx *store.Tx, id returns.CaseID) error {
	key := store.RemoteKey{Account: "bm-fr", Environment: "sandbox", Kind: "folder", ExternalID: "F000008"}
	for _, fill := range []func() error{
		func() error { return tx.SaveCommand("command-1", "Receive", "operator-1", []byte("{}")) },
		func() error {
			return tx.Enqueue(store.Action{CaseID: id, ID: "1-tell", Account: "bm-fr", Lane: returns.MessageLane, Kind: "tell", Payload: []byte("{}")})
		},
		func() error {
			return tx.Enqueue(store.Action{CaseID: id, ID: "refund-1", Account: "bm-fr", Lane: returns.MoneyLane, Kind: "refund", State: store.ActionSubmitting})
		},
		func() error {
			return tx.Enqueue(store.Action{CaseID: id, ID: "2-photos", Account: "bm-fr", Lane: returns.PhotoLane, Kind: "photos", After: []returns.ActionID{"1-tell"}})
		},
		func() error {
			_, err := tx.SaveMessage(store.Message{CaseID: id, Account: "bm-fr", Folder: "F000008", RemoteRef: "m1", Author: "customer", At: tx.Now(), Text: "Bonjour"})
			return err
		},
		func() error { return tx.SaveSale(store.Sold{Sale: sale(9), Customer: amelie, Returnable: true}) },
		func() error { return tx.SetSetting("language", "fr", "operator-1") },
		func() error { return tx.SaveOperator(store.Operator{ID: "operator-1", Name: "Ana", Role: "manager"}) },
		func() error {
			return tx.SaveAccount(store.Account{ID: "bm-fr", Channel: "backmarket", Environment: "sandbox", Name: "Essai"})
		},
		func() error { return tx.SetCursor("bm-fr", "folders", "2026-11-06") },
		func() error { _, err := tx.SaveRemote(key, []byte(`{"id":8}`)); return err },
		func() error { return tx.LinkRemote(key, id) },
		func() error { return tx.PauseLane("bm-fr", returns.PhotoLane, "errors_store.disk", tx.Now()) },
		func() error { return tx.SaveBin(store.Bin{Code: "R-01", Place: returns.Stock}) },
		func() error {
			unit, err := tx.SaveUnit(spare("356938039999991", "good"))
			if err != nil {
				return err
			}
			return tx.ReserveUnit(unit.ID, id)
		},
		func() error {
			return tx.SaveSoldUnits(store.Import{ID: "import-1", Kind: "sold_units", Name: "sorties.csv"}, []store.SoldUnit{{OrderRef: "1", IMEI: "2"}})
		},
		func() error { _, err := tx.TakeClosing("operator-1", plainClosing); return err },
		func() error {
			return tx.SavePayout(store.Payout{ID: "payout-1", Account: "bm-fr", Name: "virement.csv", SHA256: "ab"}, []store.PayoutLine{{OrderRef: "1", Kind: "refund"}})
		},
		func() error { return tx.SetPINAttempts("operator-1", store.PINAttempts{Wrong: 2}) },
		func() error {
			return tx.AddScan(store.Scan{Code: "x", Kind: "tracking", CaseID: id, Actor: "operator-1"})
		},
	} {
		if err := fill(); err != nil {
			return err
		}
	}
	return nil
}

// issue numbers and issues a receipt of a case, in one transaction.
func issue(tb testing.TB, db *store.DB, c *returns.Case, series, content string) string {
	tb.Helper()
	var number string
	id := returns.DocumentID(newID(tb))
	update(tb, db, func(tx *store.Tx) (err error) {
		if err := tx.AddDocument(store.Document{ID: id, CaseID: c.ID, Kind: returns.RefundReceipt, Language: "fr"}); err != nil {
			return err
		}
		if number, err = tx.NextDocumentNumber(id, series); err != nil {
			return err
		}
		sum, err := tx.IssueDocument(id, []byte(content))
		if err != nil {
			return err
		}
		if _, err := tx.AddReprint(id, "operator-1"); err != nil {
			return err
		}
		*c, err = tx.Append(stamp, c.ID, c.Seq, returns.DocumentIssued{Document: returns.IssuedDocument{
			ID: id, Kind: returns.RefundReceipt, Number: number, SHA256: sum, Refund: "refund-1",
		}})
		return err
	})
	return number
}
