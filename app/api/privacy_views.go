package api

// PersonRow is one customer, in a list of those who were found.
type PersonRow struct {
	Case  string `json:"case"` // Their latest one, by which they are named from here on.
	Name  string `json:"name"`
	Email string `json:"email"`
	City  string `json:"city"`
	Cases int    `json:"cases"`
}

// PersonView is what is held on a customer, and what an erasure would do.
type PersonView struct {
	Case      string         `json:"case"`
	Customer  CustomerView   `json:"customer"`
	Cases     []Row          `json:"cases"`
	Open      []string       `json:"open"` // Numbers of the cases that must end first.
	Orders    int            `json:"orders"`
	Texts     int            `json:"texts"`
	Messages  int            `json:"messages"`
	Files     int            `json:"files"`     // Photos, and files of messages.
	Documents int            `json:"documents"` // Those that an erasure takes.
	Remote    int            `json:"remote"`    // What the marketplace sent of them.
	Kept      []KeptDocument `json:"kept"`
	CopyURL   string         `json:"copyUrl"`
}

// KeptDocument is a document that the law obliges to keep.
type KeptDocument struct {
	Number string `json:"number"`
	Kind   string `json:"kind"`
	Until  string `json:"until"` // YYYY-MM-DD.
}

// RetentionView is how long is kept what names people, and what was erased so far.
type RetentionView struct {
	Months        int            `json:"months"`
	DocumentYears int            `json:"documentYears"`
	Past          int            `json:"past"`   // Cases that are past it.
	Buyers        int            `json:"buyers"` // Order lines past it that nobody ever asked to return.
	Before        string         `json:"before"`
	Log           []ErasureEntry `json:"log"` // The latest first. It names nobody.
}

// ErasureEntry is one erasure.
type ErasureEntry struct {
	At        string `json:"at"`
	By        string `json:"by"`
	Because   string `json:"because"` // asked, retention.
	Cases     int    `json:"cases"`
	Documents int    `json:"documents"`
	Files     int    `json:"files"`
	Kept      int    `json:"kept"`
	Buyers    int    `json:"buyers"`
}

// RetentionForm is how long to keep.
type RetentionForm struct {
	Months        int `json:"months"`
	DocumentYears int `json:"documentYears"`
}

// ErasedView is what an erasure did.
type ErasedView struct {
	Cases      int      `json:"cases"`
	Texts      int      `json:"texts"`
	Documents  int      `json:"documents"`
	Files      int      `json:"files"`
	Kept       []string `json:"kept"`
	Buyers     int      `json:"buyers"`
	Skipped    int      `json:"skipped"`
	Unfinished bool     `json:"unfinished"` // Traces in the files go at the next start.
}
