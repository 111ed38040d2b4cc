package marketplace

// The identities of remote objects. Orders and their lines are numbered apart by
// some marketplaces, with numbers that look alike; the types keep them so.
type (
	// OrderRef names an order.
	OrderRef string
	// LineRef names one line of an order.
	LineRef string
	// FolderRef names an after-sales folder.
	FolderRef string
	// MessageRef names a message in a folder.
	MessageRef string
)
