package station_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"revient/app/catalog"
	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
	"revient/app/text"
)

// IMEIs of the tests; both pass Luhn.
const (
	soldIMEI  = "356938035643809"
	otherIMEI = "490154203237518"
	pin       = "2580"
)

var feed = station.Feed{Account: "bm-1", Environment: "sandbox"}

// clock is a hand that the tests move.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// rig is a station on a real folder, and one who works at it.
type rig struct {
	testing.TB
	*clock
	ctx     context.Context
	dir     string
	station *station.Station
	command returns.CommandID // Of the last order.
	photos  int
}

// newRig opens a station that is not set up.
func newRig(tb testing.TB) *rig {
	tb.Helper()
	r := &rig{TB: tb, clock: &clock{at: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}, ctx: context.Background(), dir: tb.TempDir()}
	r.opens()
	tb.Cleanup(func() { r.must(r.station.Close()) })
	return r
}

// newWorkshop opens a station that is set up.
func newWorkshop(tb testing.TB) *rig {
	tb.Helper()
	r := newRig(tb)
	r.must(r.station.FinishSetup(r.ctx, r.order(), setup()))
	return r
}

func setup() station.Setup {
	return station.Setup{
		Workshop: station.Workshop{Name: "Atelier Exemple", Street: "1 rue de l’Exemple", PostalCode: "75011", City: "Paris", Country: "FR"},
		Desk:     station.Desk{Name: "Poste 1", Language: text.French, Scheme: "auto"}, Prefix: "P01", Manager: "Ana", PIN: pin,
	}
}

func (r *rig) opens() {
	r.Helper()
	opened, err := station.Open(r.ctx, station.Options{Dir: r.dir, Sample: true, Now: r.Now})
	r.must(err)
	r.station = opened
}

// restarts closes the station and opens it on the same folder; nothing of a case
// may change by it.
func (r *rig) restarts(ids ...returns.CaseID) {
	r.Helper()
	before := make([]returns.Case, 0, len(ids))
	for _, id := range ids {
		before = append(before, r.shows(id))
	}
	r.must(r.station.Close())
	r.opens()
	for i, id := range ids {
		if after := r.shows(id); after.Seq != before[i].Seq || after.Stage != before[i].Stage {
			r.Fatalf("after a restart case %s is %s at %d, it was %s at %d", after.Number, after.Stage, after.Seq, before[i].Stage, before[i].Seq)
		}
	}
}

func (r *rig) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// refused expects an error of a code with a key, and nothing else.
func (r *rig) refused(err error, code fault.Code, key string) {
	r.Helper()
	if !fault.Is(err, code) || fault.Of(err).Key != key {
		r.Fatalf("got %v, want %s (%s)", err, key, code)
	}
}

// order is a new press of a button by the operator.
func (r *rig) order() station.Order {
	r.Advance(time.Second)
	r.command = returns.CommandID(uuid.NewString())
	return station.Order{ID: r.command, Actor: returns.Actor{ID: "operator-1"}, Screen: "test"}
}

// manager is a new press of a button by one who may go against a rule.
func (r *rig) manager() station.Order {
	order := r.order()
	order.Actor.Override = true
	return order
}

// shows reads a case, and holds the worklist to what the case says.
func (r *rig) shows(id returns.CaseID) (c returns.Case) {
	r.Helper()
	var summary store.CaseSummary
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		if c, err = tx.Case(id); err != nil {
			return err
		}
		summary, err = tx.CaseSummary(id)
		return err
	}))
	due, owed := r.station.Due(c)
	listed, inList := r.station.DueOf(summary)
	if owed != inList || owed && (due.Next(r.Now()).At != listed.Next(r.Now()).At) {
		r.Fatalf("case %s owes %v %v, the list says %v %v", c.Number, due, owed, listed, inList)
	}
	return c
}

// at expects a case to be at a stage.
func (r *rig) at(id returns.CaseID, stage returns.Stage) returns.Case {
	r.Helper()
	c := r.shows(id)
	if c.Stage != stage {
		r.Fatalf("case %s is %s, want %s", c.Number, c.Stage, stage)
	}
	return c
}

// did expects a command to have been taken.
func (r *rig) did(id returns.CaseID, err error) returns.CaseID {
	r.Helper()
	r.must(err)
	return id
}

