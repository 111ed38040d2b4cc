package catalog

import (
	"slices"

	"revient/app/fault"
)

// A refusal is a reason to say no to a customer, with the answer ready to send.
type refusal struct {
	Code    string   `json:"code"`
	Defects []string `json:"defects"` // Defect codes that it is the answer to.
}

// RefusalCodes lists the reasons of a refusal in the order of the screen.
func RefusalCodes() []string {
	codes := []string{}
	for _, r := range loaded().refusals {
		codes = append(codes, r.Code)
	}
	return codes
}

// CheckRefusal reports a code that is no reason of a refusal.
func CheckRefusal(code string) error {
	if !slices.Contains(RefusalCodes(), code) {
		return fault.New(fault.Invalid, "errors_catalog.refusal", fault.Args{"code": code}).At("code")
	}
	return nil
}

// RefusalFor is the reason that fits the defects found, the first that fits; none
// fits a device that has nothing against it.
func RefusalFor(defects []string) (code string, fits bool) {
	for _, defect := range defects {
		if r, known := find(loaded().refusals, func(r refusal) bool { return slices.Contains(r.Defects, defect) }); known {
			return r.Code, true
		}
	}
	return "", false
}

// RefusalKey names the short sentence of a reason.
func RefusalKey(code string) string { return "catalog.refusal." + code + ".label" }

// RefusalWordsKey names the answer to the customer, whose placeholders are the
// case, the title of what was sold and the workshop. The operator may change it
// before it leaves.
func RefusalWordsKey(code string) string { return "catalog.refusal." + code + ".words" }

// LateWordsKey names the answer to a request that came too late, where the last day
// is known; its placeholder is that day.
const LateWordsKey = "catalog.refusal.late.dated"
