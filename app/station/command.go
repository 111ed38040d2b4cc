package station

import (
	"context"
	"encoding/json"
	"fmt"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// Order is who asks for something, from which screen, under which identity. The
// identity is made by the screen, once per press of a button: the second time it
// arrives, the first answer is given again.
type Order struct {
	ID     returns.CommandID
	Actor  returns.Actor
	Screen string
	Given  *Given // Who gives it at a screen; nil for what the program asks of itself.
}

// Result is what a command answers, and what a repeat of it answers again.
type Result struct {
	Case returns.CaseID `json:"case"`
}

// turn is one command inside its transaction.
type turn struct {
	*store.Tx
	station *Station
	order   Order
	name    string // Of the use case, for the ledger of commands.
	second  bool   // The rules want a second person for what they propose.
}

// commit commits a command once. The body may decide several commands on several
// cases; all of it is committed, or none.
func (s *Station) commit(ctx context.Context, order Order, name string, body func(*turn) (returns.CaseID, error)) (returns.CaseID, error) {
	if order.ID == "" {
		return "", fault.New(fault.Invalid, "errors_station.command_id", nil)
	}
	var result Result
	err := s.db.Update(ctx, func(tx *store.Tx) error {
		saved, repeated, err := tx.CommandResult(order.ID)
		if err != nil {
			return err
		}
		if repeated {
			return json.Unmarshal(saved, &result)
		}
		turn := &turn{Tx: tx, station: s, order: order, name: name}
		if result.Case, err = body(turn); err != nil {
			name = turn.name
			return err
		}
		encoded, err := json.Marshal(result)
		if err != nil {
			return fmt.Errorf("encode result: %w", err)
		}
		return tx.SaveCommand(order.ID, turn.name, order.Actor.ID, encoded)
	})
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return result.Case, nil
}

// run commits a command once and then issues the papers that follow from it.
func (s *Station) run(ctx context.Context, order Order, name string, body func(*turn) (returns.CaseID, error)) (returns.CaseID, error) {
	id, err := s.commit(ctx, order, name, body)
	if err == nil {
		s.issueDue(ctx)
	}
	return id, err
}

// on is run for the ordinary command: one case, one decision.
func (s *Station) on(ctx context.Context, order Order, id returns.CaseID, build func(*turn, returns.Case) (returns.Command, error)) (returns.CaseID, error) {
	return s.run(ctx, order, "case command", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(id)
		if err != nil {
			return "", err
		}
		command, err := build(t, c)
		if err != nil {
			return "", err
		}
		t.name = command.Name()
		_, err = t.decide(c, command)
		return id, err
	})
}

// decide lets the domain decide and commits what follows.
func (t *turn) decide(c returns.Case, command returns.Command) (returns.Case, error) {
	if err := t.station.May(t.order, command.Name()); err != nil {
		return c, err
	}
	facts := returns.Facts{
		Now: t.Now(), Zone: t.station.zone(), Actor: t.order.Actor, Policy: t.station.Policy().Version, Alone: t.station.Settings().Rights.Alone,
		Second: t.second, SecondAbove: t.station.policyOf(c).SecondPersonAbove,
	}
	if err := t.lineFacts(c, command, &facts); err != nil {
		return c, err
	}
	if c.Stage == returns.New {
		facts.CaseID = returns.CaseID(newID())
		number, err := t.NextCaseNumber()
		if err != nil {
			return c, err
		}
		facts.CaseNumber = number
	}
	events, err := returns.Decide(c, command, facts)
	if err != nil {
		return c, t.order.signed(err)
	}
	if len(events) == 0 {
		return c, nil
	}
	id := c.ID
	if c.Stage == returns.New {
		id = facts.CaseID
	}
	stamp := store.Stamp{CommandID: t.order.ID, Actor: t.order.Actor.ID, Screen: t.order.Screen}
	after, err := t.Append(stamp, id, c.Seq, events...)
	if err != nil {
		return c, err
	}
	return after, t.follow(c, after, events)
}

// lineFacts reads what the domain must know of the order line's other cases.
func (t *turn) lineFacts(c returns.Case, command returns.Command, facts *returns.Facts) error {
	sale := c.Sale
	switch asked := command.(type) {
	case returns.Request:
		sale = &asked.Sale
	case returns.OpenFromSale:
		sale = &asked.Sale
	}
	if sale == nil {
		return nil
	}
	open, err := t.OpenCaseOfLine(sale.Account, sale.OrderRef, sale.LineRef)
	if err != nil {
		return err
	}
	if open != c.ID {
		facts.OpenCaseOfLine = open
	}
	refunds, err := t.LineRefunds(sale.Account, sale.OrderRef, sale.LineRef)
	if err != nil {
		return err
	}
	for _, refund := range refunds {
		if refund.CaseID != c.ID {
			facts.OtherRefunds = append(facts.OtherRefunds, refund.Refund)
		}
	}
	return nil
}

// follow writes the ledgers' part of events: what is to be told to the
// marketplace, the stock's units and the papers that are due.
func (t *turn) follow(before, after returns.Case, events []returns.Event) error {
	state := before
	for _, event := range events {
		earlier := state
		state = returns.Apply(state, event)
		if err := t.queue(after, event); err != nil {
			return err
		}
		if err := t.followUnit(earlier, after, event); err != nil {
			return err
		}
		for _, due := range returns.DocumentsDue(state, event) {
			if err := t.oweDocument(after, due); err != nil {
				return err
			}
		}
	}
	return nil
}