// paid is an amount in euros.
func euros(minor int64) returns.Money { return returns.Money{Minor: minor, Currency: "EUR"} }

func soldOrder(ref string) marketplace.Order {
	return marketplace.Order{
		Ref: marketplace.OrderRef(ref), Locale: "fr-fr", CreatedAt: time.Date(2026, 10, 20, 8, 0, 0, 0, time.UTC),
		ShippedAt: time.Date(2026, 10, 21, 8, 0, 0, 0, time.UTC), Tracking: "OUT" + ref, Raw: []byte(`{"order":"` + ref + `"}`),
		Lines: []marketplace.OrderLine{{
			Ref: "1", Title: "iPhone 13 128 Go", Quantity: 1, Price: euros(39900), Shipping: euros(500), State: marketplace.LineShipped, IMEI: soldIMEI, Grade: "11",
		}},
		ShipTo: marketplace.Address{
			FirstName: "Camille", LastName: "Dubreuil", Street: "12 rue des Lilas", PostalCode: "69003", City: "Lyon", Country: "FR",
			Email: "camille@example.com", Phone: "+33600000000",
		},
	}
}

func folderOf(ref, order string) marketplace.Folder {
	return marketplace.Folder{
		Ref: marketplace.FolderRef(ref), OrderRef: marketplace.OrderRef(order), LineRef: "1", Open: true, Locale: "fr-fr", Kind: marketplace.Defect,
		Claims:    []marketplace.Claim{{Open: true, Kind: marketplace.Defect, Wants: marketplace.WantsRefund, Issues: []marketplace.Issue{{Code: "BATTERY_NOT_CHARGING"}}}},
		CreatedAt: time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC), Raw: []byte(`{"folder":"` + ref + `"}`),
		Messages: []marketplace.Message{{Ref: marketplace.MessageRef(ref + "-m1"), Author: marketplace.FromCustomer, Text: "Il ne charge plus, signé Camille.", SentAt: time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)}},
	}
}

// pulls takes an order and its folder as the marketplace tells them, and returns
// the case that they became.
func (r *rig) pulls(order, folder string) returns.CaseID {
	r.Helper()
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder(order)}, "o1"))
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folderOf(folder, order)}, "f1"))
	return r.caseOfFolder(folder)
}

func (r *rig) caseOfFolder(folder string) (id returns.CaseID) {
	r.Helper()
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		id, _, err = tx.LinkedCase(store.RemoteKey{Account: feed.Account, Environment: feed.Environment, Kind: "folder", ExternalID: folder})
		return err
	}))
	return id
}

// byHand is a request without a marketplace.
func byHand() station.HandRequest {
	return station.HandRequest{
		Sale: returns.Sale{OrderRef: "SHOP-7", LineRef: "1", Title: "iPhone 13 128 Go", Category: "smartphone", IMEI: soldIMEI, Paid: euros(20000), Country: "FR", Quantity: 1},
		Kind: returns.Defect, Wish: returns.WantsRefund, Text: "It does not charge.", Customer: store.Person{FirstName: "Camille", LastName: "Dubreuil", Country: "FR"},
	}
}

// photographs keeps a photo; each one is another.
func (r *rig) photographs() returns.PhotoID {
	r.Helper()
	r.photos++
	img := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 16 {
		img.Set(i, r.photos%16, color.RGBA{R: uint8(r.photos * 17), G: uint8(i * 16), A: 255}) //nolint:gosec // Any colour will do.
	}
	var out bytes.Buffer
	r.must(jpeg.Encode(&out, img, &jpeg.Options{Quality: 100}))
	photo, err := r.station.AddPhoto(r.ctx, "camera", &out)
	r.must(err)
	return returns.PhotoID(photo.SHA256)
}

func (r *rig) receives(id returns.CaseID) {
	r.Helper()
	r.did(r.station.Receive(r.ctx, r.order(), id, station.Arrival{Code: "RET0001"}))
}

func (r *rig) reads(id returns.CaseID, imei string) {
	r.Helper()
	r.did(r.station.ReadIdentity(r.ctx, r.order(), id, returns.ReadIdentity{IMEI: imei}))
}

