package syncer_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"revient/app/catalog"
	"revient/app/marketplace"
	"revient/app/marketplace/backmarket"
	"revient/app/marketplace/sandbox"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
	"revient/app/syncer"
	"revient/app/text"
)

// workshop is a station on a real folder, a marketplace behind a real connection,
// and the syncer between them.
type workshop struct {
	*testing.T
	ctx     context.Context
	clock   *clock
	dir     string
	remote  *sandbox.Server
	station *station.Station
	channel marketplace.Channel
	between func(marketplace.Channel) marketplace.Channel // Stands between the syncer and the channel; nil for nothing.
	syncer  *syncer.Syncer
	stop    func()
}

var feed = station.Feed{Account: "bm-1", Environment: "sandbox"}

// openWorkshop opens a workshop that is set up. Nothing is exchanged yet.
func openWorkshop(t *testing.T) *workshop {
	t.Helper()
	w := &workshop{T: t, ctx: t.Context(), clock: newClock(), dir: t.TempDir(), stop: func() {}}
	remote, err := sandbox.New(sandbox.Options{Now: w.clock.Now, Seed: sandbox.Seed{Orders: 1, Folders: -1}})
	w.must(err)
	w.must(remote.Listen("127.0.0.1:0"))
	w.remote = remote
	w.openStation()
	t.Cleanup(func() {
		w.die()
		w.must(remote.Close())
	})
	w.must(w.station.FinishSetup(w.ctx, w.order(), station.Setup{
		Workshop: station.Workshop{
			Name: "Atelier du Quai", Street: "1 quai de Valmy", PostalCode: "75011", City: "Paris", Country: "FR", Email: "atelier@example.com",
		},
		Desk: station.Desk{Name: "Poste 1", Language: text.French}, Prefix: "P01", Manager: "Ana", PIN: "2580",
	}))
	return w
}

func (w *workshop) openStation() {
	w.Helper()
	opened, err := station.Open(w.ctx, station.Options{Dir: w.dir, Sample: true, Now: w.clock.Now})
	w.must(err)
	w.station = opened
}

// die ends the station and its syncer.
func (w *workshop) die() {
	w.Helper()
	w.stop()
	w.stop = func() {}
	if w.station != nil {
		w.must(w.station.Close())
		w.station = nil
	}
}

// connect starts the exchange.
func (w *workshop) connect() {
	w.Helper()
	channel, err := backmarket.New(backmarket.Options{
		BaseURL: w.remote.URL(), Token: w.remote.Token(), Sandbox: true, Now: w.clock.Now, Timeout: 10 * time.Second,
	})
	w.must(err)
	w.channel = channel
	if w.between != nil {
		w.channel = w.between(channel)
	}
	w.syncer = syncer.New(syncer.Options{
		Station: w.station, Accounts: []syncer.Account{{Feed: feed, Channel: w.channel}},
		Now: w.clock.Now, Alarm: w.clock.Alarm, Rand: func() float64 { return 0.5 },
	})
	ctx, cancel := context.WithCancel(w.ctx)
	var running sync.WaitGroup
	running.Go(func() { w.syncer.Run(ctx) })
	w.stop = func() { cancel(); running.Wait() }
}

// restart opens the station again after it died, and connects it.
func (w *workshop) restart() {
	w.Helper()
	w.die()
	w.openStation()
	w.connect()
}

func (w *workshop) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *workshop) order() station.Order {
	return station.Order{
		ID: returns.CommandID(uuid.NewString()), Actor: returns.Actor{ID: "ana", Override: true}, Screen: "test",
	}
}

// until waits for a condition.
func (w *workshop) until(what string, reached func() bool) {
	w.Helper()
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	late := time.After(30 * time.Second)
	for !reached() {
		select {
		case <-look.C:
		case <-late:
			w.Fatalf("never: %s\n%s", what, w.describe())
		}
	}
}

