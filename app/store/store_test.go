package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"revient/app/returns"
	"revient/app/store"
)

// clock is a clock that a test moves by hand.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func newClock() *clock { return &clock{now: time.Date(2026, 11, 6, 9, 0, 0, 0, time.UTC)} }

// dueOf stands in for the station's rules: four days after the reception.
func dueOf(c returns.Case) (store.Due, bool) {
	if c.Reception == nil || c.Stage.Ended() {
		return store.Due{}, false
	}
	return store.Due{At: c.Reception.Arrived.At.AddDate(0, 0, 4), Rule: "REFUND_5D", Tone: "calm",
		Target: c.Reception.Arrived.At.AddDate(0, 0, 2), TargetRule: "REFUND_48H"}, true
}

func optionsFor(dir string) store.Options {
	return store.Options{Dir: dir, Now: newClock().Now, Zone: paris, Due: dueOf}
}

var paris = mustZone("Europe/Paris")

func mustZone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return zone
}

// mustOpen opens a store in a folder and closes it with the test.
func mustOpen(tb testing.TB, dir string) *store.DB {
	tb.Helper()
	return mustOpenWith(tb, optionsFor(dir))
}

func mustOpenWith(tb testing.TB, options store.Options) *store.DB {
	tb.Helper()
	db, err := store.Open(context.Background(), options)
	if err != nil {
		tb.Fatalf("open: %v", err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Errorf("close: %v", err)
		}
	})
	return db
}

// mustStation opens a new store of the station P03.
func mustStation(tb testing.TB) (*store.DB, string) {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "data")
	db := mustOpen(tb, dir)
	update(tb, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	return db, dir
}

func update(tb testing.TB, db *store.DB, change func(*store.Tx) error) {
	tb.Helper()
	if err := db.Update(context.Background(), change); err != nil {
		tb.Fatalf("update: %v", err)
	}
}

func view(tb testing.TB, db *store.DB, read func(*store.ReadTx) error) {
	tb.Helper()
	if err := db.View(context.Background(), read); err != nil {
		tb.Fatalf("view: %v", err)
	}
}

func newID(tb testing.TB) string {
	tb.Helper()
	id, err := uuid.NewV7()
	if err != nil {
		tb.Fatal(err)
	}
	return id.String()
}

var stamp = store.Stamp{CommandID: "command-1", Actor: "operator-1", Screen: "screen-1"}

// sale is what order n sold.
func sale(n int) returns.Sale {
	return returns.Sale{
		Account: "bm-fr", OrderRef: fmt.Sprintf("7%07d", n), LineRef: fmt.Sprintf("9%07d", n), SKU: fmt.Sprintf("IP13-128-%d", n%7),
		Title: "iPhone 13 128 Go Minuit", IMEI: fmt.Sprintf("35693803%07d", n), Serial: fmt.Sprintf("FVX%07dQ", n),
		Paid: returns.Money{Minor: 32900, Currency: "EUR"}, Shipping: returns.Money{Minor: 490, Currency: "EUR"},
		Tracking: fmt.Sprintf("XY%09dFR", n),
	}
}

// request opens case n of a customer, in one transaction.
func request(tx *store.Tx, id returns.CaseID, n int, customer store.Person) (returns.Case, error) {
	number, err := tx.NextCaseNumber()
	if err != nil {
		return returns.Case{}, err
	}
	person, err := tx.SavePerson(customer)
	if err != nil {
		return returns.Case{}, err
	}
	words, err := tx.SaveText("claim", "La batterie ne charge plus.")
	if err != nil {
		return returns.Case{}, err
	}
	return tx.Append(stamp, id, 0, returns.CaseRequested{
		Case: id, Number: number, Origin: returns.FromPull, Sale: sale(n), Folder: fmt.Sprintf("F%06d", n),
		Claim:    returns.Claim{Kind: returns.Defect, Wish: returns.WantsRefund, Issues: []string{"BATTERY_NOT_CHARGING"}, Text: words},
		Customer: person, RequestedAt: moment(tx.Now()), DeclaredAt: moment(tx.Now()),
		Return: returns.ReturnParcel{Carrier: "Colissimo", Tracking: fmt.Sprintf("6A%011d", n)},
	})
}

func moment(at time.Time) returns.Moment { return returns.At(at, "Europe/Paris", returns.FromClock) }

func receive(tx *store.Tx, c returns.Case) (returns.Case, error) {
	return tx.Append(stamp, c.ID, c.Seq, returns.ParcelReceived{Reception: returns.Reception{
		Arrived: moment(tx.Now()), LoggedAt: moment(tx.Now()), By: "operator-1", Tracking: c.Return.Tracking,
	}})
}

var amelie = store.Person{FirstName: "Amélie", LastName: "Lefèvre", Email: "amelie@example.org", Street: "3 rue des Lilas", PostalCode: "67000", City: "Strasbourg", Country: "FR"}

// mustCase opens case n and receives its parcel.
func mustCase(tb testing.TB, db *store.DB, n int) returns.Case {
	tb.Helper()
	var held returns.Case
	id := returns.CaseID(newID(tb))
	update(tb, db, func(tx *store.Tx) (err error) {
		if held, err = request(tx, id, n, amelie); err != nil {
			return err
		}
		held, err = receive(tx, held)
		return err
	})
	return held
}

// mustVerify checks that nothing at all is wrong.
func mustVerify(tb testing.TB, db *store.DB) {
	tb.Helper()
	report, err := db.Verify(context.Background())
	if err != nil {
		tb.Fatalf("verify: %v", err)
	}
	if !report.OK() {
		tb.Fatalf("verify found %+v", report.Findings)
	}
}

var errUndo = errors.New("undo")
