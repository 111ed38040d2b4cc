package api_test

import (
	"context"
	"testing"
	"time"

	"revient/app/api"
	"revient/app/fault"
)

func TestTheAssistantMakesTheStationReady(t *testing.T) {
	d := newDesk(t)
	before, err := d.start.Bootstrap()
	d.must(err)
	if before.Ready || before.Language != "fr" || before.Zone != "Europe/Paris" {
		t.Errorf("before: %+v", before)
	}
	_, err = d.setup.Finish("", setupForm())
	d.refused(err, "errors_station.command_id")
	form := setupForm()
	form.Station.Language = "tlh"
	after, err := d.setup.Finish(command(), form)
	d.must(err)
	if !after.Ready || after.Prefix != "P01" || after.Language != "fr" || after.Operator.Name != "Ana" || after.Shell != "kiosk" || !after.Sample {
		t.Errorf("after: %+v", after)
	}
	_, err = d.setup.Finish(command(), setupForm())
	d.refused(err, "errors_station.setup_done")
	_, err = d.setup.CheckAccount(api.AccountForm{})
	d.refused(err, "errors_api.no_account_keeper")
}

func TestWhatChangesTheWorkshopWantsThePIN(t *testing.T) {
	d := newReadyDesk(t)
	workshop := setupForm().Workshop
	workshop.Name = "Atelier Neuf"
	for name, save := range map[string]func(pin string) (api.SettingsView, error){
		"workshop": func(pin string) (api.SettingsView, error) { return d.settings.SaveWorkshop(command(), workshop, pin) },
		"station": func(pin string) (api.SettingsView, error) {
			return d.settings.SaveStation(command(), api.StationForm{Name: "Poste 2"}, pin)
		},
	} {
		_, err := save("")
		d.refused(err, "errors_station.pin.needed")
		_, err = save("0000")
		d.refused(err, "errors_station.pin.wrong")
		_, err = save(pin)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := d.settings.SaveAccount(command(), api.AccountForm{}, pin)
	d.refused(err, "errors_api.no_account_keeper")
	scanner := api.ScannerForm{MaxGap: 30, Terminator: "tab", Volume: 10}
	view, err := d.settings.SaveScanner(command(), scanner)
	d.must(err)
	if view.Workshop.Name != "Atelier Neuf" || view.Station.Name != "Poste 2" || view.Scanner != scanner || len(view.Rules) == 0 || view.DataDir == "" {
		t.Errorf("settings are %+v", view)
	}
}

func TestTheScreensAppearanceIsAnybodys(t *testing.T) {
	d := newReadyDesk(t)
	_, err := d.settings.SaveAppearance(command(), "tlh", "dark")
	d.refused(err, "errors_api.appearance")
	_, err = d.settings.SaveAppearance(command(), "en", "pink")
	d.refused(err, "errors_api.appearance")
	view, err := d.settings.SaveAppearance(command(), "en", "dark")
	d.must(err)
	if view.Language != "en" || view.Scheme != "dark" || view.StationName != "Poste 1" {
		t.Errorf("now %+v", view)
	}
}

func TestTheWayOutOfTheKioskIsTheManagers(t *testing.T) {
	d := newReadyDesk(t)
	d.refused(d.start.Quit("0000"), "errors_station.pin.wrong")
	if d.quit != 0 {
		t.Fatal("anybody opens the way out")
	}
	d.must(d.start.Quit(pin))
	if d.quit != 1 {
		t.Error("the way out stays shut")
	}
	manager, err := d.start.Unlock(pin)
	d.must(err)
	if manager.Role != "manager" {
		t.Errorf("the PIN is %+v's", manager)
	}
	d.must(d.start.Connected("kiosk \xff" + string(make([]byte, 500))))
	window := api.New(api.Options{Station: d.station, Shell: "desktop"})
	for _, service := range window.Bound() {
		switch bound := service.(type) {
		case *api.Station:
			d.refused(bound.Quit(pin), "errors_api.no_way_out")
		case *api.Sending:
			_, err := bound.SyncNow()
			d.refused(err, "errors_station.no_account")
			_, err = bound.Pause(true)
			d.refused(err, "errors_station.no_account")
		}
	}
}

func TestTheHeaderSaysHowSendingIs(t *testing.T) {
	d := newReadyDesk(t)
	d.syncer.status = api.SyncerStatus{Account: true, Online: true, LastError: fault.New(fault.Unavailable, "errors_station.no_account", nil)}
	_, err := d.cases.Authorise(command(), d.pulls("1001").ID, api.AuthoriseForm{Label: false})
	d.must(err)
	status, err := d.start.Status()
	d.must(err)
	if !status.Account || !status.Online || status.Waiting != 1 || status.Oldest != d.now.Format(time.RFC3339) || status.LastError == nil || status.LastError.Args == nil {
		t.Errorf("status %+v", status)
	}
}

// keeper stands for the shell that keeps accounts.
type keeper struct {
	saved   api.AccountForm
	refusal error // What Validate answers.
}

func (k *keeper) Validate(api.AccountForm) error { return k.refusal }

func (k *keeper) Check(context.Context, api.AccountForm) (api.AccountView, error) {
	return api.AccountView{Checked: "now"}, nil
}

func (k *keeper) Save(_ context.Context, form api.AccountForm) (api.AccountView, error) {
	k.saved = form
	return k.View(), nil
}

func (k *keeper) View() api.AccountView { return api.AccountView{Environment: k.saved.Environment} }

func TestAnAccountIsTheShellsToKeep(t *testing.T) {
	d := newDesk(t)
	kept := &keeper{}
	shell := api.New(api.Options{Station: d.station, Account: kept})
	for _, service := range shell.Bound() {
		switch bound := service.(type) {
		case *api.Setup:
			checked, err := bound.CheckAccount(api.AccountForm{})
			d.must(err)
			form := setupForm()
			form.Account.Environment = "sandbox"
			_, err = bound.Finish(command(), form)
			d.must(err)
			if checked.Checked != "now" || kept.saved.Environment != "sandbox" {
				t.Errorf("kept %+v", kept.saved)
			}
		case *api.Settings:
			d.settings = bound
		}
	}
	_, err := d.setup.Finish(command(), setupForm())
	d.refused(err, "errors_station.setup_done")
	view, err := d.settings.SaveAccount(command(), api.AccountForm{Environment: "preprod"}, pin)
	d.must(err)
	if view.Account.Environment != "preprod" {
		t.Errorf("the account is %+v", view.Account)
	}
}

func TestAnAccountThatCannotBeKeptLeavesTheAssistantOpen(t *testing.T) {
	d := newDesk(t)
	kept := &keeper{refusal: fault.New(fault.Invalid, "errors_station.account.token", nil).At("token")}
	for _, service := range api.New(api.Options{Station: d.station, Account: kept}).Bound() {
		if setup, is := service.(*api.Setup); is {
			form := setupForm()
			form.Account.Environment = "production"
			if _, err := setup.Finish(command(), form); fault.Of(err).Field != "token" {
				t.Fatalf("refused with %v, want the token blamed", err)
			}
		}
	}
	if boot, err := d.start.Bootstrap(); err != nil || boot.Ready {
		t.Fatalf("the station is ready (%v): what was typed would be lost", err)
	}
}
