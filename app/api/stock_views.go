package api

// UnitView is a device that the workshop keeps for exchanges.
type UnitView struct {
	ID         string `json:"id"`
	SKU        string `json:"sku"`
	Title      string `json:"title"`
	Category   string `json:"category"`
	Grade      string `json:"grade"`
	Storage    string `json:"storage"`
	Colour     string `json:"colour"`
	Model      string `json:"model"`
	IMEI       string `json:"imei"`
	Serial     string `json:"serial"`
	Bin        string `json:"bin"`
	Note       string `json:"note"`
	State      string `json:"state"`  // free, reserved, gone, withdrawn.
	CaseID     string `json:"caseId"` // That it is kept for, or left with.
	CaseNumber string `json:"caseNumber"`
	Source     string `json:"source"` // hand, scan, csv.
	UpdatedAt  string `json:"updatedAt"`
}

// UnitForm is what is said of a unit.
type UnitForm struct {
	ID      string `json:"id"` // "" for a new one.
	SKU     string `json:"sku"`
	Title   string `json:"title"`
	Grade   string `json:"grade"`
	Storage string `json:"storage"` // "" for what the title says; so are the next two.
	Colour  string `json:"colour"`
	Model   string `json:"model"`
	IMEI    string `json:"imei"`
	Serial  string `json:"serial"`
	Bin     string `json:"bin"`
	Note    string `json:"note"`
	Source  string `json:"source"` // hand, scan.
}

// UnitFilter chooses units.
type UnitFilter struct {
	State  string `json:"state"` // "" for every state.
	Grade  string `json:"grade"` // "" for any.
	Text   string `json:"text"`
	Offset int    `json:"offset"`
	Limit  int    `json:"limit"` // 200 at most.
}

// UnitPage is a part of the stock.
type UnitPage struct {
	Rows  []UnitView     `json:"rows"`
	Total int            `json:"total"`
	Count map[string]int `json:"count"` // Of all units, by state.
}

// UnitFileView is what a file of units holds, before anything of it is written.
type UnitFileView struct {
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	Rows    int            `json:"rows"` // Good and bad together.
	Good    int            `json:"good"`
	Sample  []UnitLineView `json:"sample"` // The first of the good rows.
	Bad     []string       `json:"bad"`    // Sentences that name their lines.
	Ignored []string       `json:"ignored"`
	Before  string         `json:"before"` // When the very same file was taken in; "" when it never was.
}

// UnitLineView is a good row of a file.
type UnitLineView struct {
	Line int      `json:"line"`
	Unit UnitView `json:"unit"`
}

// BinView is a box or a shelf with a code on it.
type BinView struct {
	Code       string `json:"code"`
	Place      string `json:"place"` // "" for one that nobody registered.
	Words      string `json:"words"`
	Closed     bool   `json:"closed"`
	Devices    int    `json:"devices"`
	Units      int    `json:"units"`
	Registered bool   `json:"registered"`
}

// BinForm is what is said of a bin.
type BinForm struct {
	Code  string `json:"code"`
	Place string `json:"place"`
	Words string `json:"words"`
}

// ContentView is what lies in a bin.
type ContentView struct {
	Bin   BinView    `json:"bin"`
	Rows  []Row      `json:"rows"`
	Units []UnitView `json:"units"`
}

// LayForm is a device and a bin that were scanned, and what was done to the device.
type LayForm struct {
	Bin    string `json:"bin"`
	Code   string `json:"code"`
	Wipe   string `json:"wipe"`   // done, not_needed, impossible; "" for nothing.
	Method string `json:"method"` // clear, purge, destroy.
	Grade  string `json:"grade"`
}

// LaidView is what lies in a bin now, and where it lay before.
type LaidView struct {
	Bin       BinView   `json:"bin"`
	Row       *Row      `json:"row"`  // Of a case's device.
	Unit      *UnitView `json:"unit"` // Of the replacement stock.
	FromPlace string    `json:"fromPlace"`
	FromBin   string    `json:"fromBin"`
}

// HomelessView is a device that has to go to its place.
type HomelessView struct {
	Row         Row    `json:"row"`
	Place       string `json:"place"`
	Bin         string `json:"bin"`
	Wipe        string `json:"wipe"`
	Grade       string `json:"grade"`
	Destination string `json:"destination"`
	Into        string `json:"into"` // The bin of that place, where there is but one.
	NeedsWipe   bool   `json:"needsWipe"`
	NeedsGrade  bool   `json:"needsGrade"`
	Customers   bool   `json:"customers"` // It goes back to its owner: nothing of it is erased.
}

// RoundView is a part of the devices to put away.
type RoundView struct {
	Rows  []HomelessView `json:"rows"`
	Total int            `json:"total"`
	Bins  []BinView      `json:"bins"` // In use.
}

// UnloadForm is one scan of many while a van is unloaded.
type UnloadForm struct {
	Code    string `json:"code"`
	Arrived string `json:"arrived"` // RFC 3339, or a day and time on the workshop's clock; "" means this moment.
	Reason  string `json:"reason"`
	With    string `json:"with"` // The case in whose parcel it came; "" for a parcel of its own.
}

// UnloadedView is what became of a scan.
type UnloadedView struct {
	Code  string `json:"code"`
	What  string `json:"what"`  // received, aside, again, several, nothing.
	Cases []Row  `json:"cases"` // That it is about.
	Sold  bool   `json:"sold"`  // Its sale is known; nobody asked to return it.
	Ended bool   `json:"ended"` // A case had it that is over.
	Label string `json:"label"` // Address of the label to stick on it; "" while there is none.
}
