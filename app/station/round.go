package station

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"revient/app/catalog"
	"revient/app/paper"
	"revient/app/returns"
	"revient/app/store"
	"revient/app/text"
)

// Homeless is a device that has to go to its place.
type Homeless struct {
	Case        store.CaseSummary
	Wipe        returns.WipeState
	Grade       string
	Destination returns.Place
	Bin         string // The bin of that place, where there is but one.
	NeedsWipe   bool   // The destination asks for it.
	NeedsGrade  bool
	Customers   bool // It goes back to its owner: nothing of it is erased.
}

// homeless is the list of the devices to put away: those that are in the workshop and
// of which nothing is left to decide.
func homeless(offset, limit int) store.WorklistFilter {
	return store.WorklistFilter{ToPutAway: true, Places: returns.Shelves(), Offset: offset, Limit: limit}
}

// ToPutAway lists the devices that have to go to their place, what is most urgent
// first, and counts them all.
func (s *Station) ToPutAway(tx *store.ReadTx, offset, limit int) ([]Homeless, int, error) {
	total, err := tx.CountCases(homeless(0, 0))
	if err != nil {
		return nil, 0, err
	}
	summaries, err := tx.Worklist(homeless(offset, limit))
	if err != nil {
		return nil, 0, err
	}
	only, err := onlyBins(tx)
	if err != nil {
		return nil, 0, err
	}
	rows := []Homeless{}
	for _, summary := range summaries {
		c, err := tx.Case(summary.ID)
		if err != nil {
			return nil, 0, err
		}
		row := homelessOf(summary, c)
		row.Bin = only[row.Destination]
		rows = append(rows, row)
	}
	return rows, total, nil
}

func homelessOf(summary store.CaseSummary, c returns.Case) Homeless {
	row := Homeless{Case: summary, Wipe: c.Wipe.State, Grade: c.Grade, Destination: destinationOf(c)}
	row.Customers = row.Destination == returns.OutboundShelf || row.Destination == returns.RepairShelf
	row.NeedsWipe = !row.Customers && c.Wipe.State == returns.WipeOpen
	row.NeedsGrade = row.Destination == returns.Stock && c.Grade == ""
	return row
}

// destinationOf proposes where a device ends up: with its owner, on sale again, or
// where one goes that is locked, destroyed or dangerous. People choose.
func destinationOf(c returns.Case) returns.Place {
	if c.Decision != nil && c.Decision.Outcome.GivesBack() && !c.GivenUp {
		if c.Decision.Outcome == returns.WarrantyRepair && (c.Repair == nil || c.Repair.State != returns.Repaired) {
			return returns.RepairShelf
		}
		return returns.OutboundShelf
	}
	switch {
	case c.Wipe.State == returns.WipeImpossible, c.Wipe.Method == "destroy", foundOf(c, "SAF-"):
		return returns.Scrap
	case foundOf(c, "LCK-"):
		return returns.Parts
	default:
		return returns.Stock
	}
}

// foundOf reports whether the standing inspection found a defect of a family.
func foundOf(c returns.Case, family string) bool {
	return c.Inspection != nil && slices.ContainsFunc(c.Inspection.Defects(), func(defect string) bool { return strings.HasPrefix(defect, family) })
}

// onlyBins names the bin of each place that has but one.
func onlyBins(tx *store.ReadTx) (map[returns.Place]string, error) {
	bins, err := tx.Bins()
	if err != nil {
		return nil, err
	}
	only, many := map[returns.Place]string{}, map[returns.Place]bool{}
	for _, bin := range bins {
		if !bin.ClosedAt.IsZero() {
			continue
		}
		if many[bin.Place] {
			delete(only, bin.Place)
			continue
		}
		only[bin.Place], many[bin.Place] = bin.Code, true
	}
	return only, nil
}

// mostOnRound is how many devices one round takes to their places.
const mostOnRound = 200

// RoundPDF sets the list of the devices to put away, in the language of the workshop.
func (s *Station) RoundPDF(ctx context.Context) ([]byte, error) {
	page := paper.PutAwayList{Sheet: s.sheet(), Workshop: s.Settings().Workshop.Name}
	lang := s.language()
	err := s.db.View(ctx, func(tx *store.ReadTx) error {
		rows, _, err := s.ToPutAway(tx, 0, mostOnRound)
		for _, row := range rows {
			page.Rows = append(page.Rows, paper.PutAway{
				Case: row.Case.Number, Device: paper.Device{Model: row.Case.Title, IMEI: row.Case.IMEI, Serial: row.Case.Serial},
				Grade: gradeWords(lang, row.Grade), Wipe: wipeWords(lang, row), Destination: text.T(lang, "stock.place."+string(row.Destination), nil), Bin: row.Bin,
			})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	pdf, err := s.render(page)
	if err != nil {
		return nil, fmt.Errorf("set put-away list: %w", err)
	}
	return pdf, nil
}

func gradeWords(lang text.Language, grade string) string {
	if slices.Contains(catalog.Grades(), grade) {
		return text.T(lang, "stock.grade."+grade, nil)
	}
	return text.T(lang, "stock.grade.none", nil)
}

func wipeWords(lang text.Language, row Homeless) string {
	switch {
	case row.Customers:
		return text.T(lang, "stock.wipe.customers", nil)
	case row.Wipe == returns.WipeOpen:
		return text.T(lang, "stock.wipe.open", nil)
	default:
		return text.T(lang, "stock.wipe."+string(row.Wipe), nil)
	}
}
