package api

import (
	"context"
	"fmt"
	"strings"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// caseView gathers everything that the case page shows, in one state of the data.
func (a *API) caseView(ctx context.Context, id returns.CaseID) (CaseView, error) {
	return read(ctx, a, func(tx *store.ReadTx) (CaseView, error) {
		c, err := tx.Case(id)
		if err != nil {
			return CaseView{}, err
		}
		view := a.plainView(c)
		for _, add := range []func(*store.ReadTx, returns.Case, *CaseView) error{
			a.addPeople, a.addTime, a.addProposal, a.addPapers, a.addSending, a.addConversation, a.addDevice, a.addTracks, a.addDates, a.addTriage,
		} {
			if err := add(tx, c, &view); err != nil {
				return CaseView{}, fmt.Errorf("show case %s: %w", c.Number, err)
			}
		}
		return view, nil
	})
}

// plainView is what the case says by itself.
func (a *API) plainView(c returns.Case) CaseView {
	view := CaseView{
		ID: string(c.ID), Number: c.Number, Seq: c.Seq, Stage: string(c.Stage), Origin: string(c.Origin), Sample: a.station.Sample(),
		Can: returns.Possible(c), RequestedAt: moment(c.RequestedAt), DeclaredAt: moment(c.DeclaredAt), DeliveredAt: moment(c.DeliveredAt),
		ReturnTracking: c.Tracking(), Identity: IdentityView{State: string(c.Identity.State), IMEI: c.Identity.IMEI, Serial: c.Identity.Serial, Expected: c.Identity.Expected},
		Claim: ClaimView{Kind: string(c.Claim.Kind), Wish: string(c.Claim.Wish), Issues: append([]string{}, c.Claim.Issues...)},
		Steps: steps(c), Inspection: inspectionView(c), Findings: findingViews(c), Evidence: evidenceViews(c), Refunds: a.refundViews(c), Grade: c.Grade,
		Place: string(c.Custody.Place), Bin: c.Custody.Bin, CustomerSettled: c.CustomerSettled(), DevicePutAway: c.DevicePutAway(),
		AbsorbedInto: string(c.AbsorbedInto), ClosedBecause: c.ClosedBecause, DeclineCode: c.DeclineCode,
		Wipe:     WipeView{State: string(c.Wipe.State), Method: c.Wipe.Method, At: instant(c.Wipe.At.At)},
		Messages: []MessageView{}, Documents: []DocumentView{}, Actions: []ActionView{}, Ribbon: []MarkView{},
		Customer: CustomerView{Address: []string{}},
	}
	if c.Sale != nil {
		sale := saleView(*c.Sale)
		view.Sale = &sale
	}
	if c.Erased { // Their files are gone, and what they were hung on says enough.
		view.Evidence = []EvidenceView{}
	}
	if c.Authorised != nil {
		view.AuthorisedAt = moment(c.Authorised.At)
	}
	return view
}

// addPeople adds names and words, which are kept apart and may have been erased.
func (a *API) addPeople(tx *store.ReadTx, c returns.Case, view *CaseView) (err error) {
	names, err := namesOf(tx)
	if err != nil {
		return err
	}
	if view.Claim.Text, err = words(tx, c.Claim.Text); err != nil {
		return err
	}
	if view.Customer, err = customerView(tx, c); err != nil {
		return err
	}
	if c.Hold != nil {
		text, err := words(tx, c.Hold.Text)
		if err != nil {
			return err
		}
		view.Hold = &HoldView{Code: c.Hold.Code, Text: text, ReviewAt: instant(c.Hold.ReviewAt.At), At: instant(c.Hold.At.At), By: names[c.Hold.By]}
	}
	if c.Reception != nil {
		reason, err := words(tx, c.Reception.Reason)
		if err != nil {
			return err
		}
		view.Reception = &ReceptionView{
			Arrived: moment(c.Reception.Arrived), LoggedAt: instant(c.Reception.LoggedAt.At), By: names[c.Reception.By], Reason: reason,
			Undoable: !c.SomethingHasLeft() && c.Origin != returns.FromParcel,
		}
	}
	if c.Decision != nil {
		override, err := words(tx, c.Decision.Override)
		if err != nil {
			return err
		}
		view.Decision = &DecisionView{
			Outcome: string(c.Decision.Outcome), At: instant(c.Decision.At.At), By: names[c.Decision.By], Override: override, Row: c.Decision.Proposal.Row,
			Version: c.Decision.Proposal.Version, Proposed: c.Decision.Proposal.Outcome, Code: c.Decision.Code, Pending: c.Decision.Pending,
			Second: names[c.Decision.Second], Alone: c.Decision.Alone,
		}
		if view.Decision.Text, err = words(tx, c.Decision.Text); err != nil {
			return err
		}
	}
	view.Wipe.By = names[c.Wipe.By]
	for i := range view.Evidence {
		view.Evidence[i].By = names[returns.OperatorID(view.Evidence[i].By)]
	}
	return a.addReasons(tx, c, view)
}

// addReasons adds why a check was not made.
func (a *API) addReasons(tx *store.ReadTx, c returns.Case, view *CaseView) (err error) {
	if view.Inspection == nil {
		return nil
	}
	for i := range view.Inspection.Checks {
		check := &view.Inspection.Checks[i]
		if check.Reason, err = words(tx, c.Inspection.Results[check.Code].Reason); err != nil {
			return err
		}
	}
	return nil
}

// words reads a text; one that was erased is empty.
func words(tx *store.ReadTx, ref returns.TextRef) (string, error) {
	if !ref.Given() {
		return "", nil
	}
	text, err := tx.Text(ref.ID)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return text, err
}

func customerView(tx *store.ReadTx, c returns.Case) (CustomerView, error) {
	view := CustomerView{Address: []string{}}
	if c.Customer.ID == "" {
		return view, nil
	}
	person, err := tx.Person(c.Customer.ID)
	if fault.Is(err, fault.NotFound) {
		at, err := tx.ErasedAt(c.Customer.ID)
		view.ErasedAt = instant(at)
		return view, err
	}
	if err != nil {
		return view, err
	}
	view.Name, view.City, view.Email, view.Phone, view.Language = person.Name(), person.City, person.Email, person.Phone, person.Language
	for _, line := range []string{person.Street, person.Street2, strings.TrimSpace(person.PostalCode + " " + person.City), person.Country} {
		if line != "" {
			view.Address = append(view.Address, line)
		}
	}
	return view, nil
}

// addTime adds the ribbon and what is due.
func (a *API) addTime(_ *store.ReadTx, c returns.Case, view *CaseView) error {
	marks, err := a.station.Ribbon(c)
	if err != nil {
		return err
	}
	for _, mark := range marks {
		written := MarkView{
			Kind: string(mark.Kind), At: instant(mark.At), Precision: string(mark.Precision), Tone: string(mark.Tone), Key: mark.Key,
			Args: anyArgs(mark.Args), Note: mark.Note, NoteArgs: anyArgs(mark.NoteArgs), Rule: string(mark.Rule),
		}
		if !mark.Day.IsZero() {
			written.Day = mark.Day.String()
		}
		if mark.Rule != "" {
			written.Computed = computedView(mark.Deadline)
		}
		view.Ribbon = append(view.Ribbon, written)
	}
	if due, owed := a.station.Due(c); owed {
		view.Due = dueView(due, a.station.Now())
	}
	return nil
}

func anyArgs(args fault.Args) map[string]any {
	copied := map[string]any{}
	for name, value := range args {
		copied[name] = value
	}
	return copied
}

func (a *API) refundViews(c returns.Case) []RefundView {
	views := []RefundView{}
	for _, refund := range c.Refunds {
		view := RefundView{
			ID: string(refund.ID), State: string(refund.State), Item: money(refund.Item), Shipping: money(refund.Shipping), Total: money(refund.Total()),
			Method: string(refund.Method), ApprovedAt: instant(refund.ApprovedAt.At), ConfirmedAt: instant(refund.ConfirmedAt.At), Means: refund.Means,
			AskPerson: refund.AskPerson, ByHand: !c.Reachable(), Deductions: []DeductionView{}, Noted: refund.Noted,
			Attempts: refund.Attempts, Accepted: refund.Accepted, NotFoundAt: instant(refund.NotFoundAt.At),
		}
		for _, deduction := range refund.Deductions {
			view.Deductions = append(view.Deductions, DeductionView{Part: deduction.Part, Finding: deduction.Finding, Amount: money(deduction.Amount)})
		}
		from := refund.ApprovedAt
		if refund.ConfirmedAt.Known() {
			from = refund.ConfirmedAt
		}
		if credit, err := a.station.CreditBy(c, from); err == nil { // A country without a calendar has no such date.
			view.CreditBy = credit.Last().String()
		}
		views = append(views, view)
	}
	return views
}

// addDevice counts the cases of this very device.
func (a *API) addDevice(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	identity := c.Identity.IMEI
	for _, known := range []string{c.Identity.Serial, soldIMEI(c), soldSerial(c)} {
		if identity == "" {
			identity = known
		}
	}
	if identity == "" {
		return nil
	}
	cases, err := tx.FindByCode(identity)
	view.DeviceReturns = len(cases)
	return err
}

func soldIMEI(c returns.Case) string {
	if c.Sale == nil {
		return ""
	}
	return c.Sale.IMEI
}

func soldSerial(c returns.Case) string {
	if c.Sale == nil {
		return ""
	}
	return c.Sale.Serial
}
