package returns

import (
	"fmt"
	"maps"
	"slices"

	"revient/app/fault"
)

// Lane is the order in which things leave for the marketplace: one after the
// other within a case and a lane, side by side across lanes and cases.
type Lane string

// The lanes.
const (
	MoneyLane      Lane = "money"
	MessageLane    Lane = "messages"
	IdentifierLane Lane = "identifiers"
	PhotoLane      Lane = "photos"
)

// ActionKind is what is to be told to the marketplace.
type ActionKind string

// The kinds of action. A refund is not one of them: it has its own states.
const (
	TellAuthorised ActionKind = "tell_authorised" // With the return slip.
	TellDeclined   ActionKind = "tell_declined"
	TellDecision   ActionKind = "tell_decision" // With the refund notice.
	TellReceipt    ActionKind = "tell_receipt"  // With the refund receipt.
	SendEvidence   ActionKind = "send_evidence" // Photos of what was found.
	TellProof      ActionKind = "tell_proof"    // Asks for photos or a video.
	TellChoice     ActionKind = "tell_choice"   // Puts a choice to the customer.
	TellExchange   ActionKind = "tell_exchange"
	TellRepair     ActionKind = "tell_repair"
	TellRefused    ActionKind = "tell_refused" // With the letter of refusal.
	TellShipped    ActionKind = "tell_shipped" // With the tracking number.
	TellVoid       ActionKind = "tell_void"    // A refund that was announced will not be made; with its cancelling notice.
)

// ActionResult is how an outgoing action ended.
type ActionResult string

// The results.
const (
	ActionAccepted ActionResult = "accepted"
	ActionByHand   ActionResult = "manual"  // A person did it in the back office.
	ActionDropped  ActionResult = "dropped" // It need not be done any more.
)

// Action is one thing to be told to the marketplace, and whether it has been.
type Action struct {
	Kind   ActionKind   `json:"kind"`
	Lane   Lane         `json:"lane"`
	Refund RefundID     `json:"refund,omitempty"`
	Photos []PhotoID    `json:"photos,omitempty"`
	After  []ActionID   `json:"after,omitempty"` // Actions that must have ended before.
	Result ActionResult `json:"result"`          // "" while it is pending.
}

// PendingActions lists the actions without a result, in the order they were queued.
func (c Case) PendingActions() []ActionID {
	pending := []ActionID{}
	for _, id := range slices.Sorted(maps.Keys(c.Actions)) {
		if c.Actions[id].Result == "" {
			pending = append(pending, id)
		}
	}
	return pending
}

// Reachable reports whether the station can act at the marketplace for the case:
// there is a folder, and an account to open it with. Otherwise people tell the
// customer and refund them by hand.
func (c Case) Reachable() bool { return c.Folder != "" && c.Sale != nil && c.Sale.Account != "" }

// tellCustomer adds a message to the events, if the marketplace has a folder to
// put it in. Without one the paper in the operator's hand is all there is.
func tellCustomer(c Case, events []Event, kind ActionKind) []Event {
	if !c.Reachable() {
		return events
	}
	if slices.Contains([]ActionKind{TellDecision, TellExchange, TellRepair, TellRefused}, kind) {
		events = c.takeBack(events, TellChoice, TellProof) // What is decided is not asked any more.
	}
	message := ActionQueued{ID: c.actionID(kind, len(events)), Action: Action{Kind: kind, Lane: MessageLane}}
	if kind == TellDecision || kind == TellReceipt || kind == TellVoid {
		message.Action.Refund = refundOf(events)
	}
	events = append(events, message)
	if photos := c.findingPhotos(); (kind == TellDecision || kind == TellRefused) && len(photos) > 0 {
		events = append(events, ActionQueued{
			ID:     c.actionID(SendEvidence, len(events)),
			Action: Action{Kind: SendEvidence, Lane: PhotoLane, Photos: photos, After: []ActionID{message.ID}},
		})
	}
	return events
}

// takeBack drops what is no longer true and has not been told yet. What a worker
// holds at this moment may still arrive; the rest never leaves.
func (c Case) takeBack(events []Event, kinds ...ActionKind) []Event {
	for _, id := range c.PendingActions() {
		if slices.Contains(kinds, c.Actions[id].Kind) {
			events = append(events, ActionSettled{ID: id, Result: ActionDropped})
		}
	}
	return events
}