// whenAdvancing waits for a condition while the clock runs, a minute at a time.
func (w *workshop) whenAdvancing(what string, reached func() bool) {
	w.Helper()
	w.until(what, func() bool {
		if reached() {
			return true
		}
		w.clock.Advance(time.Minute)
		return false
	})
}

// describe lists the outbox, for a test that fails.
func (w *workshop) describe() (described string) {
	for _, action := range w.outbox() {
		described += fmt.Sprintf("%s %s %s attempts=%d http=%d %s\n", action.CaseID, action.ID, action.State, action.Attempts, action.LastHTTP, action.ErrorKey)
	}
	return described
}

func (w *workshop) outbox() (actions []store.Action) {
	w.Helper()
	w.must(w.station.View(w.ctx, func(tx *store.ReadTx) (err error) {
		actions, err = tx.ActionsIn(1000, store.ActionQueued, store.ActionSending, store.ActionSubmitting, store.ActionAccepted, store.ActionDone,
			store.ActionRefused, store.ActionUnknown, store.ActionToFix, store.ActionManual, store.ActionDropped)
		return err
	}))
	return actions
}

func (w *workshop) status() syncer.Status {
	w.Helper()
	status, err := w.syncer.Status(w.ctx)
	w.must(err)
	return status
}

// asked is a customer's request and the case that it became.
type asked struct {
	*workshop
	sandbox.Opened
	id returns.CaseID
}

// ask plays a customer who asks, and waits for the case.
func (w *workshop) ask() asked {
	w.Helper()
	return w.askFor("defect")
}

func (w *workshop) askFor(kind string) asked {
	w.Helper()
	opened, err := w.remote.Open(sandbox.Request{Kind: kind, Text: "Il ne charge plus."})
	w.must(err)
	a := asked{workshop: w, Opened: opened}
	w.syncer.SyncNow(w.ctx)
	w.until("the request is a case", func() bool {
		var found []store.CaseSummary
		w.must(w.station.View(w.ctx, func(tx *store.ReadTx) (err error) {
			found, err = tx.CasesOfFolder(feed.Account, strconv.FormatInt(opened.Folder, 10))
			return err
		}))
		if len(found) == 1 {
			a.id = found[0].ID
		}
		return a.id != ""
	})
	return a
}

func (a asked) state() (c returns.Case) {
	a.Helper()
	a.must(a.station.View(a.ctx, func(tx *store.ReadTx) (err error) {
		c, err = tx.Case(a.id)
		return err
	}))
	return c
}

func (a asked) refund() returns.Refund {
	a.Helper()
	refunds := a.state().Refunds
	if len(refunds) == 0 {
		a.Fatal("no refund was decided")
	}
	return refunds[len(refunds)-1]
}

// authorised sends the device on its way.
func (a asked) authorised() asked {
	a.Helper()
	a.quietly(func() {
		_, err := a.station.Authorise(a.ctx, a.order(), a.id, false, "", "")
		a.must(err)
	})
	return a
}

// quietly does something while nothing is sent. The papers that follow are issued
// when it returns, so that no message has to wait for one.
func (w *workshop) quietly(do func()) {
	w.Helper()
	w.syncer.Pause(true)
	defer w.syncer.Pause(false)
	do()
}

// inspected logs the parcel and inspects the device: it has what was declared.
func (a asked) inspected() asked {
	a.Helper()
	return a.inspectedWith("")
}

