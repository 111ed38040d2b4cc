package marketplace

import "time"

// Folder is an after-sales conversation about one order line. It has no state for
// received, inspected or refunded: those are facts of the local case.
type Folder struct {
	Ref           FolderRef
	OrderRef      OrderRef
	LineRef       LineRef
	SKU           string
	Open          bool
	RawState      string
	Locale        string // Language and country of the customer, such as "fr-be".
	Customer      Customer
	Claims        []Claim
	Kind          ClaimKind // Of the claims together, the most serious first.
	Messages      []Message // Oldest first.
	CreatedAt     time.Time
	ModifiedAt    time.Time
	LastMessageAt time.Time
	ClosedAt      time.Time // Zero while open.
	Raw           []byte    // The object as it came, for the mirror.
}

// Customer is the buyer of a folder. All of it is personal data.
type Customer struct {
	Ref       string
	FirstName string
	LastName  string
	Email     string
}

// Claim is one thing the customer asks for.
type Claim struct {
	Ref           string
	Open          bool
	RawState      string
	Kind          ClaimKind
	Issues        []Issue
	Wants         Wish
	RawWants      string
	WarrantyState string // What the customer declared, raw; empty when not told.
	Labels        []ReturnLabel
}

// Issue is a reason that the customer picked. Marketplaces publish no list of
// them, so both texts are kept as they came.
type Issue struct {
	Code string // Such as "BATTERY_NOT_CHARGING".
	Tag  string // Family of the code, such as "TECHNICAL".
}

// ClaimKind is the road a request takes through the workshop.
type ClaimKind string

// The kinds of claim.
const (
	ChangeOfMind ClaimKind = "change_of_mind"
	Defect       ClaimKind = "defect"   // Declared while the right of return may still run.
	Warranty     ClaimKind = "warranty" // A defect declared after it.
	UnknownClaim ClaimKind = "unknown"
)

// Wish is the remedy that the customer prefers.
type Wish string

// The wishes.
const (
	WantsAssistance      Wish = "assistance"
	WantsRepair          Wish = "repair"
	WantsReplacement     Wish = "replacement"
	WantsRepairOrReplace Wish = "repair_or_replacement"
	WantsRefund          Wish = "refund"
	WishUnknown          Wish = "unknown"
)

// ReturnLabel is a carrier's label that the marketplace or the seller made.
type ReturnLabel struct {
	URL       string // For Channel.Fetch.
	ToSeller  bool   // From the customer to the seller; false the other way or when unsaid.
	RawKind   string
	RawState  string
	Usable    bool // Neither used nor expired.
	Initiator string
	CreatedAt time.Time
}

// Message is one message of a folder.
type Message struct {
	Ref         MessageRef
	Author      Author
	RawKind     string // Who wrote to whom, as the marketplace names it.
	HTML        string // As it came: never shown unsanitised.
	Text        string // The same without mark-up.
	Informative bool   // Does not call for an answer.
	Attachments []Attachment
	SentAt      time.Time
}

// Author is who wrote a message.
type Author string

// The authors.
const (
	FromCustomer    Author = "customer"
	FromSeller      Author = "seller"
	FromMarketplace Author = "marketplace"
	FromUnknown     Author = "unknown"
)

// Attachment is a file of a message.
type Attachment struct {
	Ref       string
	URL       string // For Channel.Fetch.
	CreatedAt time.Time
}
