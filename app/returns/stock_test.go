package returns_test

import (
	"pgregory.net/rapid"

	"revient/app/returns"
)

// stock is a small stock of replacement units, as a station keeps it: who holds each
// unit, and whether it left.
type stock map[returns.UnitID]hold

type hold struct {
	by   returns.CaseID
	gone bool
}

// has reports whether the station would let a command through: a unit that is reserved
// must be free, or the case's own.
func (s stock) has(cmd returns.Command, c returns.Case) bool {
	reserve, reserves := cmd.(returns.ReserveReplacement)
	if !reserves {
		return true
	}
	held, taken := s[reserve.Unit.Unit]
	return !taken || held.by == c.ID && !held.gone
}

// follow moves the stock with an event, in the case as it is after it.
func (s stock) follow(t *rapid.T, c returns.Case, event returns.Event) {
	switch e := event.(type) {
	case returns.ReplacementReserved:
		if held, taken := s[e.Replacement.Unit]; taken {
			t.Fatalf("%s reserves unit %s, which %s holds", c.ID, e.Replacement.Unit, held.by)
		}
		s[e.Replacement.Unit] = hold{by: c.ID}
	case returns.ReplacementReleased:
		if held := s[e.Unit]; held.by != c.ID || held.gone {
			t.Fatalf("%s releases unit %s, which %q holds, gone %t", c.ID, e.Unit, held.by, held.gone)
		}
		delete(s, e.Unit)
	case returns.OutboundLeft:
		if c.Outbound.What == returns.OutReplacement {
			s[c.Replacement.Unit] = hold{by: c.ID, gone: true}
		}
	case returns.ExchangeUndone:
		if held := s[e.Unit]; held.by != c.ID || !held.gone {
			t.Fatalf("unit %s comes home to %s, and %q holds it, gone %t", e.Unit, c.ID, held.by, held.gone)
		}
		delete(s, e.Unit)
	}
}

// agrees checks that the cases and the stock say the same of every unit.
func (s stock) agrees(t *rapid.T, cases []*kept) {
	said := stock{}
	for _, one := range cases {
		if unit := one.held.Replacement; unit != nil {
			said[unit.Unit] = hold{by: one.held.ID, gone: one.held.Outbound.State == returns.HandedOver}
		}
		for _, unit := range one.held.Given {
			said[unit.Unit] = hold{by: one.held.ID, gone: true}
		}
	}
	for unit, held := range s {
		if said[unit] != held {
			t.Fatalf("the stock says of %s %+v, the cases %+v", unit, held, said[unit])
		}
	}
	if len(said) != len(s) {
		t.Fatalf("the stock %v, the cases %v", s, said)
	}
}
