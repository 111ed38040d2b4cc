package api

// RowFaultView is what is wrong with a row of a table, and where.
type RowFaultView struct {
	Line   int            `json:"line"`
	Column string         `json:"column"` // As the file heads it; "" where the row is at fault as a whole.
	Key    string         `json:"key"`
	Args   map[string]any `json:"args"`
	Raw    string         `json:"raw"`
}

// SoldUnitView is what a file says of a device that left.
type SoldUnitView struct {
	Line        int      `json:"line"` // Of the file, where it is being read; 0 later.
	OrderRef    string   `json:"orderRef"`
	LineRef     string   `json:"lineRef"`
	IMEI        string   `json:"imei"`
	Serial      string   `json:"serial"`
	Weight      int      `json:"weight"` // In grams; 0 where nothing says it.
	Grade       string   `json:"grade"`
	Accessories []string `json:"accessories"`
	Supplier    string   `json:"supplier"`
	Invoice     string   `json:"invoice"`
	InvoiceDay  string   `json:"invoiceDay"` // YYYY-MM-DD, or "".
}

// ImportView is a file that was taken in.
type ImportView struct {
	Name string `json:"name"`
	At   string `json:"at"`
	By   string `json:"by"`
	Rows int    `json:"rows"`
}

// SoldFileView is what a file of sold units holds, before anything is written.
type SoldFileView struct {
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	Rows    int            `json:"rows"` // Good and bad together.
	Good    int            `json:"good"`
	Shown   []SoldUnitView `json:"shown"` // The first of the good ones.
	Bad     []RowFaultView `json:"bad"`   // The first of them.
	BadRows int            `json:"badRows"`
	Ignored []string       `json:"ignored"` // Columns that mean nothing here.
	Changes int            `json:"changes"` // Devices of which something else was known.
	Repeats int            `json:"repeats"` // Devices of which this was known.
	Earlier *ImportView    `json:"earlier"` // When the same file was taken in before; null when it never was.
}

// SoldRecordView is a sale of a device.
type SoldRecordView struct {
	OrderRef  string       `json:"orderRef"`
	LineRef   string       `json:"lineRef"`
	Title     string       `json:"title"`
	At        string       `json:"at"`
	FromFile  bool         `json:"fromFile"`  // The workshop's own file tells it,
	FromOrder bool         `json:"fromOrder"` // the marketplace does.
	Unit      SoldUnitView `json:"unit"`
}

// DeviceCaseView is a case that a device has to do with.
type DeviceCaseView struct {
	Row         Row    `json:"row"`
	Sold        bool   `json:"sold"`        // It is the device that was sold,
	Found       bool   `json:"found"`       // that was in the parcel,
	Replacement bool   `json:"replacement"` // that was given in exchange.
	Decided     string `json:"decided"`
	CameBack    string `json:"cameBack"`
	HandedOver  string `json:"handedOver"`
	Given       string `json:"given"` // Title of the unit that the customer got for it.
	GivenCode   string `json:"givenCode"`
	Other       string `json:"other"` // The device that was in the parcel instead.
}

// GuaranteeView is a device's guarantee as it stands now.
type GuaranteeView struct {
	Coverage    string `json:"coverage"` // presumed, to_prove, over, to_check.
	Rule        string `json:"rule"`
	Until       string `json:"until"` // Last day, as all of these; "" where unknown.
	Commercial  string `json:"commercial"`
	Presumption string `json:"presumption"`
	Conformity  string `json:"conformity"`
	Repairs     int    `json:"repairs"`
	Renewed     bool   `json:"renewed"`
}

// DevicePage is everything that is known of a device.
type DevicePage struct {
	Code      string           `json:"code"`
	IMEI      string           `json:"imei"`
	Serial    string           `json:"serial"`
	Title     string           `json:"title"`
	Cases     []DeviceCaseView `json:"cases"`
	Sold      []SoldRecordView `json:"sold"`
	Guarantee GuaranteeView    `json:"guarantee"`
	Flags     []ReasonView     `json:"flags"`
	Place     string           `json:"place"`
	Bin       string           `json:"bin"`
	InStock   string           `json:"inStock"` // State of the unit in the replacement stock; "" where it is none.
}

// CaseDeviceView is what the records say of the device of a case.
type CaseDeviceView struct {
	Code      string           `json:"code"`
	Flags     []ReasonView     `json:"flags"`
	Elsewhere []SoldRecordView `json:"elsewhere"`
	Unit      *SoldUnitView    `json:"unit"` // What left, as the workshop's file says; null where none does.
}

// SoldFilesView lists the files of sold units that were taken in.
type SoldFilesView struct {
	Files []ImportView `json:"files"`
}
