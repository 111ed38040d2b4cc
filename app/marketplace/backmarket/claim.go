package backmarket

import (
	"slices"
	"strings"
	"time"

	"revient/app/marketplace"
)

// returnWindow is the time after shipping in which a defect may still belong to
// the right of return: thirty days from receipt, and up to five on the way. It
// picks a checklist only; whether a right holds is for the policy to say.
const returnWindow = 35 * 24 * time.Hour

// Back Market publishes no list of issues, so that a claim is told by the words
// its codes are made of, the codes of the back office's export among them.
var (
	mindWords   = []string{"MIND", "WITHDRAW", "RETRACT", "NOT_NEEDED", "NO_LONGER"}
	defectWords = []string{
		"TECHNICAL", "ESTHETIC", "AESTHETIC", "COSMETIC", "BAD_PRODUCT", "WRONG", "DEFECT", "BROKEN", "DAMAGE", "FAIL", "FAULT",
		"NOT_WORKING", "NOT_CHARGING", "BATTERY", "SCREEN", "DISPLAY", "CAMERA", "KEYBOARD", "POWER", "BOOT", "MISSING", "SOUND", "NETWORK",
	}
)

// kindOf tells what road a claim takes.
func kindOf(issues []marketplace.Issue, declared, shipped time.Time) marketplace.ClaimKind {
	kind := marketplace.UnknownClaim
	for _, issue := range issues {
		words := strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToUpper(issue.Tag + " " + issue.Code))
		contains := func(part string) bool { return strings.Contains(words, part) }
		switch {
		case slices.ContainsFunc(mindWords, contains):
			if kind == marketplace.UnknownClaim {
				kind = marketplace.ChangeOfMind
			}
		case slices.ContainsFunc(defectWords, contains):
			kind = marketplace.Defect
		}
	}
	if kind == marketplace.Defect && !shipped.IsZero() && !declared.IsZero() && declared.Sub(shipped) > returnWindow {
		return marketplace.Warranty
	}
	return kind
}

// kindOfAll is the most serious kind among claims, those still open first.
func kindOfAll(claims []marketplace.Claim) marketplace.ClaimKind {
	order := []marketplace.ClaimKind{marketplace.Warranty, marketplace.Defect, marketplace.ChangeOfMind}
	for _, onlyOpen := range []bool{true, false} {
		for _, kind := range order {
			if slices.ContainsFunc(claims, func(c marketplace.Claim) bool { return c.Kind == kind && (c.Open || !onlyOpen) }) {
				return kind
			}
		}
	}
	return marketplace.UnknownClaim
}
