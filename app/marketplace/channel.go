// Package marketplace is what Revient knows of any marketplace: the Channel that
// a seller's account is reached through, the entities that it mirrors, and the
// outcomes of what is asked of it.
//
// The local case is the truth and a marketplace holds a projection of it, so
// nothing here decides anything about a case. Reading is a pull with a cursor;
// writing is one Action at a time, taken from an outbox by the syncer.
//
// It must never name one marketplace: those live in rooms below it. A value that
// the remote side adds one day is kept raw and read as unknown, never refused.
package marketplace

import (
	"context"
	"time"
)

// Channel is one seller account on one marketplace. Implementations are safe for
// concurrent use, never retry a write by themselves, and end when ctx does.
//
// Every error of a read carries a fault code: Unauthorized (the token is not
// accepted: stop and ask for another), NotFound, Unavailable (later may work;
// see RetryDelay), Internal (an answer that cannot be understood).
type Channel interface {
	// Capabilities says what the account's marketplace can do, without a request.
	Capabilities() Capabilities

	// Check asks for the least that proves the token good, feature by feature.
	// The error is for an account of which nothing could be learnt.
	Check(ctx context.Context) (Access, error)

	// PullOrders reads one small page of the orders modified since the cursor,
	// and says where to go on. The empty cursor starts from the beginning. While
	// Page.More, the caller pulls on at once; otherwise next starts a new round,
	// which reads a little of the past again: a repeat must change nothing.
	PullOrders(ctx context.Context, from Cursor) (page Page[Order], next Cursor, err error)

	// Order reads one order.
	Order(ctx context.Context, ref OrderRef) (Order, error)

	// PullFolders reads after-sales folders as PullOrders reads orders. Each
	// folder is complete: claims, labels and messages.
	PullFolders(ctx context.Context, from Cursor) (page Page[Folder], next Cursor, err error)

	// Folder reads one after-sales folder.
	Folder(ctx context.Context, ref FolderRef) (Folder, error)

	// Fetch reads a file that an entity names: a label, an attachment. It refuses
	// hosts that the marketplace is not known to use, and files over the cap.
	Fetch(ctx context.Context, url string) (File, error)

	// Execute does an action once. See Outcome for what may be done next.
	Execute(ctx context.Context, action Action) Outcome

	// Verify reads whether an action has taken effect. The error says that the
	// reading failed and can be done again later.
	Verify(ctx context.Context, action Action) (Verdict, error)

	// OrderLink is the address of an order in the seller's back office, for the
	// steps that a person does there.
	OrderLink(ref OrderRef) string
}

// Cursor is where a pull goes on. Its text belongs to the channel that made it;
// others keep it and give it back.
type Cursor string

// Page is one answer of a pull.
type Page[T any] struct {
	Items   []T
	Skipped []Skipped // Objects that could not be read; the rest of the page stands.
	More    bool      // There is more of this round now.
}

// Skipped is a remote object that could not be understood. It must be shown, so
// that a customer's request is never missed in silence.
type Skipped struct {
	Ref string // Empty when not even that could be read.
	Raw []byte
	Err error
}

// File is what Fetch brought back.
type File struct {
	MIME  string // Told from the bytes, not from what the server says.
	Bytes []byte
}

// Access says which parts of an account answer to its token. Some accounts have
// orders without after-sales, and the station stays useful for them.
type Access struct {
	Orders  error // Nil when orders can be read.
	Care    error // Nil when after-sales folders can be read.
	Sandbox bool  // The other side says that nothing it does is real.
	At      time.Time
}