// inspectedWith is inspected with one check that failed, and a photo of it.
func (a asked) inspectedWith(faulty string) asked {
	a.Helper()
	_, err := a.station.Receive(a.ctx, a.order(), a.id, station.Arrival{})
	a.must(err)
	_, err = a.station.ReadIdentity(a.ctx, a.order(), a.id, returns.ReadIdentity{IMEI: a.IMEI})
	a.must(err)
	photo, err := a.station.AddPhoto(a.ctx, "camera", bytes.NewReader(picture()))
	a.must(err)
	var answers []station.CheckAnswer
	for _, spec := range a.state().Inspection.Checks {
		if !spec.Mandatory {
			continue
		}
		answer := wellAnswered(a.T, spec.Code)
		if spec.Code == faulty {
			answer = station.CheckAnswer{Code: spec.Code, Answer: returns.KO, Defect: spec.FailDefect}
		}
		answers = append(answers, answer)
		if spec.Photo == returns.PhotoAlways || spec.Code == faulty {
			_, err := a.station.AddEvidence(a.ctx, a.order(), a.id, returns.AddEvidence{
				Photos: []returns.PhotoID{returns.PhotoID(photo.SHA256)}, Check: spec.Code, Source: "camera",
			})
			a.must(err)
		}
	}
	_, err = a.station.RecordChecks(a.ctx, a.order(), a.id, answers)
	a.must(err)
	_, err = a.station.CompleteInspection(a.ctx, a.order(), a.id)
	a.must(err)
	return a
}

// decided grants all that was paid.
func (a asked) decided() asked {
	a.Helper()
	a.quietly(a.decide)
	return a
}

func (a asked) decide() {
	a.Helper()
	item, shipping := a.state().Remaining(nil)
	item.Minor += shipping.Minor
	_, err := a.station.DecideFullRefund(a.ctx, a.order(), a.id, item, "Geste commercial.", "")
	a.must(err)
}

// settled waits for the refund to reach a state.
func (a asked) settled(state returns.RefundState) {
	a.Helper()
	a.until("the refund is "+string(state), func() bool { return a.refund().State == state })
}

func wellAnswered(t *testing.T, code string) station.CheckAnswer {
	t.Helper()
	check, known := catalog.CheckByCode(code)
	if !known {
		t.Fatalf("no check %s", code)
	}
	answer := station.CheckAnswer{Code: code, Answer: returns.OK}
	for _, option := range check.Options {
		if option.Answer == catalog.OK {
			answer.Value = option.Code
			break
		}
	}
	if check.Type == catalog.Measure {
		answer.Value = strconv.Itoa(check.Max)
	}
	return answer
}

// paid lists what the marketplace refunded for the line because we asked.
func (a asked) paid() (entries []sandbox.Entry) {
	for _, entry := range a.remote.Ledger() {
		if entry.Kind == "refund" && entry.Line == a.Line && entry.By == "seller" {
			entries = append(entries, entry)
		}
	}
	return entries
}

// posted lists the messages that arrived in the folder.
func (a asked) posted() (entries []sandbox.Entry) {
	for _, entry := range a.remote.Ledger() {
		if entry.Kind == "message" && entry.Folder == a.Folder && entry.By == "seller" {
			entries = append(entries, entry)
		}
	}
	return entries
}

// action is the outbox row of a kind.
func (a asked) action(kind string) store.Action {
	a.Helper()
	for _, action := range a.outbox() {
		if action.CaseID == a.id && action.Kind == kind {
			return action
		}
	}
	return store.Action{}
}

func (w *workshop) fail(mode, path string, count int) {
	w.Helper()
	w.must(w.remote.SetFault(sandbox.Fault{Mode: mode, Path: path, Method: "POST", Count: count}))
}

func (w *workshop) heal() {
	w.Helper()
	w.must(w.remote.SetFault(sandbox.Fault{Mode: "none"}))
}

// The writes of the marketplace.
const (
	refunds  = "/ws/sav/refund"
	messages = "/ws/sav/[0-9]+/msg"
)

func picture() []byte {
	drawn := image.NewRGBA(image.Rect(0, 0, 64, 64))
	drawn.Set(3, 3, color.White)
	var b bytes.Buffer
	if err := png.Encode(&b, drawn); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// putAway ends the device's way in the stock.
func (a asked) putAway() {
	a.Helper()
	_, err := a.station.PutAway(a.ctx, a.order(), a.id, station.PutAway{
		Wipe:  returns.RecordWipe{State: returns.WipeDone, Method: "clear", Tool: "factory_reset"},
		Grade: "good", Move: returns.Move{Place: returns.Stock, Bin: "A1"},
	})
	a.must(err)
}
