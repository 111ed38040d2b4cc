package station

import (
	"cmp"
	"time"

	"revient/app/catalog"
	"revient/app/paper"
	"revient/app/policy"
	"revient/app/returns"
	"revient/app/text"
)

// protest is the letter to the carrier. It counts its three days from the arrival.
func (p printed) protest() paper.CarrierProtest {
	carrier := cmp.Or(p.c.Return.Carrier, text.T(p.lang, "messages.carrier", nil))
	letter := paper.CarrierProtest{
		Sheet: p.sheet(), Seller: p.seller(), Carrier: paper.Address{Name: carrier}, Case: p.c.Number, Tracking: p.c.Tracking(),
		Sender: p.customer.Name(), Order: p.order(), Device: p.device(), Loss: paper.Damaged, Found: p.findingWords(),
		Photos: standing(p.c.Evidence), Arrived: p.now,
	}
	if p.c.Custody.Place == returns.NoDevice {
		letter.Loss = paper.Missing
	}
	if p.c.Sale != nil {
		letter.Value = p.c.Sale.Paid
	}
	if p.c.Reception != nil {
		letter.Arrived = p.c.Reception.Arrived.At.In(p.station.Zone())
	}
	inputs := policy.Inputs{Event: policy.At(letter.Arrived), Place: *p.station.place.Load()}
	if deadline, err := p.station.policyOf(p.c).Deadline(policy.Carrier3D, inputs); err == nil {
		letter.Last = deadline.Last().Time()
	}
	if p.c.Protest != nil {
		letter.Signatory = p.names[p.c.Protest.By]
	}
	return letter
}

// findingWords is what the inspection found, in one sentence.
func (p printed) findingWords() string {
	if p.c.Inspection == nil {
		return text.T(p.lang, "messages.found_outside", nil)
	}
	found := ""
	for _, defect := range p.c.Inspection.Defects() {
		if found != "" {
			found += ", "
		}
		found += text.T(p.lang, "catalog.defect."+defect, nil)
	}
	return cmp.Or(found, text.T(p.lang, "messages.found_outside", nil))
}

// refusal is the letter to the customer, with every check that spoke against them.
func (p printed) refusal(words string) paper.RefusalLetter {
	letter := paper.RefusalLetter{
		Sheet: p.sheet(), Seller: p.seller(), Customer: p.customerAddress(), Case: p.c.Number, Order: p.order(), Device: p.device(),
		Asked: p.words, Reason: words, Findings: p.refusalFindings(), GoesBack: p.c.Custody.Place != returns.NoDevice,
	}
	if p.c.Decision != nil {
		letter.Signatory = p.names[cmp.Or(p.c.Decision.Second, p.c.Decision.By)]
	}
	window, err := p.station.policyOf(p.c).Window(p.station.Timeline(p.c))
	if err == nil && window.Standing == policy.AfterTime {
		zone := p.station.Zone()
		letter.Late = &paper.Lateness{
			Rule: text.T(p.lang, window.Deadline.Rule.TitleKey(), nil), From: p.c.DeliveredAt.At.In(zone), Last: window.Deadline.Last().Time(),
			Source: text.T(p.lang, "policy.mark.delivered", nil), Declared: p.c.DeclaredAt.At.In(zone),
		}
	}
	return letter
}

func (p printed) refusalFindings() []paper.Finding {
	findings := []paper.Finding{}
	if p.c.Inspection == nil {
		return findings
	}
	photos := func(check string) (n int) {
		for _, evidence := range p.c.Evidence {
			if evidence.Check == check && !evidence.Shelved {
				n++
			}
		}
		return n
	}
	for _, check := range p.c.Inspection.Checks {
		result := p.c.Inspection.Results[check.Code]
		if result.Answer != returns.KO {
			continue
		}
		findings = append(findings, paper.Finding{
			Check: text.T(p.lang, "catalog.check."+check.Code+".label", nil), Result: p.defect(result.Defect), Photos: photos(check.Code),
		})
	}
	if blocking := p.c.Inspection.Blocking; blocking != "" {
		findings = append(findings, paper.Finding{Check: text.T(p.lang, "messages.blocking", nil), Result: p.defect(blocking), Photos: standing(p.c.Evidence)})
	}
	return findings
}

