package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"revient/app/api"
	"revient/app/fault"
	"revient/app/station"
)

// serviceOf is a bound service of the desk.
func serviceOf[Service any](d *desk) Service {
	d.Helper()
	for _, bound := range d.api.Bound() {
		if service, found := bound.(Service); found {
			return service
		}
	}
	d.Fatalf("no such service is bound")
	panic("unreachable")
}

const (
	leadPIN  = "7319"
	clerkPIN = "4826"
)

// newTeam opens a station where a manager, a lead and an operator work, and a second
// person approves what is above a hundred euros.
func newTeam(tb testing.TB) (d *desk, people *api.People, ids map[string]string) {
	tb.Helper()
	d = newReadyDesk(tb)
	people = serviceOf[*api.People](d)
	_, err := people.Add(command(), api.PersonForm{Name: "Nadia K.", Role: station.Lead, NewPIN: leadPIN}, pin)
	d.must(err)
	_, err = people.Add(command(), api.PersonForm{Name: "Tom L.", Role: station.Clerk, NewPIN: clerkPIN}, pin)
	d.must(err)
	team, err := people.SaveRights(command(), api.RightsForm{OperatorLimit: "100,00", LeadLimit: "1 000.00", PINMinutes: 30, LockMinutes: 15}, pin)
	d.must(err)
	ids = map[string]string{}
	for _, person := range team.People {
		ids[person.Name] = person.ID
	}
	return d, people, ids
}

func (d *desk) sits(people *api.People, id string) {
	d.Helper()
	boot, err := people.SignIn(id)
	d.must(err)
	if boot.Operator.ID != id {
		d.Fatalf("%+v sits there", boot.Operator)
	}
}

func (d *desk) badgeOf(name string) string {
	d.Helper()
	for _, operator := range d.station.Settings().Team {
		if operator.Name == name {
			return operator.Badge
		}
	}
	d.Fatalf("%s is not in the team", name)
	return ""
}

func TestOnePersonWorksAloneAndSaysNothing(t *testing.T) {
	d := newReadyDesk(t)
	boot, err := d.start.Bootstrap()
	d.must(err)
	if boot.Operator.Name != "Ana" || !boot.Alone || len(boot.People) != 1 {
		t.Errorf("booted %+v", boot)
	}
	boot, err = serviceOf[*api.People](d).Lock()
	d.must(err)
	if boot.Operator.Name != "Ana" {
		t.Error("the only one there is has to say who they are")
	}
}

func TestABadgeSignsInWithoutAPINAndTheFirstMoneyAsksForIt(t *testing.T) {
	d, people, ids := newTeam(t)
	view := d.decides(d.pulls("1001"))
	boot, err := people.SignInByBadge(strings.ToLower(d.badgeOf("Tom L.")))
	d.must(err)
	if boot.Operator.ID != ids["Tom L."] {
		t.Fatalf("%+v sits there", boot.Operator)
	}
	refund := api.RefundForm{Expected: view.Proposal.Total}
	id := command()
	_, err = d.cases.DecideFullRefund(id, view.ID, refund)
	d.refused(err, "errors_station.pin.needed")
	if fault.Of(err).Field != "pin" {
		t.Errorf("%q is blamed", fault.Of(err).Field)
	}
	given, err := people.GivePIN(id, clerkPIN)
	d.must(err)
	if given.Operator.Name != "Tom L." || given.Until == "" {
		t.Errorf("the PIN is %+v's", given)
	}
	view, err = d.cases.DecideFullRefund(id, view.ID, refund)
	d.must(err)
	if view.Decision.By != "Tom L." || !view.Decision.Pending || view.Decision.Alone {
		t.Errorf("decided %+v", view.Decision)
	}
	d.now = d.now.Add(29 * time.Minute)
	_, err = d.cases.Reverse(command(), view.ID, api.ReasonForm{Reason: "Counted again."})
	if err != nil && fault.Of(err).Key == "errors_station.pin.needed" {
		t.Error("the PIN is asked for twice")
	}
	d.now = d.now.Add(2 * time.Minute)
	_, err = d.cases.Reverse(command(), view.ID, api.ReasonForm{Reason: "Counted again."})
	d.refused(err, "errors_station.pin.needed")
}

func TestThePINOfSomebodyBesideMakesOneCommandTheirs(t *testing.T) {
	for name, decide := range map[string]func(*desk, *api.People, api.CaseView) (api.CaseView, error){
		"typed with the command": func(d *desk, _ *api.People, view api.CaseView) (api.CaseView, error) {
			return d.cases.DecideFullRefund(command(), view.ID, api.RefundForm{Expected: view.Proposal.Total, PIN: leadPIN})
		},
		"typed before it": func(d *desk, people *api.People, view api.CaseView) (api.CaseView, error) {
			id := command()
			given, err := people.GivePIN(id, leadPIN)
			d.must(err)
			if given.Until != "" {
				d.Errorf("it holds until %s at somebody else's screen", given.Until)
			}
			return d.cases.DecideFullRefund(id, view.ID, api.RefundForm{Expected: view.Proposal.Total})
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, people, ids := newTeam(t)
			view := d.decides(d.pulls("1001"))
			d.sits(people, ids["Tom L."])
			view, err := decide(d, people, view)
			d.must(err)
			if view.Decision.By != "Nadia K." || view.Decision.Pending {
				t.Errorf("decided %+v", view.Decision)
			}
			boot, err := d.start.Bootstrap()
			d.must(err)
			if boot.Operator.Name != "Tom L." {
				t.Errorf("%s sits there now", boot.Operator.Name)
			}
			_, err = d.cases.Reverse(command(), view.ID, api.ReasonForm{Reason: "No."})
			d.refused(err, "errors_station.pin.needed")
		})
	}
}

