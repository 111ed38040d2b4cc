package api

import (
	"context"

	"github.com/google/uuid"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Approvals is the service of the decisions that wait for a second person.
type Approvals struct{ api *API }

// ApprovalsView is the list, the longest waiting first.
type ApprovalsView struct {
	Rows  []ApprovalView `json:"rows"`
	Alone bool           `json:"alone"`
}

// ApprovalView is a decision that waits for a second person.
type ApprovalView struct {
	ID         string          `json:"id"`
	Number     string          `json:"number"`
	Title      string          `json:"title"`
	Customer   string          `json:"customer"`
	Outcome    string          `json:"outcome"`
	Amount     *Money          `json:"amount"` // nil for a decision without money.
	Deductions []DeductionView `json:"deductions"`
	Code       string          `json:"code"` // Reason of a refusal.
	Text       string          `json:"text"` // Words for the customer.
	By         string          `json:"by"`
	At         string          `json:"at"`
	Override   string          `json:"override"` // Why it goes against the proposal.
	Proposed   string          `json:"proposed"`
	Mine       bool            `json:"mine"`  // Whoever works at the screen decided it.
	Above      bool            `json:"above"` // It is more than whoever works at the screen may grant.
	Held       bool            `json:"held"`  // The case is on hold.
}

// ApprovalPick is a decision that a second person says yes to, with the amount that
// they saw.
type ApprovalPick struct {
	ID       string `json:"id"`
	Expected Money  `json:"expected"`
}

// ApprovalResult is what became of a pick.
type ApprovalResult struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Fault  *Fault `json:"fault"` // nil where it was approved.
}

// ApprovedView is what became of several picks, and the list after them.
type ApprovedView struct {
	Results []ApprovalResult `json:"results"`
	List    ApprovalsView    `json:"list"`
}

// List is the decisions that wait.
func (s *Approvals) List() (ApprovalsView, error) {
	return guard(s.api, "Approvals.List", s.api.approvals)
}

func (a *API) approvals(ctx context.Context) (ApprovalsView, error) {
	view := ApprovalsView{Rows: []ApprovalView{}, Alone: a.station.Settings().Rights.Alone}
	present, _ := a.present()
	limit := a.station.OrderOf("", "", station.Given{Operator: present}).Actor.Limit
	err := a.station.View(ctx, func(tx *store.ReadTx) error {
		names, err := namesOf(tx)
		if err != nil {
			return err
		}
		waiting, err := tx.Worklist(store.WorklistFilter{Approval: true, Limit: mostRows})
		if err != nil {
			return err
		}
		for _, summary := range waiting {
			c, err := tx.Case(summary.ID)
			if err != nil {
				return err
			}
			if c.Decision == nil {
				continue
			}
			row, err := approvalView(tx, c, summary)
			if err != nil {
				return err
			}
			row.By, row.Mine = names[c.Decision.By], c.Decision.By == present.ID
			row.Above = limit != nil && row.Amount != nil && (row.Amount.Currency != limit.Currency || row.Amount.Minor > limit.Minor)
			view.Rows = append(view.Rows, row)
		}
		return nil
	})
	return view, err
}

func approvalView(tx *store.ReadTx, c returns.Case, summary store.CaseSummary) (row ApprovalView, err error) {
	row = ApprovalView{
		ID: string(c.ID), Number: c.Number, Title: titleOf(c), Customer: summary.Customer, Outcome: string(c.Decision.Outcome), Deductions: []DeductionView{},
		Code: c.Decision.Code, At: instant(c.Decision.At.At), Proposed: c.Decision.Proposal.Outcome, Held: c.Hold != nil,
	}
	if draft, drafted := c.Refund(c.Decision.Refund); drafted {
		total := money(draft.Total())
		row.Amount = &total
		for _, deduction := range draft.Deductions {
			row.Deductions = append(row.Deductions, DeductionView{Part: deduction.Part, Finding: deduction.Finding, Amount: money(deduction.Amount)})
		}
	}
	if row.Text, err = words(tx, c.Decision.Text); err != nil {
		return row, err
	}
	row.Override, err = words(tx, c.Decision.Override)
	return row, err
}

// Approve is a second person's yes to several decisions, under one PIN. Each is a
// command of its own, so that one that cannot be stops none of the others; its
// identity comes from the screen's, so that a repeat approves nothing twice.
func (s *Approvals) Approve(command string, picks []ApprovalPick, pin string) (ApprovedView, error) {
	return guard(s.api, "Approvals.Approve", func(ctx context.Context) (ApprovedView, error) {
		view := ApprovedView{Results: []ApprovalResult{}, List: ApprovalsView{Rows: []ApprovalView{}}}
		if len(picks) == 0 || len(picks) > mostRows {
			return view, fault.New(fault.Invalid, "errors_people.no_approvals", nil)
		}
		order, err := s.api.order(command, pin)
		if err != nil {
			return view, err
		}
		if err := s.api.station.May(order, returns.ApproveDecision{}.Name()); err != nil {
			return view, err
		}
		whole := uuid.MustParse(string(order.ID))
		for _, pick := range picks {
			one := order
			one.ID = returns.CommandID(uuid.NewSHA1(whole, []byte(pick.ID)).String())
			result := ApprovalResult{ID: pick.ID}
			if _, err := s.api.station.Approve(ctx, one, returns.CaseID(pick.ID), returns.Money(pick.Expected)); err != nil {
				if fault.Is(err, fault.Internal) {
					return view, err
				}
				result.Fault = faultView(fault.Of(err))
			}
			if result.Number, err = s.api.numberOf(ctx, returns.CaseID(pick.ID)); err != nil {
				return view, err
			}
			view.Results = append(view.Results, result)
		}
		view.List, err = s.api.approvals(ctx)
		return view, err
	})
}

// numberOf is a case's number; a case that nobody knows has none.
func (a *API) numberOf(ctx context.Context, id returns.CaseID) (string, error) {
	return read(ctx, a, func(tx *store.ReadTx) (string, error) {
		c, err := tx.Case(id)
		if fault.Is(err, fault.NotFound) {
			return "", nil
		}
		return c.Number, err
	})
}

// TurnDown is a second person's no to a decision, with the reason.
func (s *Approvals) TurnDown(command, id string, form ReasonForm) (ApprovalsView, error) {
	return guard(s.api, "Approvals.TurnDown", func(ctx context.Context) (ApprovalsView, error) {
		order, err := s.api.order(command, form.PIN)
		if err != nil {
			return ApprovalsView{}, err
		}
		if _, err := s.api.station.TurnDown(ctx, order, returns.CaseID(id), form.Reason); err != nil {
			return ApprovalsView{}, err
		}
		return s.api.approvals(ctx)
	})
}
