package station_test

import (
	"testing"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// wants is who may give a command, as a line of the table reads.
type wants struct {
	role  string
	shown station.Shown
}

var (
	everybody  = wants{station.Clerk, station.NotShown}
	ofMoney    = wants{station.Clerk, station.PINHolds}
	ofASecond  = wants{station.Lead, station.PINHolds}
	signedLead = wants{station.Lead, station.PINTyped}
	signed     = wants{station.Manager, station.PINTyped}
)

// table is who may do what: every command that people give, and what is no command.
var table = map[string]wants{
	"Authorise": everybody, "Cancel": everybody, "Identify": everybody, "OpenFromSale": everybody, "NotOurs": everybody, "Receive": everybody,
	"UndoReception": everybody, "Redate": everybody, "StartInspection": everybody, "ReadIdentity": everybody, "RecordChecks": everybody,
	"AddEvidence": everybody, "StopInspection": everybody, "CompleteInspection": everybody, "Reinspect": everybody, "RecordWipe": everybody,
	"RecordGrade": everybody, "Move": everybody, "PutOnHold": everybody, "Resume": everybody, "Reopen": everybody, "AskProof": everybody,
	"NoteProof": everybody, "AskCustomer": everybody, "RecordAnswer": everybody, "ReserveReplacement": everybody, "ReleaseReplacement": everybody,
	"MarkLost": everybody, "DecideRepair": everybody, "NoReplacementLeft": everybody, "StartRepair": everybody, "UsePart": everybody,
	"FinishRepair": everybody, "ControlRepair": everybody, "GiveUpRepair": everybody, "Pack": everybody, "Unpack": everybody, "HandOver": everybody,
	"Dispose": everybody, "ProtestToCarrier": everybody, "Unidentify": everybody, "MoveEvidence": everybody, "Merge": everybody,
	"AddNote": everybody, "KeepPromise": everybody,

	"Decline": ofMoney, "DecideFullRefund": ofMoney, "DecidePartialRefund": ofMoney, "DecideKeep": ofMoney, "DecideExchange": ofMoney,
	"DecideRefuse": ofMoney, "NoteMarketplaceRefund": ofMoney, "Reverse": ofMoney, "Unexchange": ofMoney, "CorrectDocument": ofMoney,
	"ApproveDecision": ofASecond, "TurnDown": ofASecond,
	"SettleRefund": signedLead, "Close": signedLead,
	"ErasePerson": signed, station.ChangeSettings: signed, station.ResumeLane: signed, station.LeaveKiosk: signed,
}

func TestEveryCommandSaysWhoMayGiveIt(t *testing.T) {
	r := newWorkshop(t)
	for _, command := range returns.ByPeople() {
		if _, listed := table[command]; !listed {
			t.Errorf("nobody says who may give %s", command)
		}
	}
	rank := map[string]int{station.Clerk: 0, station.Lead: 1, station.Manager: 2}
	for what, want := range table {
		for role := range rank {
			for _, shown := range []station.Shown{station.NotShown, station.PINHolds, station.PINTyped} {
				err := r.station.May(r.by(store.Operator{ID: "x", Role: role}, shown), what)
				key := ""
				switch {
				case rank[role] < rank[want.role] && shown == station.PINTyped:
					key = "errors_people." + want.role + "_only"
				case rank[role] < rank[want.role]:
					key = "errors_people." + want.role + "_needed"
				case shown < want.shown:
					key = "errors_station.pin.needed"
				}
				if key == "" && err != nil || key != "" && (fault.Of(err) == nil || fault.Of(err).Key != key || fault.Of(err).Field != "pin") {
					t.Errorf("%s by a %s who showed %d: got %v, want %q", what, role, shown, err, key)
				}
			}
		}
	}
}

func TestWhatTheProgramAsksOfItselfNeedsNobody(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.May(r.order(), "DecideFullRefund"))
}

func TestALimitIsForARoleAndNobodyOverridesWithoutTheirPIN(t *testing.T) {
	r := newWorkshop(t)
	euros := func(n int64) *int64 { n *= 100; return &n }
	r.must(r.station.SaveRights(r.ctx, r.ana(), station.Rights{OperatorLimit: euros(150), LeadLimit: euros(400), Currency: "EUR", PINMinutes: 30}))
	for name, c := range map[string]struct {
		role              string
		shown             station.Shown
		limit             int64 // 0 for none.
		override, approve bool
	}{
		"an operator":                  {station.Clerk, station.PINTyped, 15000, false, false},
		"a lead by their badge":        {station.Lead, station.NotShown, 40000, false, false},
		"a lead whose PIN holds":       {station.Lead, station.PINHolds, 40000, false, true},
		"a lead who signs":             {station.Lead, station.PINTyped, 40000, true, true},
		"a manager by their badge":     {station.Manager, station.NotShown, 0, false, false},
		"a manager who signs":          {station.Manager, station.PINTyped, 0, true, true},
		"somebody of a role of before": {"trainee", station.PINTyped, 0, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			actor := r.by(store.Operator{ID: "x", Role: c.role}, c.shown).Actor
			limit := int64(0)
			if actor.Limit != nil {
				limit = actor.Limit.Minor
			}
			if limit != c.limit || actor.Override != c.override || actor.Approve != c.approve {
				t.Errorf("may %+v with %d", actor, limit)
			}
		})
	}
}

func TestRightsThatContradictThemselvesAreRefused(t *testing.T) {
	minor := func(n int64) *int64 { return &n }
	for key, rights := range map[string]station.Rights{
		"errors_people.limit":        {OperatorLimit: minor(-1)},
		"errors_people.limit_order":  {OperatorLimit: minor(200), LeadLimit: minor(100)},
		"errors_people.pin_minutes":  {PINMinutes: -1},
		"errors_people.lock_minutes": {LockMinutes: 10_000},
	} {
		t.Run(key, func(t *testing.T) {
			r := newWorkshop(t)
			r.refused(r.station.SaveRights(r.ctx, r.ana(), rights), fault.Invalid, key)
		})
	}
	r := newWorkshop(t)
	r.refused(r.station.SaveRights(r.ctx, r.ana(), station.Rights{LeadLimit: minor(100)}), fault.Invalid, "errors_people.limit_order")
}
