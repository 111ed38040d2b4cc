package station

import (
	"slices"

	"revient/app/catalog"
	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/store"
)

// findings gathers all that the decision table reads of a case: the case itself, the
// customer's own photos, the stock of replacements, the device's past repairs.
func (s *Station) findings(tx *store.ReadTx, c returns.Case, remaining returns.Money) (policy.Findings, error) {
	sent, err := customerPhotos(tx, c.ID)
	if err != nil {
		return policy.Findings{}, err
	}
	if sent == 0 && shown(c.Proof) {
		sent = 1 // A person saw it elsewhere, and said so.
	}
	stock, err := s.replacementOf(tx, c)
	if err != nil {
		return policy.Findings{}, err
	}
	repairs, err := pastRepairs(tx, c)
	if err != nil {
		return policy.Findings{}, err
	}
	findings := policy.Findings{
		Timeline: s.Timeline(c), Identity: policy.Identity(c.Identity.State), Evidence: standing(c.Evidence) + sent,
		DefectDeclared: namesDefect(c.Claim.Issues), Replacement: stock, ReplacementGiven: replacementGiven(c), NoReplacement: c.NoReplacement,
		RepairFailed: c.Repair != nil && c.Repair.State == returns.Unrepairable, Lost: c.Stage == returns.Lost,
		PriorDefectProved: c.Proof.AskedAt.Known() && shown(c.Proof), Choice: chosen(c.Question), Remaining: &remaining,
	}
	findings.Timeline.Repairs = repairs
	// What the marketplace refunded in part leaves a rest, which is decided as any other.
	findings.MarketplaceRefunded = refundedByMarketplace(c) && remaining.Minor <= 0
	s.readInspection(c, &findings)
	sold, err := soldWith(tx, c)
	findings.WeightGap = findings.WeightGap || weighsTooLittle(c, sold)
	return findings, err
}

// namesDefect reports whether one of the issues that a customer ticked is about a part
// of the device; "changed my mind" is an issue of the marketplace's too, and no defect.
func namesDefect(issues []string) bool {
	return slices.ContainsFunc(catalog.AreasOf(issues), func(area string) bool { return area != catalog.AreaOther })
}

// shown reports whether the customer showed what they claim.
func shown(proof returns.Proof) bool {
	return proof.State == returns.ProofPhotos || proof.State == returns.ProofVideo
}

// chosen is what the customer answered where both paths were open to them.
func chosen(question *returns.Question) policy.Choice {
	if question == nil {
		return policy.NotChosen
	}
	return map[string]policy.Choice{
		"withdraw": policy.ChoseToLeave, "return": policy.ChoseToLeave, "repair": policy.ChoseRepair,
	}[question.Answer]
}

func replacementGiven(c returns.Case) bool {
	return len(c.Given) > 0 || c.Outbound.State == returns.HandedOver && c.Outbound.What == returns.OutReplacement
}

func refundedByMarketplace(c returns.Case) bool {
	return slices.ContainsFunc(c.Refunds, func(r returns.Refund) bool { return r.State == returns.RefundAlreadyRefunded })
}

// standing counts the photos that show the parcel in hand.
func standing(evidence []returns.Evidence) (n int) {
	for _, photo := range evidence {
		if !photo.Shelved {
			n++
		}
	}
	return n
}

// customerPhotos counts what the customer sent with their messages and is kept here.
func customerPhotos(tx *store.ReadTx, id returns.CaseID) (int, error) {
	messages, err := tx.Conversation(id)
	if err != nil {
		return 0, err
	}
	kept := 0
	for _, message := range messages {
		for _, file := range message.Attachments {
			if file.SHA256 != "" && message.Author == string(marketplace.FromCustomer) {
				kept++
			}
		}
	}
	return kept, nil
}

