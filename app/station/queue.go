package station

import (
	"encoding/json"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// RefundKind is the outbox's name for the action of a refund; the other kinds are
// the domain's.
const RefundKind = "refund"

// Dispatch is what an outbox row says is to be sent. It holds references only:
// the message's words are a text of the ledger, the files are documents and
// photos that are kept here.
type Dispatch struct {
	Folder    string               `json:"folder,omitempty"`
	Text      string               `json:"text,omitempty"` // Identity of the text.
	Documents []DispatchedDocument `json:"documents,omitempty"`
	Photos    []returns.PhotoID    `json:"photos,omitempty"`
	Refund    returns.RefundID     `json:"refund,omitempty"`
	OrderRef  string               `json:"orderRef,omitempty"`
	LineRef   string               `json:"lineRef,omitempty"`
	Amount    returns.Money        `json:"amount,omitzero"` // What the customer receives.
	Price     returns.Money        `json:"price,omitzero"`  // Of the line, when it was decided.

	// Seen are the marketplace's names of the folder's messages that were known
	// when this one was queued, hence before it was ever sent. Reading back never
	// takes one of them for it, not even after a restart.
	Seen []string `json:"seen,omitempty"`
}

// DispatchedDocument names a document by what it is: it may not be issued yet.
type DispatchedDocument struct {
	Kind   returns.DocumentKind `json:"kind"`
	Refund returns.RefundID     `json:"refund,omitempty"`
}

// queue writes the outbox row that follows from an event, if one does.
func (t *turn) queue(c returns.Case, event returns.Event) error {
	switch e := event.(type) {
	case returns.ActionQueued:
		dispatch, err := t.message(c, e.Action)
		if err != nil {
			return err
		}
		action := store.Action{ID: e.ID, Lane: e.Action.Lane, Kind: string(e.Action.Kind), After: e.Action.After}
		if action.NotBefore, err = t.whenReady(c, dispatch); err != nil {
			return err
		}
		return t.enqueue(c, action, dispatch)
	case returns.RefundApproved:
		if !c.Reachable() {
			return nil // A person refunds it by hand and says so.
		}
		return t.enqueue(c, store.Action{ID: refundAction(e.Refund.ID), Lane: returns.MoneyLane, Kind: RefundKind}, Dispatch{
			Refund: e.Refund.ID, OrderRef: c.Sale.OrderRef, LineRef: c.Sale.LineRef, Amount: e.Refund.Total(), Price: c.Sale.Paid,
		})
	case returns.RefundWithdrawn:
		return t.dropRefund(c.ID, e.Refund)
	case returns.ActionSettled:
		return t.drop(c.ID, e)
	default:
		return nil
	}
}

// drop takes a row out of the queue, or from the person that it waits for, that the
// domain no longer wants sent. One that a worker holds ends as it does.
func (t *turn) drop(id returns.CaseID, settled returns.ActionSettled) error {
	if settled.Result != returns.ActionDropped {
		return nil
	}
	row, err := t.Action(id, settled.ID)
	if err != nil {
		return err
	}
	return t.dropRow(row)
}

// dropRefund takes the row of a refund that was taken back out of the queue. A draft
// has none, nor has a refund that a person makes by hand. A row that the syncer holds
// is dropped when it finds that there is nothing to mark.
func (t *turn) dropRefund(id returns.CaseID, refund returns.RefundID) error {
	row, err := t.Action(id, refundAction(refund))
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return t.dropRow(row)
}

func (t *turn) dropRow(row store.Action) error {
	switch row.State {
	case store.ActionQueued, store.ActionToFix, store.ActionManual:
		return t.SetAction(row.CaseID, row.ID, store.ActionUpdate{State: store.ActionDropped})
	default:
		return nil
	}
}

// paperWait is how long a message waits for its documents before the syncer asks
// again. They are issued within milliseconds of the command; issuing the last one
// lets the message go at once.
const paperWait = 30 * time.Second

// documentNotReady is why a message waits that was asked for before its documents.
const documentNotReady = "errors_station.document_not_ready"

// whenReady says when a message may leave: at once, or after its documents.
func (t *turn) whenReady(c returns.Case, dispatch Dispatch) (time.Time, error) {
	missing, err := missingDocuments(t.ReadTx, c.ID, dispatch)
	if err != nil || !missing {
		return time.Time{}, err
	}
	return t.Now().Add(paperWait), nil
}

// letGo lets the messages of a case leave that waited for a document and have them
// all now.
func (t *turn) letGo(id returns.CaseID) error {
	actions, err := t.ActionsOf(id)
	if err != nil {
		return err
	}
	for _, action := range actions {
		waiting := Sending{Action: action}
		if err := waiting.decode(); err != nil {
			return err
		}
		if action.State != store.ActionQueued || action.NotBefore.IsZero() || len(waiting.Dispatch.Documents) == 0 || action.ErrorKey != "" && action.ErrorKey != documentNotReady {
			continue
		}
		missing, err := missingDocuments(t.ReadTx, id, waiting.Dispatch)
		if err != nil {
			return err
		}
		if missing {
			continue
		}
		if err := t.SetAction(id, action.ID, store.ActionUpdate{State: store.ActionQueued}); err != nil {
			return err
		}
	}
	return nil
}

// missingDocuments reports whether a document that goes with a message is not
// issued yet.
func missingDocuments(tx *store.ReadTx, id returns.CaseID, dispatch Dispatch) (bool, error) {
	if len(dispatch.Documents) == 0 {
		return false, nil
	}
	documents, err := tx.DocumentsOf(id)
	if err != nil {
		return false, err
	}
	for _, wanted := range dispatch.Documents {
		if _, err := readyDocument(documents, wanted); fault.Is(err, fault.Unavailable) {
			return true, nil
		} else if err != nil {
			return false, err
		}
	}
	return false, nil
}

func (t *turn) enqueue(c returns.Case, action store.Action, dispatch Dispatch) error {
	payload, err := json.Marshal(dispatch)
	if err != nil {
		return fmt.Errorf("encode dispatch: %w", err)
	}
	action.CaseID, action.Account, action.Payload = c.ID, c.Sale.Account, payload
	return t.Enqueue(action)
}

// message writes what the customer is told, in their language, and names the
// files that go with it.
func (t *turn) message(c returns.Case, action returns.Action) (Dispatch, error) {
	lang := t.station.languageOf(c)
	args := map[string]any{"case": c.Number, "title": c.Sale.Title, "workshop": t.station.workshop(t.ReadTx).Name}
	dispatch := Dispatch{Folder: c.Folder, Photos: action.Photos, Refund: action.Refund}
	if refund, found := c.Refund(action.Refund); found {
		args["amount"] = text.Amount(lang, refund.Total().Minor, refund.Total().Currency)
	}
	dispatch.Documents = documentsWith(c, action)
	if err := t.say(c, action.Kind, lang, args); err != nil {
		return Dispatch{}, err
	}
	words, err := t.SaveText("message", text.T(lang, "messages."+sentence(c, action), args))
	if err != nil {
		return Dispatch{}, err
	}
	dispatch.Text = words.ID
	dispatch.Seen, err = t.seenIn(c)
	return dispatch, err
}

// seenIn lists the messages of the case's folder that are known now.
func (t *turn) seenIn(c returns.Case) ([]string, error) {
	messages, err := t.FolderMessages(c.Sale.Account, c.Folder)
	if err != nil {
		return nil, err
	}
	var seen []string
	for _, message := range messages {
		if message.RemoteRef != "" {
			seen = append(seen, message.RemoteRef)
		}
	}
	return seen, nil
}

// documentsWith lists the documents that go with a message.
func documentsWith(c returns.Case, action returns.Action) []DispatchedDocument {
	switch action.Kind {
	case returns.TellAuthorised:
		documents := []DispatchedDocument{{Kind: returns.ReturnSlip}}
		if c.Authorised != nil && c.Authorised.Label {
			documents = append(documents, DispatchedDocument{Kind: returns.ReturnLabel})
		}
		return documents
	case returns.TellDecision:
		return []DispatchedDocument{{Kind: returns.RefundNotice, Refund: action.Refund}}
	case returns.TellReceipt:
		return []DispatchedDocument{{Kind: returns.RefundReceipt, Refund: action.Refund}}
	case returns.TellVoid:
		return []DispatchedDocument{{Kind: returns.RefundCancellation, Refund: action.Refund}}
	case returns.TellRefused:
		return []DispatchedDocument{{Kind: returns.RefusalLetter}}
	default:
		return nil
	}
}

// sentence names the words of a message: a partial refund reaches the customer on
// another way than a full one, and they are told which. Of a device that never came
// nobody says that it was inspected.
func sentence(c returns.Case, action returns.Action) string {
	refund, found := c.Refund(action.Refund)
	wallet := found && refund.Method == returns.ToMarketplaceWallet
	never := c.Reception == nil
	switch {
	case action.Kind == returns.TellDecision && wallet && never:
		return "tell_decision_kept"
	case action.Kind == returns.TellDecision && wallet:
		return "tell_decision_partial"
	case action.Kind == returns.TellDecision && never:
		return "tell_decision_lost"
	case action.Kind == returns.TellReceipt && wallet:
		return "tell_receipt_partial"
	case action.Kind == returns.TellShipped && c.Outbound.Tracking == "":
		return "tell_collected"
	default:
		return string(action.Kind)
	}
}

// say adds what a message says besides the case: the operator's own words, the
// parcel's number.
func (t *turn) say(c returns.Case, kind returns.ActionKind, lang text.Language, args map[string]any) (err error) {
	switch kind {
	case returns.TellDeclined:
		args["reason"], err = t.saved(c.DeclineText)
	case returns.TellRefused:
		if c.Decision != nil {
			args["reason"], err = t.saved(c.Decision.Text)
		}
	case returns.TellChoice:
		if c.Question != nil {
			args["question"], err = t.saved(c.Question.Text)
		}
	case returns.TellProof:
		args["words"], err = t.saved(c.Proof.Text)
	case returns.TellShipped:
		args["tracking"], args["carrier"] = c.Outbound.Tracking, c.Outbound.Carrier
	case returns.TellDecision, returns.TellReceipt:
		if refund := c.Decision; refund != nil {
			if credited, err := t.station.CreditBy(c, returns.At(t.Now(), t.station.zone(), returns.FromClock)); err == nil {
				args["date"] = text.Date(lang, credited.Last().Time())
			}
		}
	}
	return err
}

// saved reads words that were saved in this transaction, or before.
func (t *turn) saved(ref returns.TextRef) (string, error) {
	if !ref.Given() {
		return "", nil
	}
	words, err := t.Text(ref.ID)
	if fault.Is(err, fault.NotFound) {
		return "", nil
	}
	return words, err
}
