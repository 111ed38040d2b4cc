package api

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"revient/app/paper"
	"revient/app/policy"
	"revient/app/store"
	"revient/app/text"
)

// mostPrinted is the longest list that is printed: nobody carries more than a dozen
// pages through a workshop.
const mostPrinted = 500

// worklistPDF sets a list as it is now, for whoever carries it through the workshop.
// It is kept nowhere: the next print is another list.
func (a *API) worklistPDF(w http.ResponseWriter, r *http.Request) {
	page, err := read(r.Context(), a, func(tx *store.ReadTx) (paper.WorklistPage, error) {
		return a.worklistPage(tx, r.URL.Query().Get("filter"))
	})
	if err != nil {
		a.refuse(w, err)
		return
	}
	pdf, err := page.PDF()
	if err != nil {
		a.refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Header().Set("Content-Disposition", "inline")
	w.Header().Set("Cache-Control", "private, no-store") // It names people, who may be erased.
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(string(pdf)))
}

func (a *API) worklistPage(tx *store.ReadTx, list string) (paper.WorklistPage, error) {
	set := a.station.Settings()
	lang, now := set.Desk.Language, a.station.Now().In(a.station.Zone())
	title := text.T(lang, "work.list.all", nil)
	if slices.Contains(lists(), list) || list == listRefundToday {
		title = text.T(lang, "work.list."+list, nil)
	}
	page := paper.WorklistPage{
		Sheet:    paper.Sheet{Language: lang, Issued: now, Sample: a.station.Sample(), Specimen: a.station.Training()},
		Workshop: set.Workshop.Name, Title: title,
	}
	filter := a.filterOf(list)
	filter.Limit = mostPrinted
	found, err := tx.Worklist(filter)
	for _, summary := range found {
		page.Rows = append(page.Rows, a.printedRow(lang, now, summary))
	}
	return page, err
}

func (a *API) printedRow(lang text.Language, now time.Time, s store.CaseSummary) paper.WorklistRow {
	row := paper.WorklistRow{Case: s.Number, Device: s.Title, Stage: text.T(lang, "work.stage."+string(s.Stage), nil), Customer: s.Customer, Bin: s.Bin}
	if s.Place != "" {
		row.Place = text.T(lang, "case.place."+string(s.Place), nil)
	}
	due, owed := a.station.DueOf(s)
	if !owed {
		return row
	}
	next, late := due.Next(now), due.Tone(now) == policy.Late
	row.Due = paper.Due{
		At: next.At.In(a.station.Zone()), Rule: text.T(lang, next.Rule.TitleKey(), nil), Late: late,
		ToHour: countsHours(next.Rule), Today: !late && next.Last() == policy.DayOf(now, a.station.Zone()),
	}
	if !row.Due.ToHour {
		row.Due.At = next.Last().Time()
	}
	return row
}

// countsHours reports whether a rule ends at an hour, and not with a day.
func countsHours(rule policy.Rule) bool { return rule == policy.Answer24H || rule == policy.Answer24WH }
