package marketplace

import "time"

// Capabilities say what a channel can do. What it cannot do becomes a step that a
// person does in the back office.
type Capabilities struct {
	Name           string // The marketplace, as people call it.
	Sandbox        bool   // Nothing it does is real; screens and paper say so.
	Actions        map[ActionKind]Support
	PartialRefund  bool
	MessageReopens bool // Writing to a closed folder opens it again.
	RetrySafe      bool // A refund sent twice pays once. Never assume it.
	MaxFiles       int  // Per message.
	MaxFileBytes   int64
	FileTypes      []string      // MIME types that a message may carry.
	PollFloor      time.Duration // Pull no more often than this.
}

// Support says how an action can be done on a channel.
type Support string

// The kinds of support.
const (
	ByAPI         Support = "api"
	ByMessage     Support = "message" // By writing to the customer.
	ByHand        Support = "manual"  // By a person, in the back office.
	NotApplicable Support = "none"    // It makes no sense there.
)

// Supports reports whether the channel itself can do an action.
func (c Capabilities) Supports(kind ActionKind) bool { return c.Actions[kind] == ByAPI }
