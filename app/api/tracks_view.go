package api

import (
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// ProofView is what the customer shows of what they claim.
type ProofView struct {
	State   string `json:"state"` // "", asked, photos, video.
	AskedAt string `json:"askedAt"`
	AskedBy string `json:"askedBy"`
	Text    string `json:"text"` // What they were asked to show.
	GivenAt string `json:"givenAt"`
}

// QuestionView is a choice that was put to the customer.
type QuestionView struct {
	Choice     string   `json:"choice"`
	Text       string   `json:"text"`
	Answers    []string `json:"answers"` // What they can answer: case.answer.<answer>.
	AskedAt    string   `json:"askedAt"`
	AskedBy    string   `json:"askedBy"`
	Answer     string   `json:"answer"` // "" while the case waits for them.
	AnsweredAt string   `json:"answeredAt"`
}

// ReplacementView is the unit that is kept for the customer, or was given to them.
type ReplacementView struct {
	Unit   string `json:"unit"`
	SKU    string `json:"sku"`
	Title  string `json:"title"`
	Grade  string `json:"grade"`
	IMEI   string `json:"imei"`
	Serial string `json:"serial"`
	Bin    string `json:"bin"`
	At     string `json:"at"`
	By     string `json:"by"`
}

// OutboundView is what goes out to the customer, and how far it is.
type OutboundView struct {
	State    string `json:"state"` // "", packed, handed_over.
	What     string `json:"what"`  // replacement, device.
	PackedAt string `json:"packedAt"`
	Carrier  string `json:"carrier"`
	Tracking string `json:"tracking"`
	LeftAt   string `json:"leftAt"`
}

// RepairView is a repair under warranty.
type RepairView struct {
	State      string           `json:"state"` // waiting, in_repair, quality_control, repaired, unrepairable.
	Technician string           `json:"technician"`
	Parts      []RepairPartView `json:"parts"`
	StartedAt  string           `json:"startedAt"`
	FinishedAt string           `json:"finishedAt"`
	Controller string           `json:"controller"`
	PassedAt   string           `json:"passedAt"`
	Fails      int              `json:"fails"`
	FailCode   string           `json:"failCode"`
	FailText   string           `json:"failText"`
	Alone      bool             `json:"alone"`
	Choices    []string         `json:"choices"` // Parts that can be put in, what mends the defects found first.
}

// RepairPartView is a part that was put in: catalog.part.<part>.
type RepairPartView struct {
	Part      string `json:"part"`
	Reference string `json:"reference"`
}

// NoteView is a word from one colleague to the next.
type NoteView struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	At      string `json:"at"`
	By      string `json:"by"`
	Promise bool   `json:"promise"`
	Until   string `json:"until"`
	KeptAt  string `json:"keptAt"`
	KeptBy  string `json:"keptBy"`
}

// DeductionView is what was kept back for one part and one finding.
type DeductionView struct {
	Part    string `json:"part"`    // catalog.part.<part>.
	Finding string `json:"finding"` // catalog.defect.<finding>.
	Amount  Money  `json:"amount"`
}

// addTracks adds the tracks of a case that move beside its stage.
func (a *API) addTracks(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	names, err := namesOf(tx)
	if err != nil {
		return err
	}
	view.Policy, view.NoReplacement, view.GivenUp, view.Waits, view.Erased = c.Policy, c.NoReplacement, c.GivenUp, c.WaitsForCustomer(), c.Erased
	view.Proof = ProofView{State: string(c.Proof.State), AskedAt: instant(c.Proof.AskedAt.At), AskedBy: names[c.Proof.AskedBy]}
	view.Outbound = OutboundView{
		State: string(c.Outbound.State), What: c.Outbound.What, PackedAt: instant(c.Outbound.PackedAt.At), Carrier: c.Outbound.Carrier,
		Tracking: c.Outbound.Tracking, LeftAt: instant(c.Outbound.LeftAt.At),
	}
	if unit := c.Replacement; unit != nil {
		view.Replacement = &ReplacementView{
			Unit: string(unit.Unit), SKU: unit.SKU, Title: unit.Title, Grade: unit.Grade, IMEI: unit.IMEI, Serial: unit.Serial, Bin: unit.Bin,
			At: instant(unit.At.At), By: names[unit.By],
		}
	}
	if c.Protest != nil {
		view.ProtestAt = instant(c.Protest.At.At)
	}
	if view.Question, err = questionView(tx, c.Question, names); err != nil {
		return err
	}
	if view.Repair, err = repairView(tx, c, names); err != nil {
		return err
	}
	view.Notes = []NoteView{}
	for _, note := range c.Notes {
		text, err := words(tx, note.Text)
		if err != nil {
			return err
		}
		view.Notes = append(view.Notes, NoteView{
			ID: string(note.ID), Text: text, At: instant(note.At.At), By: names[note.By], Promise: note.Promise, Until: instant(note.Until.At),
			KeptAt: instant(note.KeptAt.At), KeptBy: names[note.KeptBy],
		})
	}
	return a.addRemaining(tx, c, view)
}

// addRemaining adds what may still be granted, counted over every case of the line.
func (a *API) addRemaining(tx *store.ReadTx, c returns.Case, view *CaseView) error {
	if c.Sale == nil {
		return nil
	}
	others, err := station.OtherRefunds(tx, c)
	if err != nil {
		return err
	}
	item, shipping := c.Remaining(others)
	view.RemainingItem, view.RemainingShipping = money(item), money(shipping)
	return nil
}

func questionView(tx *store.ReadTx, question *returns.Question, names map[returns.OperatorID]string) (*QuestionView, error) {
	if question == nil {
		return nil, nil //nolint:nilnil // Nothing was asked.
	}
	text, err := words(tx, question.Text)
	return &QuestionView{
		Choice: question.Choice, Text: text, Answers: returns.AnswersTo(question.Choice), AskedAt: instant(question.AskedAt.At),
		AskedBy: names[question.AskedBy], Answer: question.Answer, AnsweredAt: instant(question.AnsweredAt.At),
	}, err
}

func repairView(tx *store.ReadTx, c returns.Case, names map[returns.OperatorID]string) (*RepairView, error) {
	repair := c.Repair
	if repair == nil {
		return nil, nil //nolint:nilnil // Nothing is repaired.
	}
	text, err := words(tx, repair.FailText)
	view := &RepairView{
		State: string(repair.State), Technician: names[repair.Technician], Parts: []RepairPartView{}, StartedAt: instant(repair.StartedAt.At),
		FinishedAt: instant(repair.FinishedAt.At), Controller: names[repair.Controller], PassedAt: instant(repair.PassedAt.At), Fails: repair.Fails,
		FailCode: repair.FailCode, FailText: text, Alone: repair.Alone, Choices: station.RepairParts(c),
	}
	for _, part := range repair.Parts {
		view.Parts = append(view.Parts, RepairPartView(part))
	}
	return view, err
}

// namesOf maps operators to their names.
func namesOf(tx *store.ReadTx) (map[returns.OperatorID]string, error) {
	names := map[returns.OperatorID]string{}
	operators, err := tx.Operators()
	for _, operator := range operators {
		names[operator.ID] = operator.Name
	}
	return names, err
}
