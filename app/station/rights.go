package station

import "revient/app/returns"

// Rights is who may do what beyond the ordinary, and with how much.
type Rights struct {
	// Alone says that one person works here: what wants a second person stands at
	// once, and the journal says so.
	Alone bool `json:"alone"`
	// OperatorLimit and LeadLimit are the most that one refund may come to without a
	// second person, in minor units; nil where there is no limit. A manager has none.
	OperatorLimit *int64 `json:"operatorLimit"`
	LeadLimit     *int64 `json:"leadLimit"`
	// PINMinutes is how long a PIN holds that was given at the screen; 0 asks each
	// time that money, refusals or settings are touched.
	PINMinutes int `json:"pinMinutes"`
}

// defaultRights suit a workshop of one person.
func defaultRights() Rights { return Rights{Alone: true, PINMinutes: 30} }

// The roles, each with the rights of those before it.
const (
	Clerk = "operator"
	Lead  = "lead"
)

// actor is what somebody of a role may do.
func (r Rights) actor(id returns.OperatorID, role, currency string) returns.Actor {
	limit := func(minor *int64) *returns.Money {
		if minor == nil {
			return nil
		}
		return &returns.Money{Minor: *minor, Currency: currency}
	}
	switch role {
	case Manager:
		return returns.Actor{ID: id, Override: true, Approve: true}
	case Lead:
		return returns.Actor{ID: id, Override: true, Approve: true, Limit: limit(r.LeadLimit)}
	default:
		return returns.Actor{ID: id, Limit: limit(r.OperatorLimit)}
	}
}
