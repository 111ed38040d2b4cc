package api

// RequestForm opens a case by hand.
type RequestForm struct {
	OrderRef  string `json:"orderRef"`
	LineRef   string `json:"lineRef"` // "" when the order is not one of the marketplace's.
	Title     string `json:"title"`
	Category  string `json:"category"`
	IMEI      string `json:"imei"`
	Serial    string `json:"serial"`
	Paid      Money  `json:"paid"`
	Shipping  Money  `json:"shipping"`
	Claim     string `json:"claim"`
	Wish      string `json:"wish"`
	Text      string `json:"text"`
	Name      string `json:"name"`
	Email     string `json:"email"`
	Phone     string `json:"phone"`
	Street    string `json:"street"`
	PostCode  string `json:"postCode"`
	City      string `json:"city"`
	Country   string `json:"country"`
	Language  string `json:"language"`
	Delivered string `json:"delivered"` // YYYY-MM-DD; "" when unknown.
}

// ReceiveForm logs a parcel.
type ReceiveForm struct {
	Arrived string `json:"arrived"` // RFC 3339, or a day and time on the workshop's clock; "" means this moment.
	Reason  string `json:"reason"`  // Why it is earlier than now.
	Code    string `json:"code"`    // What was scanned, if anything.
}

// IdentityForm is what was read on the device.
type IdentityForm struct {
	IMEI       string `json:"imei"`
	Serial     string `json:"serial"`
	Unreadable bool   `json:"unreadable"`
}

// CheckForm is the answer to one check.
type CheckForm struct {
	Code   string `json:"code"`
	Answer string `json:"answer"` // ok, ko, na, not_tested.
	Defect string `json:"defect"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// EvidenceForm hangs photos on a check or a view. The photos were put on the
// media handler before.
type EvidenceForm struct {
	Photos []string `json:"photos"`
	Check  string   `json:"check"`
	View   string   `json:"view"`
	Source string   `json:"source"` // camera, file, paste, drop.
}

// StopForm ends an inspection for a blocking finding.
type StopForm struct {
	Finding string `json:"finding"` // Code of the finding.
}

// PutAwayForm is the end of the device's way: erased, graded, put somewhere.
type PutAwayForm struct {
	Wipe   string `json:"wipe"`   // done, not_needed, impossible.
	Method string `json:"method"` // clear, purge, destroy.
	Tool   string `json:"tool"`
	Grade  string `json:"grade"`
	Place  string `json:"place"` // stock, parts, scrap.
	Bin    string `json:"bin"`
}

// HoldForm puts a case on hold.
type HoldForm struct {
	Code     string `json:"code"`
	Text     string `json:"text"`
	ReviewAt string `json:"reviewAt"` // YYYY-MM-DD; "" for none.
}

// ReasonForm is a reason, with the manager's PIN where the command needs it.
type ReasonForm struct {
	Code   string `json:"code"`
	Reason string `json:"reason"`
	PIN    string `json:"pin"`
}

// RedateForm corrects a moment.
type RedateForm struct {
	Which  string `json:"which"` // arrival, delivery, declaration.
	At     string `json:"at"`    // RFC 3339, or YYYY-MM-DD when only the day is known.
	Reason string `json:"reason"`
}

// SettleForm is a person's word on a refund that reading back cannot settle.
type SettleForm struct {
	Refund   string `json:"refund"`
	Refunded bool   `json:"refunded"`
	Seen     string `json:"seen"`
	PIN      string `json:"pin"`
}

// WorkshopForm is the workshop's identity, as documents show it.
type WorkshopForm struct {
	Name     string `json:"name"`
	Street   string `json:"street"`
	PostCode string `json:"postCode"`
	City     string `json:"city"`
	Country  string `json:"country"`
	Email    string `json:"email"`
	Phone    string `json:"phone"`
	SIREN    string `json:"siren"`
	VAT      string `json:"vat"`
	Margin   bool   `json:"margin"` // Documents mention the margin scheme.
}

// StationForm is this station.
type StationForm struct {
	Name     string `json:"name"`
	Prefix   string `json:"prefix"` // Two to four letters or digits, such as P03; fixed once a case exists.
	Language string `json:"language"`
	Scheme   string `json:"scheme"`
}

// AccountForm is a marketplace account.
type AccountForm struct {
	Environment string `json:"environment"` // none, production, preprod, sandbox.
	Token       string `json:"token"`
	Company     string `json:"company"` // For the User-Agent that the marketplace asks for.
	Contact     string `json:"contact"`
}

// ScannerForm tunes the scanner's decoder.
type ScannerForm struct {
	MaxGap     int    `json:"maxGap"`     // Milliseconds between two keys, 20 to 150.
	Terminator string `json:"terminator"` // enter, tab, none.
	Prefix     string `json:"prefix"`
	Volume     int    `json:"volume"` // 0 to 100.
}

// SetupForm is the first-run assistant.
type SetupForm struct {
	Workshop WorkshopForm `json:"workshop"`
	Station  StationForm  `json:"station"`
	Account  AccountForm  `json:"account"`
	Manager  string       `json:"manager"` // Name.
	PIN      string       `json:"pin"`     // Four to twelve digits.
}