// pastRepairs lists when this device went back repaired, in whatever case: each
// repair makes its guarantee longer.
func pastRepairs(tx *store.ReadTx, c returns.Case) ([]policy.Moment, error) {
	identity := deviceCode(c)
	if identity == "" {
		return nil, nil
	}
	known, err := tx.FindByCode(identity)
	if err != nil {
		return nil, err
	}
	repairs := []policy.Moment{}
	for _, summary := range known {
		past, err := tx.Case(summary.ID)
		if fault.Is(err, fault.NotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		back := past.Outbound.State == returns.HandedOver && past.Outbound.What == returns.OutDevice
		if back && past.Repair != nil && past.Repair.State == returns.Repaired {
			repairs = append(repairs, policyMoment(past.Outbound.LeftAt))
		}
	}
	return repairs, nil
}

// deviceCode is what the device is known by: what was read on it, else what was sold.
func deviceCode(c returns.Case) string {
	if c.Identity.IMEI != "" {
		return c.Identity.IMEI
	}
	if c.Identity.Serial != "" || c.Sale == nil {
		return c.Identity.Serial
	}
	if c.Sale.IMEI != "" {
		return c.Sale.IMEI
	}
	return c.Sale.Serial
}

// The check that says whether the declared defect was reproduced.
const checkReproduced = "COM-20"

// readInspection reads what the decision table asks of the standing inspection.
func (s *Station) readInspection(c returns.Case, findings *policy.Findings) {
	if c.Inspection == nil {
		return
	}
	defects := c.Inspection.Defects()
	findings.Defect = reproduced(*c.Inspection)
	findings.SecondTest = s.testedTwice(c)
	for _, defect := range defects {
		kind, excluded := catalog.Exclusion(defect)
		if exclusion := policy.Exclusion(kind); excluded && !slices.Contains(findings.Exclusions, exclusion) {
			findings.Exclusions = append(findings.Exclusions, exclusion)
		}
		if catalog.IsAccessory(defect) {
			findings.MissingAccessories++
		}
		findings.WearBeyondTesting = findings.WearBeyondTesting || catalog.IsWear(defect)
		findings.ParcelDamaged = findings.ParcelDamaged || catalog.IsParcelDamage(defect)
		findings.WeightGap = findings.WeightGap || catalog.IsWeightGap(defect)
	}
	findings.Blocking, findings.DefectCode = blockedBy(*c.Inspection, defects)
	findings.Lock = lockOf(findings.DefectCode)
	if findings.Blocking == policy.Dead && findings.Timeline.Claim != policy.Withdrawal {
		findings.Defect = policy.DefectConfirmed // Whatever was declared, a device that does not start has a defect.
	}
}

// reproduced reads whether the declared defect was found.
func reproduced(inspection returns.Inspection) policy.Reproduced {
	switch inspection.Results[checkReproduced].Answer {
	case returns.OK:
		return policy.DefectConfirmed
	case returns.KO:
		return policy.DefectNotFound
	default:
		return policy.DefectUnchecked
	}
}

// blockedBy is the finding that ends an inspection, whether it was ended by it or
// only answered, with the defect to name: that of the finding, else the first that a
// guarantee covers.
func blockedBy(inspection returns.Inspection, defects []string) (policy.Blocking, string) {
	if inspection.Blocking != "" {
		return policy.Blocking(findingOf(inspection.Blocking)), inspection.Blocking
	}
	named := ""
	for _, defect := range defects {
		_, excluded := catalog.Exclusion(defect)
		finding := policy.Blocking(findingOf(defect))
		if finding != policy.NothingBlocks && finding != policy.Dead && !excluded {
			return finding, defect
		}
		if named == "" && catalog.CoveredByWarranty(defect) {
			named = defect
		}
	}
	return policy.NothingBlocks, named
}

// findingOf is the code of the blocking finding that a defect is; "" where it is none.
func findingOf(defect string) string {
	for _, finding := range catalog.Findings() {
		if slices.Contains(finding.Defects, defect) {
			return finding.Code
		}
	}
	return ""
}

// lockOf says what a device is locked with, by the defect that was found.
func lockOf(defect string) policy.Lock {
	if !catalog.IsLock(defect) {
		return policy.LockUnknown
	}
	if known, err := catalog.DefectByCode(defect); err == nil && known.Problem == "CODE_LOCKED" {
		return policy.CodeLock
	}
	return policy.AccountLock
}

// testedTwice reports whether two operators looked for the declared defect and
// neither found it. Where one person works, their second test counts.
func (s *Station) testedTwice(c returns.Case) bool {
	if reproduced(*c.Inspection) != policy.DefectNotFound {
		return false
	}
	alone := s.Settings().Rights.Alone
	return slices.ContainsFunc(c.Revisions, func(earlier returns.Inspection) bool {
		return earlier.CompletedAt.Known() && reproduced(earlier) == policy.DefectNotFound && (alone || earlier.By != c.Inspection.By)
	})
}
