package policy

import (
	"slices"

	"revient/app/catalog"
)

// Action is what the marketplace is told with an outcome, in the codes of its
// seller API. It is data: a channel that has no such call makes it a step for a
// person.
type Action struct {
	RefundType int  `json:"refundType,omitempty"` // 6: after shipping.
	Partial    bool `json:"partial,omitempty"`    // The refund names its amount.
	// ReturnReason is 1 withdrawal in the legal 14 days, 13 lost, 21 faulty on
	// opening, 22 in first use, 23 under warranty, 25 other.
	ReturnReason int    `json:"returnReason,omitempty"`
	Problem      string `json:"problem,omitempty"`     // problem_type of the inspection.
	ProblemFile  bool   `json:"problemFile,omitempty"` // The problem is refused without a file.
	Transfer     string `json:"transfer,omitempty"`    // REPAIR, REPLACE or NOTHING, when a device leaves.
	Message      bool   `json:"message,omitempty"`     // The customer is written to.
}

const refundAfterShipping = 6

// The reasons of a return.
const (
	reasonWithdrawal = 1
	reasonLost       = 13
	reasonOpening    = 21
	reasonFirstUse   = 22
	reasonWarranty   = 23
	reasonOther      = 25
)

// The ways a device leaves.
const (
	transferRepair  = "REPAIR"
	transferReplace = "REPLACE"
	transferNothing = "NOTHING"
)

func refunded(reason int) Action {
	return Action{RefundType: refundAfterShipping, ReturnReason: reason, Message: true}
}

func partly() Action {
	return Action{RefundType: refundAfterShipping, Partial: true, Message: true}
}

func problem(kind string) Action {
	return Action{Problem: kind, Message: true,
		ProblemFile: slices.Contains([]string{"DAMAGED_PACKAGE", "ITEM_NOT_RECEIVED", "OOW_ITEM"}, kind)}
}

// withdrawn is the reason of a change of mind: the legal one within the law's own
// 14 days only.
func (f facts) withdrawn() int {
	if f.legal.open() {
		return reasonWithdrawal
	}
	return reasonOther
}

// faulty is the reason of a defect: the first of those wanted that the catalogue
// gives the defect found.
func (f facts) faulty(wanted ...int) int {
	if defect, err := catalog.DefectByCode(f.DefectCode); err == nil {
		for _, reason := range wanted {
			if slices.Contains(defect.ReturnReasons, reason) {
				return reason
			}
		}
	}
	return wanted[0]
}

// lockedWith is the problem of a locked device. Where nobody said what locks it
// the catalogue's defect does, and an account is the likelier.
func (f facts) lockedWith() string {
	const account, code = "ACCOUNT_LOCKED", "CODE_LOCKED"
	switch f.Lock {
	case AccountLock:
		return account
	case CodeLock:
		return code
	}
	if defect, err := catalog.DefectByCode(f.DefectCode); err == nil && defect.Problem == code {
		return code
	}
	return account
}
