package policy

import "revient/app/returns"

// Identity says how the device compares with the one sold.
type Identity string

// The identities.
const (
	IdentityUnchecked   Identity = "unchecked"
	IdentityMatch       Identity = "match"
	IdentityMismatch    Identity = "mismatch"
	IdentityUnreadable  Identity = "unreadable"
	IdentitySaleUnknown Identity = "sale_unknown"
)

// Blocking is a finding that ended the inspection; the values are the codes of
// the catalogue's blocking findings.
type Blocking string

// The blocking findings.
const (
	NothingBlocks    Blocking = ""
	Empty            Blocking = "empty"
	WrongItem        Blocking = "wrong_item"
	Dead             Blocking = "dead"
	DangerousBattery Blocking = "dangerous_battery"
	Locked           Blocking = "locked"
)

// Lock says what a locked device is locked with.
type Lock string

// The locks.
const (
	LockUnknown Lock = ""
	AccountLock Lock = "account"
	CodeLock    Lock = "code"
)

// Reproduced says whether the declared defect was found.
type Reproduced string

// What a bench can say of a declared defect.
const (
	DefectUnchecked Reproduced = ""
	DefectConfirmed Reproduced = "confirmed" // Always or at times.
	DefectNotFound  Reproduced = "not_found"
)

// Stock says whether a replacement can be given.
type Stock string

// What is known of a replacement.
const (
	StockUnknown Stock = ""
	InStock      Stock = "in_stock"
	NoneInStock  Stock = "none"
)

// Exclusion is a cause that no guarantee covers.
type Exclusion string

// The exclusions.
const (
	Oxidation Exclusion = "oxidation"
	Impact    Exclusion = "impact"
	Opened    Exclusion = "opened" // By a third party.
)

// Choice is what the customer answered when both paths were open to them.
type Choice string

// The answers.
const (
	NotChosen    Choice = ""
	ChoseToLeave Choice = "withdraw" // Give the device back for its price.
	ChoseRepair  Choice = "repair"   // Have it repaired under guarantee.
)

// Findings are what the decision table reads. Every field holds what is known,
// and unknown is a value.
type Findings struct {
	Timeline Timeline `json:"timeline"`
	// Arrived is set once the parcel is here; a reception in the timeline says it
	// too. Before that the table proposes how to answer the request.
	Arrived    bool       `json:"arrived,omitempty"`
	Identity   Identity   `json:"identity"`
	Blocking   Blocking   `json:"blocking,omitempty"`
	Lock       Lock       `json:"lock,omitempty"`
	Defect     Reproduced `json:"defect,omitempty"`
	DefectCode string     `json:"defectCode,omitempty"` // Catalogue code of the confirmed defect.
	// DefectDeclared is set where a customer who changed their mind names a defect
	// too: the guarantee is their other path.
	DefectDeclared bool `json:"defectDeclared,omitempty"`
	// CustomerDamage is damage that a guarantee excludes; Exclusions says which,
	// where it is known.
	CustomerDamage    bool        `json:"customerDamage,omitempty"`
	Exclusions        []Exclusion `json:"exclusions,omitempty"`
	WearBeyondTesting bool        `json:"wearBeyondTesting,omitempty"` // More than a try in a shop leaves (C. conso. L221-23).
	// MissingAccessories counts the accessories sold that did not come back.
	MissingAccessories int `json:"missingAccessories,omitempty"`
	// Evidence counts photos and videos, the customer's and ours.
	Evidence      int   `json:"evidence,omitempty"`
	Replacement   Stock `json:"replacement,omitempty"`
	ParcelDamaged bool  `json:"parcelDamaged,omitempty"`
	// WeightGap is set where the parcel weighs too little for what was sold.
	WeightGap bool `json:"weightGap,omitempty"`
	Lost      bool `json:"lost,omitempty"`
	// ProofOfDispatch is set where the customer showed that they sent a lost parcel.
	ProofOfDispatch     bool   `json:"proofOfDispatch,omitempty"`
	MarketplaceRefunded bool   `json:"marketplaceRefunded,omitempty"`
	NoReplacement       bool   `json:"noReplacement,omitempty"`    // An exchange was decided and no unit could be given.
	ReplacementGiven    bool   `json:"replacementGiven,omitempty"` // The customer has a replacement already.
	RepairFailed        bool   `json:"repairFailed,omitempty"`
	SecondTest          bool   `json:"secondTest,omitempty"` // A second operator tested, and found nothing either.
	Choice              Choice `json:"choice,omitempty"`
	// PriorDefectProved is set where the customer showed that the defect was there at
	// the delivery, as the law asks of them after 12 months.
	PriorDefectProved bool `json:"priorDefectProved,omitempty"`
	// Remaining is what can still be refunded of the order line; nil where it was not
	// looked up.
	Remaining *returns.Money `json:"remaining,omitempty"`
}
