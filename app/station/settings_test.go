package station_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/station"
	"revient/app/store"
	"revient/app/text"
)

func TestAPINIsDigitsThatNobodyGuessesAtOnce(t *testing.T) {
	for chosen, want := range map[string]string{
		"2580": "", "123987": "", "190119011901": "",
		"258": "errors_station.pin.form", "2580258025802": "errors_station.pin.form", "25a0": "errors_station.pin.form", "": "errors_station.pin.form",
		"٢٥٨٠": "errors_station.pin.form",
		"1111": "errors_station.pin.weak", "1234": "errors_station.pin.weak", "9876": "errors_station.pin.weak", "0123456789": "errors_station.pin.weak",
	} {
		t.Run("PIN "+chosen, func(t *testing.T) {
			err := station.CheckPIN(chosen)
			if want == "" && err != nil || want != "" && (!fault.Is(err, fault.Invalid) || fault.Of(err).Key != want) {
				t.Errorf("got %v, want %q", err, want)
			}
		})
	}
}

// unlock tries a PIN.
func (r *rig) unlock(pin string) (store.Operator, error) { return r.station.Unlock(r.ctx, pin, "") }

func TestGuessingAPINIsSlowedDown(t *testing.T) {
	r := newWorkshop(t)
	for range 3 {
		_, err := r.unlock("0000")
		r.refused(err, fault.Unauthorized, "errors_station.pin.wrong")
	}
	_, err := r.unlock(pin)
	r.refused(err, fault.Unauthorized, "errors_station.pin.wait")
	if wait := fault.Of(err).Args["count"]; wait != 6 && wait != 5 {
		t.Errorf("the wait is %v seconds", wait)
	}
	r.Advance(6 * time.Second)
	_, err = r.unlock("0000")
	r.refused(err, fault.Unauthorized, "errors_station.pin.wrong")
	r.Advance(6 * time.Second)
	_, err = r.unlock(pin)
	r.refused(err, fault.Unauthorized, "errors_station.pin.wait") // Twice as long as before.
	r.Advance(6 * time.Second)
	manager, err := r.unlock(pin)
	r.must(err)
	if manager.Name != "Ana" || manager.Role != station.Manager {
		t.Errorf("the PIN is %+v's", manager)
	}
	_, err = r.unlock("0000") // The right one starts the count anew.
	r.refused(err, fault.Unauthorized, "errors_station.pin.wrong")
}

func TestGuessesMadeSideBySideDoNotGetAroundTheWait(t *testing.T) {
	r := newWorkshop(t)
	var guesses sync.WaitGroup
	var mu sync.Mutex
	tried := 0
	for range 8 {
		guesses.Go(func() {
			if _, err := r.unlock("0000"); fault.Of(err).Key == "errors_station.pin.wrong" {
				mu.Lock()
				defer mu.Unlock()
				tried++
			}
		})
	}
	guesses.Wait()
	if tried != 3 {
		t.Errorf("%d guesses were judged at once", tried)
	}
}

func TestNobodyUnlocksAStationWithoutAManager(t *testing.T) {
	r := newRig(t)
	_, err := r.unlock("")
	r.refused(err, fault.Unauthorized, "errors_station.pin.wrong")
	if r.station.Settings().Ready {
		t.Error("it calls itself ready")
	}
}

func TestTheAssistantSaysWhatIsMissing(t *testing.T) {
	for want, change := range map[string]func(*station.Setup){
		"errors_station.prefix":            func(s *station.Setup) { s.Prefix = "9" },
		"errors_station.desk_name":         func(s *station.Setup) { s.Desk.Name = " " },
		"errors_station.manager_name":      func(s *station.Setup) { s.Manager = "" },
		"errors_station.pin.weak":          func(s *station.Setup) { s.PIN = "0000" },
		"errors_station.workshop.name":     func(s *station.Setup) { s.Workshop.Name = "" },
		"errors_station.workshop.street":   func(s *station.Setup) { s.Workshop.Street = "" },
		"errors_station.workshop.postCode": func(s *station.Setup) { s.Workshop.PostalCode = "" },
		"errors_station.workshop.city":     func(s *station.Setup) { s.Workshop.City = "" },
		"errors_station.workshop.country":  func(s *station.Setup) { s.Workshop.Country = "" },
		"errors_station.workshop.siren":    func(s *station.Setup) { s.Workshop.SIREN = "123" },
	} {
		t.Run(want, func(t *testing.T) {
			r := newRig(t)
			filled := setup()
			change(&filled)
			err := r.station.FinishSetup(r.ctx, r.order(), filled)
			r.refused(err, fault.Invalid, want)
			if fault.Of(err).Field == "" {
				t.Error("no field is blamed")
			}
		})
	}
}