// answers gives every check its good answer, without a photo.
func (r *rig) answers(id returns.CaseID) {
	r.Helper()
	answers := []station.CheckAnswer{}
	for _, spec := range r.shows(id).Inspection.Checks {
		check, _ := catalog.CheckByCode(spec.Code)
		answer := station.CheckAnswer{Code: spec.Code, Answer: returns.OK}
		switch check.Type {
		case catalog.Enum:
			for _, option := range check.Options {
				if option.Answer == string(returns.OK) {
					answer.Value = option.Code
					break
				}
			}
		case catalog.Measure:
			answer.Answer = returns.NA
		case catalog.Serial:
			answer.Value = "f17x q1ab"
		}
		answers = append(answers, answer)
	}
	r.did(r.station.RecordChecks(r.ctx, r.order(), id, answers))
}

// checks answers every check and photographs what was found.
func (r *rig) checks(id returns.CaseID) {
	r.Helper()
	r.answers(id)
	c := r.shows(id)
	wanted := c.ChecksWithoutPhoto()
	if _, asked := c.Inspection.Results["COM-20"]; asked {
		wanted = append(wanted, "COM-20")
	}
	for _, code := range wanted {
		r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{r.photographs()}, Check: code, Source: "camera"}))
	}
}

func (r *rig) inspects(id returns.CaseID) {
	r.Helper()
	r.reads(id, soldIMEI)
	r.checks(id)
	r.did(r.station.CompleteInspection(r.ctx, r.order(), id))
}

func (r *rig) refunds(id returns.CaseID, total int64) returns.RefundID {
	r.Helper()
	r.did(r.station.DecideFullRefund(r.ctx, r.order(), id, euros(total), "", ""))
	c := r.shows(id)
	return c.Refunds[len(c.Refunds)-1].ID
}

func (r *rig) putsAway(id returns.CaseID) {
	r.Helper()
	r.did(r.station.PutAway(r.ctx, r.order(), id, station.PutAway{
		Wipe: returns.RecordWipe{State: returns.WipeDone, Method: "purge", Tool: "factory_reset"}, Grade: "good", Move: returns.Move{Place: returns.Stock, Bin: "A-12"},
	}))
}

// progress is what the syncer reports of a refund.
func (r *rig) progress(id returns.CaseID, refund returns.RefundID, commands ...returns.Command) {
	r.Helper()
	for _, command := range commands {
		r.must(r.station.ReportRefund(r.ctx, r.order(), refundRow(id, refund), command, station.Answer{}))
	}
}

// sendsAll delivers every message that may leave, as the syncer would, and says
// what kinds they were.
func (r *rig) sendsAll() (kinds []string) {
	r.Helper()
	for {
		sending, found, err := r.station.NextSending(r.ctx)
		r.must(err)
		if !found {
			return kinds
		}
		if sending.Kind == station.RefundKind {
			r.must(r.station.Postpone(r.ctx, sending, r.Now().Add(time.Hour), nil, 0))
			continue
		}
		_, err = r.station.Letter(r.ctx, sending)
		r.must(err)
		r.must(r.station.Deliver(r.ctx, sending, "remote-"+string(sending.ID)))
		kinds = append(kinds, sending.Kind)
	}
}

// documents lists the kinds of a case's documents that are in a state.
func (r *rig) documents(id returns.CaseID) (documents []store.Document) {
	r.Helper()
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		documents, err = tx.DocumentsOf(id)
		return err
	}))
	return documents
}

// paper expects a case to have exactly one document of a kind that is ready.
func (r *rig) paper(id returns.CaseID, kind returns.DocumentKind) store.Document {
	r.Helper()
	documents := slices.DeleteFunc(r.documents(id), func(d store.Document) bool { return d.Kind != kind || d.State != store.DocumentReady })
	if len(documents) != 1 {
		r.Fatalf("%d ready documents %s, want one", len(documents), kind)
	}
	return documents[0]
}

// refundRow is the outbox row of a refund.
func refundRow(id returns.CaseID, refund returns.RefundID) station.Sending {
	return station.Sending{
		Action:   store.Action{CaseID: id, ID: returns.ActionID("refund-" + refund)},
		Dispatch: station.Dispatch{Refund: refund},
	}
}

// proposes reads the decision table for a case.
func (r *rig) proposes(c returns.Case) (proposal station.Proposal, err error) {
	err = r.station.View(r.ctx, func(tx *store.ReadTx) error {
		proposal, err = r.station.Propose(tx, c)
		return err
	})
	return proposal, err
}
