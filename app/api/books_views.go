package api

// BookSum is a sum in one currency, item and outward shipping apart.
type BookSum struct {
	Item     Money `json:"item"`
	Shipping Money `json:"shipping"`
}

// BookTotal is how many refunds or decisions, and what they come to.
type BookTotal struct {
	Count int       `json:"count"`
	Sums  []BookSum `json:"sums"` // One for each currency.
}

// OutcomeRow is what was decided for one outcome.
type OutcomeRow struct {
	Outcome string    `json:"outcome"`
	Decided int       `json:"decided"` // Decisions; one that was taken again counts again.
	Granted BookTotal `json:"granted"`
	Made    BookTotal `json:"made"` // Refunds that reached their customer.
}

// StateRow is what became of refunds, by the state that they reached.
type StateRow struct {
	State     string    `json:"state"`
	Today     BookTotal `json:"today"` // Since the last closing.
	Year      BookTotal `json:"year"`
	Perpetual BookTotal `json:"perpetual"`
}

// NumbersRow is what was taken from a series of numbers.
type NumbersRow struct {
	Series string `json:"series"` // R, A or C.
	First  string `json:"first"`
	Last   string `json:"last"`
	Count  int    `json:"count"`
}

// UnsureRow is a refund of which nobody knows whether it was made.
type UnsureRow struct {
	Case   string `json:"case"` // Id.
	Number string `json:"number"`
	Title  string `json:"title"`
	Amount Money  `json:"amount"`
	Since  string `json:"since"`
}

// ClosingRow is a closing that was taken.
type ClosingRow struct {
	Number string    `json:"number"`
	At     string    `json:"at"`
	By     string    `json:"by"`
	Head   string    `json:"head"` // Hash of the journal's head, in hexadecimal.
	Made   BookTotal `json:"made"`
}

// DayView is what a closing taken now would say, and the closings before it.
type DayView struct {
	Since    string       `json:"since"`    // When the last closing was taken; "" before the first.
	Previous string       `json:"previous"` // Its number.
	Nothing  bool         `json:"nothing"`  // Nothing to close: nothing happened since, and it was taken today.
	Outcomes []OutcomeRow `json:"outcomes"`
	States   []StateRow   `json:"states"`
	Made     StateRow     `json:"made"` // Every refund that reached its customer.
	Numbers  []NumbersRow `json:"numbers"`
	Unsure   []UnsureRow  `json:"unsure"`
	Head     string       `json:"head"`
	Entries  int64        `json:"entries"` // Of the journal.
	Closings []ClosingRow `json:"closings"`
	More     bool         `json:"more"` // There are older closings.
}
