package station

import (
	"context"
	"slices"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// HandRequest is a request that a person enters.
type HandRequest struct {
	Sale        returns.Sale
	Folder      string
	Kind        returns.ClaimKind
	Wish        returns.Wish
	Text        string // The customer's words.
	Customer    store.Person
	DeliveredAt returns.Moment
}

// check says whether the choices are among those that exist: they are codes of the
// journal, and words of it are printed.
func (r HandRequest) check() error {
	kinds := []returns.ClaimKind{returns.ChangeOfMind, returns.Defect, returns.Warranty, returns.OtherClaim}
	wishes := []returns.Wish{returns.WantsRefund, returns.WantsReplacement, returns.WantsRepair, returns.WantsHelp, returns.WishUnknown}
	switch {
	case !slices.Contains(kinds, r.Kind):
		return fault.New(fault.Invalid, "errors_station.claim", nil).At("claim")
	case !slices.Contains(wishes, r.Wish):
		return fault.New(fault.Invalid, "errors_station.wish", nil).At("wish")
	default:
		return nil
	}
}

// Request opens a case by hand. A sale of the marketplace keeps its account, so
// that what follows is told there if the sale has an after-sales folder.
func (s *Station) Request(ctx context.Context, order Order, request HandRequest) (returns.CaseID, error) {
	if err := request.check(); err != nil {
		return "", err
	}
	request.Sale, request.Customer = plainSale(request.Sale), plainPerson(request.Customer)
	return s.run(ctx, order, "Request", func(t *turn) (returns.CaseID, error) {
		if today := t.Now().Add(24 * time.Hour); request.DeliveredAt.At.After(today) { // A day may be known without its hour.
			return "", fault.New(fault.Invalid, "errors_returns.arrival.future", nil).At("delivered")
		}
		sale, err := t.Enrich(request.Sale)
		if err != nil {
			return "", err
		}
		customer, err := t.SavePerson(request.Customer)
		if err != nil {
			return "", err
		}
		words, err := t.SaveText("claim", request.Text)
		if err != nil {
			return "", err
		}
		now := returns.At(t.Now(), s.zone(), returns.FromOperator)
		c, err := t.decide(returns.Case{}, returns.Request{
			Origin: returns.FromHand, Sale: sale, Folder: request.Folder,
			Claim:    returns.Claim{Kind: request.Kind, Wish: request.Wish, Issues: []string{}, Text: words},
			Customer: customer, RequestedAt: now, DeclaredAt: now, DeliveredAt: request.DeliveredAt,
		})
		return c.ID, err
	})
}

// Decline says no to a request, in words for the customer.
func (s *Station) Decline(ctx context.Context, order Order, id returns.CaseID, code, words string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("decline", words)
		return returns.Decline{Code: code, Text: text}, err
	})
}

// Cancel ends a return that will not come.
func (s *Station) Cancel(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return returns.Cancel{Reason: text}, err
	})
}

// PutOnHold flags a case.
func (s *Station) PutOnHold(ctx context.Context, order Order, id returns.CaseID, code, words string, review returns.Moment) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("hold", words)
		return returns.PutOnHold{Code: code, Text: text, ReviewAt: review}, err
	})
}

// Resume lifts a hold.
func (s *Station) Resume(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return returns.Resume{Reason: text}, err
	})
}

// CloseCase ends a case by exception.
func (s *Station) CloseCase(ctx context.Context, order Order, id returns.CaseID, because, reason string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return returns.Close{Because: because, Reason: text}, err
	})
}

// Reopen brings a closed case back to its decision.
func (s *Station) Reopen(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return returns.Reopen{Reason: text}, err
	})
}

// Redate corrects a moment that deadlines are counted from.
func (s *Station) Redate(ctx context.Context, order Order, id returns.CaseID, which returns.Dated, at returns.Moment, reason string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		text, err := t.SaveText("reason", reason)
		return returns.Redate{Which: which, Moment: at, Reason: text}, err
	})
}
