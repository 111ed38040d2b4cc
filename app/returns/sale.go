package returns

// Sale is what the workshop once sold and now gets back: one order line of one
// order. It is a copy of what the marketplace said at the time; a later change
// there never rewrites it.
type Sale struct {
	Account   string `json:"account"` // Which of the workshop's marketplace accounts; "" for a sale entered by hand.
	OrderRef  string `json:"orderRef"`
	LineRef   string `json:"lineRef"`
	SKU       string `json:"sku,omitempty"`
	Title     string `json:"title"`
	Category  string `json:"category,omitempty"` // Catalogue category, such as "smartphone".
	Grade     string `json:"grade,omitempty"`    // As sold: premium, excellent, good, fair.
	IMEI      string `json:"imei,omitempty"`
	Serial    string `json:"serial,omitempty"`
	Paid      Money  `json:"paid"`     // What the customer paid for the item.
	Shipping  Money  `json:"shipping"` // What the customer paid for outward shipping.
	Locale    string `json:"locale"`   // The customer's, such as "fr-fr".
	Country   string `json:"country"`  // ISO 3166 code of the delivery address: it picks the calendar.
	Region    string `json:"region"`   // First characters of the postal code, where the calendar needs them ("67").
	Quantity  int    `json:"quantity"`
	Tracking  string `json:"tracking,omitempty"` // The way out.
	Invoice   string `json:"invoice,omitempty"`  // Number of the invoice that the sale was billed with.
	SoldAt    Moment `json:"soldAt"`
	ShippedAt Moment `json:"shippedAt"`
}

// Key names the order line across every case: the refund cap holds for it.
func (s Sale) Key() string { return s.Account + "/" + s.OrderRef + "/" + s.LineRef }

// Total is everything that the customer paid for this line.
func (s Sale) Total() (Money, error) { return s.Paid.Plus(s.Shipping) }

// Identifiable reports whether the sale says which device left.
func (s Sale) Identifiable() bool { return s.IMEI != "" || s.Serial != "" }

// ClaimKind is why the customer returns the device, as far as deadlines and the
// inspection are concerned.
type ClaimKind string

// The kinds of claim.
const (
	ChangeOfMind ClaimKind = "change_of_mind"
	Defect       ClaimKind = "defect"
	Warranty     ClaimKind = "warranty"
	OtherClaim   ClaimKind = "other"
)

// Wish is what the customer asks for.
type Wish string

// The wishes.
const (
	WantsRefund      Wish = "refund"
	WantsReplacement Wish = "replacement"
	WantsRepair      Wish = "repair"
	WantsHelp        Wish = "help"
	WishUnknown      Wish = "unknown"
)

// Claim is what the customer says is wrong and wants done about it.
type Claim struct {
	Kind   ClaimKind `json:"kind"`
	Wish   Wish      `json:"wish"`
	Issues []string  `json:"issues"` // The marketplace's codes, such as BATTERY_NOT_CHARGING.
	Text   TextRef   `json:"text"`   // The customer's own words.
}