func TestTheAssistantIsDoneOnce(t *testing.T) {
	r := newRig(t)
	order := r.order()
	r.must(r.station.FinishSetup(r.ctx, order, setup()))
	r.must(r.station.FinishSetup(r.ctx, order, setup())) // The same press.
	other := setup()
	other.Manager, other.PIN = "Mallory", "1379"
	r.refused(r.station.FinishSetup(r.ctx, r.order(), other), fault.Conflict, "errors_station.setup_done")
	set := r.station.Settings()
	if !set.Ready || set.Prefix != "P01" || set.Manager.Name != "Ana" {
		t.Errorf("set up as %+v", set)
	}
	if strings.Contains(set.Manager.PINHash, pin) {
		t.Error("the PIN is kept as it is")
	}
}

func TestSettingsAreCheckedAndHoldAfterARestart(t *testing.T) {
	r := newWorkshop(t)
	workshop := setup().Workshop
	workshop.Name, workshop.Country, workshop.PostalCode, workshop.City = "Oficina Exemplo", "PT", "1100-148", "Lisboa"
	r.must(r.station.SaveWorkshop(r.ctx, r.order(), workshop))
	if zone := r.station.Zone().String(); zone != "Europe/Lisbon" {
		t.Errorf("a workshop in Lisbon lives in %s", zone)
	}
	id := r.did(r.station.Request(r.ctx, r.order(), byHand()))
	if c := r.shows(id); c.RequestedAt.Zone != "Europe/Lisbon" {
		t.Errorf("and notes times of %s", c.RequestedAt.Zone)
	}
	r.refused(r.station.SaveWorkshop(r.ctx, r.order(), station.Workshop{}), fault.Invalid, "errors_station.workshop.name")
	r.must(r.station.SaveDesk(r.ctx, r.order(), station.Desk{Name: "Bench 2", Language: text.English, Scheme: "dark"}))
	r.refused(r.station.SaveDesk(r.ctx, r.order(), station.Desk{}), fault.Invalid, "errors_station.desk_name")
	r.must(r.station.SaveScanner(r.ctx, r.order(), station.Scanner{MaxGap: 40, Terminator: "tab", Volume: 30}))
	for want, scanner := range map[string]station.Scanner{
		"errors_station.scanner_gap":        {MaxGap: 5, Terminator: "tab"},
		"errors_station.scanner_terminator": {MaxGap: 50, Terminator: "bell"},
		"errors_station.scanner_volume":     {MaxGap: 50, Terminator: "none", Volume: 101},
	} {
		r.refused(r.station.SaveScanner(r.ctx, r.order(), scanner), fault.Invalid, want)
	}
	r.restarts(id)
	set := r.station.Settings()
	if set.Workshop != workshop || set.Desk.Name != "Bench 2" || set.Scanner.MaxGap != 40 || r.station.Zone().String() != "Europe/Lisbon" {
		t.Errorf("after a restart: %+v", set)
	}
}

func TestRulesInForceHaveAnExampleEach(t *testing.T) {
	r := newWorkshop(t)
	for _, rule := range r.station.Rules() {
		if !rule.At.After(r.Now()) || rule.Policy == "" {
			t.Errorf("%s: %+v", rule.Rule, rule)
		}
	}
	if n := len(r.station.Rules()); n != 7 {
		t.Errorf("%d rules", n)
	}
}

func TestScansAreRemembered(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.NoteScan(r.ctx, store.Scan{Code: "P01", Kind: "unknown"}))
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		scans, err := tx.RecentScans(5)
		if len(scans) != 1 || scans[0].Code != "P01" {
			t.Errorf("scans %+v", scans)
		}
		return err
	}))
}
