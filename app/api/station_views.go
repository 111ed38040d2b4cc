package api

// Bootstrap is what a screen must know before it shows anything.
type Bootstrap struct {
	Ready       bool           `json:"ready"`    // The first-run assistant is done.
	Sample      bool           `json:"sample"`   // Sandbox data: every screen says so.
	Training    bool           `json:"training"` // People practise here: the clock can be set, every paper is a specimen.
	Shell       string         `json:"shell"`    // kiosk, desktop.
	Kiosk       bool           `json:"kiosk"`    // Fullscreen, with a way out for the manager.
	Version     string         `json:"version"`
	StationName string         `json:"stationName"`
	Prefix      string         `json:"prefix"`
	Workshop    string         `json:"workshop"`
	Zone        string         `json:"zone"`
	Language    string         `json:"language"`
	Scheme      string         `json:"scheme"`      // light, dark, auto.
	Operator    OperatorView   `json:"operator"`    // Without an ID while nobody has said who they are.
	People      []OperatorView `json:"people"`      // Who may say that they are here.
	Alone       bool           `json:"alone"`       // One person works here: nobody is asked twice.
	LockMinutes int            `json:"lockMinutes"` // After how long without a key or a scan to ask again; 0 for never.
	Now         string         `json:"now"`
	Scanner     ScannerForm    `json:"scanner"`
	Status      Status         `json:"status"`
}

// OperatorView is who works at the screen.
type OperatorView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Role string `json:"role"` // operator, lead, manager.
}

// Status is the state of sending: always on screen.
type Status struct {
	Online      bool   `json:"online"`
	Account     bool   `json:"account"` // A marketplace account is set up.
	Waiting     int    `json:"waiting"`
	Oldest      string `json:"oldest"` // When the oldest waiting action was queued; "" if none.
	LastSuccess string `json:"lastSuccess"`
	ToFix       int    `json:"toFix"`
	LastError   *Fault `json:"lastError"`
	Latest      string `json:"latest"` // Until when the journal goes, where the clock is behind it; "" otherwise.
}

// Home is the start screen.
type Home struct {
	Tiles []Tile     `json:"tiles"`
	Scans []ScanView `json:"scans"`
}

// Tile is a count with the list that it opens. Its words are home.tile.<code>.
type Tile struct {
	Code   string `json:"code"` // late, refund_today, to_inspect, to_answer, expected, to_put_away.
	Count  int    `json:"count"`
	Tone   string `json:"tone"`   // plain, warn, late.
	Amount *Money `json:"amount"` // What may still be refunded in them, of refund_today; nil where one sum says nothing.
	Oldest *Due   `json:"oldest"` // The most urgent of them.
	Waits  int    `json:"waits"`  // Requests that wait for the customer instead, of to_answer.
}

// ScanView is a recent scan.
type ScanView struct {
	Code   string `json:"code"`
	At     string `json:"at"`
	Result string `json:"result"` // bin, case, unit, order, unknown: what it matched.
	Row    *Row   `json:"row"`
}

// ScanResult is what the station knows of a scanned code.
type ScanResult struct {
	Code     string       `json:"code"`
	Kind     string       `json:"kind"`     // bin, case, unit, order, unknown: what it matched.
	Cases    []Row        `json:"cases"`    // Newest first; open ones before ended ones.
	Orders   []SaleView   `json:"orders"`   // Sold, without a case.
	Bin      *ContentView `json:"bin"`      // What lies in the bin.
	Unit     *UnitView    `json:"unit"`     // Of the replacement stock.
	Tracking string       `json:"tracking"` // The parcel's number inside a routing code that it was found by; "" otherwise.
}

// ListFilter chooses and orders cases.
type ListFilter struct {
	Tile   string `json:"tile"`  // One of the tiles' codes; "" for all open cases.
	Stage  string `json:"stage"` // "" for any.
	OnHold bool   `json:"onHold"`
	Text   string `json:"text"` // Free search; "" for none.
	Ended  bool   `json:"ended"`
	Offset int    `json:"offset"`
	Limit  int    `json:"limit"` // 200 at most.
}

// Page is a part of a list.
type Page struct {
	Rows  []Row `json:"rows"`
	Total int   `json:"total"`
}

// SyncView is the sending page.
type SyncView struct {
	Status  Status       `json:"status"`
	Waiting []ActionView `json:"waiting"`
	ToFix   []ActionView `json:"toFix"`
	Done    []ActionView `json:"done"` // The latest fifty.
	Paused  bool         `json:"paused"`
	Lanes   []LaneView   `json:"lanes"` // Lanes that wait for a person.
}

// LaneView is a lane that waits for a person, such as money after a restore.
type LaneView struct {
	Account string `json:"account"`
	Lane    string `json:"lane"`   // money, messages, identifiers, photos.
	Reason  string `json:"reason"` // Message key of why.
	Since   string `json:"since"`
}

// SettingsView is what can be changed after the assistant.
type SettingsView struct {
	Workshop  WorkshopForm   `json:"workshop"`
	Station   StationForm    `json:"station"`
	Account   AccountView    `json:"account"`
	Scanner   ScannerForm    `json:"scanner"`
	Operators []OperatorView `json:"operators"`
	DataDir   string         `json:"dataDir"`
	Rules     []RuleView     `json:"rules"`
}

// AccountView is the marketplace account, without its secret.
type AccountView struct {
	Name        string `json:"name"`
	Channel     string `json:"channel"`
	Environment string `json:"environment"` // production, preprod, sandbox.
	BaseURL     string `json:"baseUrl"`
	HasToken    bool   `json:"hasToken"`
	Checked     string `json:"checked"` // When it was last found to work.
	Error       *Fault `json:"error"`
}

// RuleView is a deadline rule in force. Its words are policy.<code>.
type RuleView struct {
	Code    string `json:"code"`
	Version string `json:"version"`
	Example string `json:"example"` // Deadline of an event that happens now.
	Last    string `json:"last"`    // The last civil day in time of that example, YYYY-MM-DD.
}
