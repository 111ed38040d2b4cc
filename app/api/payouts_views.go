package api

// PayoutLineView is a refund line of a payout beside what is known here.
type PayoutLineView struct {
	Line     int    `json:"line"` // Of the file.
	OrderRef string `json:"orderRef"`
	Kind     string `json:"kind"` // As the file calls it.
	At       string `json:"at"`
	Paid     Money  `json:"paid"`     // What the file says was given back.
	Standing string `json:"standing"` // agrees, proves, reads, differs, unknown.
	Case     string `json:"case"`     // Id; "" where nothing here has to do with it.
	Number   string `json:"number"`
	State    string `json:"state"` // Of our refund.
	Ours     *Money `json:"ours"`  // Amount of our refund; null where there is none.
}

// MissingRefundView is a refund that no payout names.
type MissingRefundView struct {
	Case     string `json:"case"`
	Number   string `json:"number"`
	OrderRef string `json:"orderRef"`
	Amount   Money  `json:"amount"`
	State    string `json:"state"`
}

// PayoutView is a payout beside the refunds of its account.
type PayoutView struct {
	ID      string              `json:"id"`   // "" while it is only looked at.
	File    string              `json:"file"` // Of the table that is open; "" once it was taken.
	Name    string              `json:"name"`
	Account string              `json:"account"`
	At      string              `json:"at"` // When it was taken.
	By      string              `json:"by"`
	Rows    int                 `json:"rows"`
	Others  int                 `json:"others"` // Lines that are no refunds.
	Lines   []PayoutLineView    `json:"lines"`
	Missing []MissingRefundView `json:"missing"`
	Proven  int                 `json:"proven"` // Refunds that a person may confirm by it.
	Bad     []RowFaultView      `json:"bad"`
	BadRows int                 `json:"badRows"`
	Ignored []string            `json:"ignored"`
	Earlier string              `json:"earlier"` // Id of the payout that is the same file; "" where there is none.
}

// PayoutRow is a payout in the list.
type PayoutRow struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	At      string `json:"at"`
	By      string `json:"by"`
	Lines   int    `json:"lines"`
	Matched int    `json:"matched"`
}

// PayoutsView lists the payouts that were taken.
type PayoutsView struct {
	Account string      `json:"account"` // Whose statements are read here; "" where no account is set up.
	Payouts []PayoutRow `json:"payouts"`
}