// takeBackAll drops everything that has not been told yet.
func (c Case) takeBackAll(events []Event) []Event {
	for _, id := range c.PendingActions() {
		events = append(events, ActionSettled{ID: id, Result: ActionDropped})
	}
	return events
}

func refundOf(events []Event) RefundID {
	for _, event := range events {
		switch e := event.(type) {
		case RefundApproved:
			return e.Refund.ID
		case RefundWithdrawn:
			return e.Refund
		case RefundRejected:
			return e.Refund
		case DocumentIssued:
			return e.Document.Refund
		}
	}
	return ""
}

// actionID names an action by the place of its event in the case: the same
// decision always gives the same name, and no two actions share one.
func (c Case) actionID(kind ActionKind, ahead int) ActionID {
	return ActionID(fmt.Sprintf("%04d-%s", c.Seq+ahead+1, kind))
}

// maxFindingPhotos is how many photos one message can carry to the marketplace.
const maxFindingPhotos = 10

// findingPhotos lists the photos of what was found wrong, the newest inspection only.
func (c Case) findingPhotos() []PhotoID {
	photos := []PhotoID{}
	if c.Inspection == nil {
		return photos
	}
	for _, evidence := range c.standingEvidence() {
		ko := c.Inspection.Results[evidence.Check].Answer == KO
		blocking := c.Inspection.Blocking != "" && evidence.View != ""
		if (ko || blocking) && !slices.Contains(photos, evidence.Photo) && len(photos) < maxFindingPhotos {
			photos = append(photos, evidence.Photo)
		}
	}
	return photos
}

// ActionQueued says that something is to be told to the marketplace.
type ActionQueued struct {
	ID     ActionID `json:"id"`
	Action Action   `json:"action"`
}

func (e ActionQueued) apply(c *Case) {
	if c.Actions == nil {
		c.Actions = map[ActionID]Action{}
	}
	c.Actions[e.ID] = e.Action
}

// SettleAction records how an outgoing action ended.
type SettleAction struct {
	ID     ActionID
	Result ActionResult
	Reason TextRef // Why a person dropped it.
}

// Name implements Command.
func (SettleAction) Name() string { return "SettleAction" }

func (SettleAction) from() []Stage {
	return []Stage{Requested, Awaiting, Unidentified, Received, Inspecting, Deciding, Executing, Closed, Declined, Canceled, Lost}
}

func (s SettleAction) decide(c Case, _ Facts) ([]Event, error) {
	action, found := c.Actions[s.ID]
	switch {
	case !found:
		return nil, fault.New(fault.NotFound, "errors_returns.action.unknown", nil)
	case action.Result == ActionDropped && s.Result == ActionAccepted && c.deniedSince(action):
		void := Action{Kind: TellVoid, Lane: MessageLane, Refund: action.Refund}
		return []Event{ActionSettled(s), ActionQueued{ID: c.actionID(TellVoid, 1), Action: void}}, nil
	case action.Result != "":
		return nil, nil // Said before.
	case s.Result != ActionAccepted && s.Result != ActionByHand && s.Result != ActionDropped:
		return nil, fault.New(fault.Invalid, "errors_returns.action.result", nil)
	case s.Result == ActionDropped && !s.Reason.Given():
		return nil, fault.New(fault.Invalid, "errors_returns.reason_needed", nil).At("reason")
	}
	return []Event{ActionSettled(s)}, nil
}

// deniedSince reports whether a message announced a refund that will not be made: it
// was on its way when it was taken back, and arrived all the same.
func (c Case) deniedSince(action Action) bool {
	refund, found := c.Refund(action.Refund)
	return action.Kind == TellDecision && found && refund.State == RefundIsRejected && !c.Stage.Ended() && c.Reachable()
}

// ActionSettled ends an action.
type ActionSettled struct {
	ID     ActionID     `json:"id"`
	Result ActionResult `json:"result"`
	Reason TextRef      `json:"reason"`
}

func (e ActionSettled) apply(c *Case) {
	if action, found := c.Actions[e.ID]; found {
		action.Result = e.Result
		c.Actions[e.ID] = action
	}
}
