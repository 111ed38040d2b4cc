package marketplace

import (
	"io"

	"revient/app/returns"
)

// Action is something to do at a marketplace. The set is closed: PostMessage and
// IssueRefund. A channel that lacks one answers Refused.
type Action interface {
	Kind() ActionKind
	isAction()
}

// ActionKind names an action, in capabilities, the outbox and the log.
type ActionKind string

// The kinds of action.
const (
	KindPostMessage ActionKind = "post_message"
	KindIssueRefund ActionKind = "issue_refund"
)

// PostMessage writes to the customer in a folder. Where the folder is closed this
// may reopen it (Capabilities.MessageReopens).
type PostMessage struct {
	Folder FolderRef
	Text   string // Plain text; the channel writes it the way its marketplace takes it.
	Files  []Upload

	// Seen are the messages of the folder that were known before the first
	// attempt. Verify never takes one of them for this message, so that the same
	// sentence written last week proves nothing, and no clock is compared.
	Seen []MessageRef
}

// Upload is a file that leaves with a message. It is opened once per attempt.
type Upload struct {
	Name string
	MIME string
	Size int64
	Open func() (io.ReadCloser, error)
}

// IssueRefund pays a customer back for an order line. The channel reads the line
// again immediately before, and refuses when it is no longer what was decided on.
type IssueRefund struct {
	Order  OrderRef
	Line   LineRef
	Full   bool          // All that was paid for the line.
	Amount returns.Money // What the customer receives.
	Price  returns.Money // Of the line, when the refund was decided.
}

// Kind implements Action.
func (PostMessage) Kind() ActionKind { return KindPostMessage }

// Kind implements Action.
func (IssueRefund) Kind() ActionKind { return KindIssueRefund }

func (PostMessage) isAction() {}
func (IssueRefund) isAction() {}