func TestALockedScreenDoesNothingForNobody(t *testing.T) {
	d, people, ids := newTeam(t)
	view := d.pulls("1001")
	d.sits(people, ids["Nadia K."])
	boot, err := people.Lock()
	d.must(err)
	if boot.Operator.ID != "" || len(boot.People) != 3 {
		t.Errorf("locked, it says %+v", boot)
	}
	_, err = d.cases.AddNote(command(), view.ID, api.NoteForm{Text: "Hello"})
	d.refused(err, "errors_people.nobody")
	d.sits(people, ids["Nadia K."])
	_, err = d.cases.AddNote(command(), view.ID, api.NoteForm{Text: "Hello"})
	d.must(err)
	_, err = d.cases.Decline(command(), view.ID, api.ReasonForm{Code: "late", Reason: "Late."})
	d.refused(err, "errors_station.pin.needed") // Whoever comes back gives it again.
}

func TestWhoeverLeavesTheTeamWorksAtNoScreen(t *testing.T) {
	d, people, ids := newTeam(t)
	d.sits(people, ids["Tom L."])
	badge := d.badgeOf("Tom L.")
	team, err := people.Leaves(command(), ids["Tom L."], pin)
	d.must(err)
	if len(team.People) != 2 {
		t.Errorf("the team is %+v", team.People)
	}
	boot, err := d.start.Bootstrap()
	d.must(err)
	if boot.Operator.ID != "" {
		t.Errorf("%s sits there", boot.Operator.Name)
	}
	_, err = people.SignInByBadge(badge)
	d.refused(err, "errors_people.badge_unknown")
	_, err = people.SignIn(ids["Tom L."])
	d.refused(err, "errors_people.unknown")
}

func TestSettingsAreAManagers(t *testing.T) {
	d, people, ids := newTeam(t)
	d.sits(people, ids["Tom L."])
	_, err := people.SaveRights(command(), api.RightsForm{Alone: true}, "")
	d.refused(err, "errors_people.manager_needed")
	_, err = people.SaveRights(command(), api.RightsForm{Alone: true}, leadPIN)
	d.refused(err, "errors_people.manager_only")
	_, err = d.settings.SaveStation(command(), api.StationForm{Name: "Poste 9"}, clerkPIN)
	d.refused(err, "errors_people.manager_only")
	_, err = d.settings.SaveStation(command(), api.StationForm{Name: "Poste 9"}, pin)
	d.must(err)
	d.refused(d.start.Quit(leadPIN), "errors_people.manager_only")
	d.must(d.start.Quit(pin))
}

func TestRightsAreReadAsTheyAreTyped(t *testing.T) {
	d, people, _ := newTeam(t)
	for typed, want := range map[string]int64{"150": 15000, "150,5": 15050, "150.50": 15050, "1 234,50 €": 123450} {
		team, err := people.SaveRights(command(), api.RightsForm{OperatorLimit: typed}, pin)
		d.must(err)
		if team.Rights.OperatorLimit == nil || *team.Rights.OperatorLimit != (api.Money{Minor: want, Currency: "EUR"}) {
			t.Errorf("%q is %+v", typed, team.Rights.OperatorLimit)
		}
	}
	for typed, field := range map[string]string{"beaucoup": "operatorLimit", "-5": "operatorLimit"} {
		_, err := people.SaveRights(command(), api.RightsForm{OperatorLimit: typed}, pin)
		d.speaks(typed, err)
		if err == nil || fault.Of(err).Field != field {
			t.Errorf("%q: %v", typed, err)
		}
	}
	team, err := people.View()
	d.must(err)
	for _, what := range []string{"added", "together", "limit", "no_limit"} {
		if !slices.ContainsFunc(team.Log, func(entry api.TeamEntry) bool { return entry.What == what && entry.By == "Ana" && entry.At != "" }) {
			t.Errorf("the log does not say %s: %+v", what, team.Log)
		}
	}
}

func TestSeveralPeopleAreProposedToAskEachOther(t *testing.T) {
	d := newReadyDesk(t)
	people := serviceOf[*api.People](d)
	team, err := people.View()
	d.must(err)
	if team.Propose {
		t.Error("it is proposed to one person")
	}
	id := command()
	for range 2 { // The same press.
		team, err = people.Add(id, api.PersonForm{Name: "Tom L.", Role: station.Clerk}, pin)
		d.must(err)
	}
	if !team.Propose || len(team.People) != 2 {
		t.Errorf("two of them: %+v", team)
	}
}

func TestABadgeIsPrintedForWhoeverIsInTheTeam(t *testing.T) {
	d, _, ids := newTeam(t)
	status, header, body := d.asks(http.MethodGet, "/media/badges/"+ids["Tom L."], nil)
	if status != http.StatusOK || header.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(string(body), "%PDF") {
		t.Errorf("%d %s", status, header.Get("Content-Type"))
	}
	status, _, _ = d.asks(http.MethodGet, "/media/badges/nobody", nil)
	if status != http.StatusNotFound {
		t.Errorf("nobody's badge: %d", status)
	}
}
