package station

import (
	"context"

	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// Arrival is a parcel as it is logged.
type Arrival struct {
	Code   string         // What was scanned, if anything.
	At     returns.Moment // Unknown means this moment.
	Reason string         // Why it is earlier than now.
}

// Receive logs the parcel of a case.
func (s *Station) Receive(ctx context.Context, order Order, id returns.CaseID, arrival Arrival) (returns.CaseID, error) {
	return s.run(ctx, order, "Receive", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(id)
		if err != nil {
			return "", err
		}
		reason, err := t.SaveText("reason", arrival.Reason)
		if err != nil {
			return "", err
		}
		_, err = t.decide(c, returns.Receive{Arrived: arrival.At, Reason: reason, Tracking: parcelNumber(c, arrival.Code)})
		return id, err
	})
}

// UndoReception takes a reception back.
func (s *Station) UndoReception(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return returns.UndoReception{Reason: text}, err
	})
}

// ReceiveUnknown opens a case for a parcel that matches nothing.
func (s *Station) ReceiveUnknown(ctx context.Context, order Order, arrival Arrival) (returns.CaseID, error) {
	return s.run(ctx, order, "ReceiveUnknown", func(t *turn) (returns.CaseID, error) {
		reason, err := t.SaveText("reason", arrival.Reason)
		if err != nil {
			return "", err
		}
		c, err := t.decide(returns.Case{}, returns.ReceiveUnknown{Code: parcelNumber(returns.Case{}, arrival.Code), Arrived: arrival.At, Reason: reason})
		return c.ID, err
	})
}

// Identify ties an unknown parcel to the case that waits for it: that case is
// received at the time the parcel came, and the parcel's own case points to it.
// It answers with the case that goes on.
func (s *Station) Identify(ctx context.Context, order Order, parcel, as returns.CaseID) (returns.CaseID, error) {
	return s.run(ctx, order, "Identify", func(t *turn) (returns.CaseID, error) {
		unknown, err := t.Case(parcel)
		if err != nil {
			return "", err
		}
		waiting, err := t.Case(as)
		if err != nil {
			return "", err
		}
		if _, err := t.decide(unknown, returns.Identify{As: as}); err != nil {
			return "", err
		}
		reason, err := t.SaveText("reason", text.T(s.language(), "messages.identified", map[string]any{"parcel": unknown.Number}))
		if err != nil {
			return "", err
		}
		arrived := unknown.Reception
		waiting, err = t.decide(waiting, returns.Receive{Arrived: arrived.Arrived, Reason: reason, Tracking: arrived.Tracking})
		if err != nil {
			return "", err
		}
		return as, t.moveEvidence(unknown, waiting)
	})
}

// moveEvidence hangs the photos of an unknown parcel on the case that goes on.
func (t *turn) moveEvidence(from, to returns.Case) error {
	for _, evidence := range from.Evidence {
		after, err := t.decide(to, returns.AddEvidence{Photos: []returns.PhotoID{evidence.Photo}, Check: evidence.Check, View: evidence.View, Source: evidence.Source})
		if err != nil {
			return err
		}
		to = after
	}
	return nil
}

// OpenFromSale gives an unknown parcel the sale that it comes from.
func (s *Station) OpenFromSale(ctx context.Context, order Order, parcel returns.CaseID, sale returns.Sale, customer store.Person) (returns.CaseID, error) {
	return s.run(ctx, order, "OpenFromSale", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(parcel)
		if err != nil {
			return "", err
		}
		person, err := t.SavePerson(customer)
		if err != nil {
			return "", err
		}
		_, err = t.decide(c, returns.OpenFromSale{
			Sale: sale, Customer: person,
			Claim: returns.Claim{Kind: returns.OtherClaim, Wish: returns.WishUnknown, Issues: []string{}},
		})
		return parcel, err
	})
}

// NotOurs ends an unknown parcel that somebody else should have received.
func (s *Station) NotOurs(ctx context.Context, order Order, parcel returns.CaseID, reason string) (returns.CaseID, error) {
	return s.on(ctx, order, parcel, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return returns.NotOurs{Reason: text}, err
	})
}