// defect is a defect in words; one that the catalogue no longer knows is its code.
func (p printed) defect(code string) string {
	if code == "" {
		return ""
	}
	return text.T(p.lang, "catalog.defect."+code, nil)
}

func (p printed) repairReport() paper.RepairReport {
	report := paper.RepairReport{
		Sheet: p.sheet(), Seller: p.seller(), Customer: p.customerAddress(), Case: p.c.Number, Order: p.order(), Device: p.device(),
		Defect: p.findingWords(), Work: text.T(p.lang, "messages.repaired", nil), Repaired: p.now, Controlled: p.now,
	}
	repair := p.c.Repair
	if repair == nil {
		return report
	}
	for _, part := range repair.Parts {
		report.Parts = append(report.Parts, paper.Part{Name: text.T(p.lang, "catalog.part."+part.Part, nil), Reference: part.Reference, Quantity: 1})
	}
	report.Technician, report.Repaired = p.names[repair.Technician], inZone(repair.FinishedAt, p.station.Zone(), p.now)
	report.Controlled = inZone(repair.PassedAt, p.station.Zone(), p.now)
	if !repair.Alone {
		report.Controller = p.names[repair.Controller]
	}
	report.Guaranteed = p.guaranteedUntil(func(t *policy.Timeline) { t.Repairs = append(t.Repairs, policyMoment(repair.PassedAt)) })
	return report
}

// guaranteedUntil is the last day of the conformity guarantee with what has just
// happened to the device; zero where the delivery is unknown.
func (p printed) guaranteedUntil(happened func(*policy.Timeline)) time.Time {
	timeline := p.station.Timeline(p.c)
	happened(&timeline)
	guarantee, err := p.station.policyOf(p.c).Guarantee(timeline, p.now)
	if err != nil || guarantee.Coverage == policy.CoverToCheck {
		return time.Time{}
	}
	return guarantee.Conformity.Last().Time()
}

func inZone(m returns.Moment, zone *time.Location, otherwise time.Time) time.Time {
	if !m.Known() {
		return otherwise
	}
	return m.At.In(zone)
}

func (p printed) deliveryNote() paper.DeliveryNote {
	note := paper.DeliveryNote{
		Sheet: p.sheet(), Seller: p.seller(), Customer: p.customerAddress(), Case: p.c.Number, Order: p.order(), Device: p.device(),
		Carrier: p.c.Outbound.Carrier, Tracking: p.c.Outbound.Tracking,
	}
	if unit := p.c.Replacement; p.c.Outbound.What == returns.OutReplacement && unit != nil {
		note.Replaces, note.Device = note.Device, paper.Device{Model: unit.Title, IMEI: unit.IMEI, Serial: unit.Serial}
		note.Bin = unit.Bin
		if unit.Grade != "" {
			note.Grade = text.T(p.lang, "messages.grade."+unit.Grade, nil)
		}
		imposed := p.c.Claim.Wish == returns.WantsRepair
		note.Guarantee = paper.Guarantee{New: imposed, Until: p.guaranteedUntil(func(t *policy.Timeline) {
			if imposed {
				t.Replaced = policy.At(p.now)
			}
		})}
		if p.c.Sale != nil {
			note.Accessories = p.accessories()
		}
		return note
	}
	note.Guarantee = paper.Guarantee{Until: p.guaranteedUntil(func(t *policy.Timeline) {
		if p.c.Repair != nil && p.c.Repair.State == returns.Repaired {
			t.Repairs = append(t.Repairs, policyMoment(p.c.Repair.PassedAt))
		}
	})}
	return note
}

// accessories are what goes into the box with a device of the category.
func (p printed) accessories() []string {
	names := []string{}
	for _, accessory := range catalog.Accessories(p.c.Sale.Category) {
		names = append(names, text.T(p.lang, accessory.LabelKey(), nil))
	}
	return names
}
