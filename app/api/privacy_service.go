package api

import (
	"context"
	"net/http"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// Privacy is the service of what is held on people: what it is, a copy of it, and
// its end.
type Privacy struct{ api *API }

// Find lists the customers whose name or e-mail address holds what was typed.
func (s *Privacy) Find(typed string) ([]PersonRow, error) {
	const shown = 20
	return guard(s.api, "Privacy.Find", func(ctx context.Context) ([]PersonRow, error) {
		return read(ctx, s.api, func(tx *store.ReadTx) ([]PersonRow, error) {
			found, err := tx.FindPeople(typed, shown)
			rows := []PersonRow{}
			for _, one := range found {
				rows = append(rows, PersonRow{Case: string(one.Case), Name: one.Person.Name(), Email: one.Person.Email, City: one.Person.City, Cases: one.Cases})
			}
			return rows, err
		})
	})
}

// Held says what is held on the customer of a case.
func (s *Privacy) Held(id string) (PersonView, error) {
	return guard(s.api, "Privacy.Held", func(ctx context.Context) (PersonView, error) {
		return s.api.personView(ctx, returns.CaseID(id))
	})
}

func (a *API) personView(ctx context.Context, id returns.CaseID) (PersonView, error) {
	view := PersonView{Case: string(id), Cases: []Row{}, Open: []string{}, Kept: []KeptDocument{}, CopyURL: "/media/people/" + string(id)}
	kept, _, err := a.station.Retention(ctx)
	if err != nil {
		return view, err
	}
	held, err := a.station.HeldOn(ctx, store.PersonQuery{Case: id})
	if err != nil {
		return view, err
	}
	if len(held.Cases) == 0 {
		return view, fault.New(fault.NotFound, "errors_station.nobody_to_erase", nil)
	}
	if view.Customer, err = read(ctx, a, func(tx *store.ReadTx) (CustomerView, error) {
		c, err := tx.Case(id)
		if err != nil {
			return CustomerView{}, err
		}
		return customerView(tx, c)
	}); err != nil {
		return view, err
	}
	for _, summary := range held.Cases {
		view.Cases = append(view.Cases, a.row(summary))
		if !summary.Stage.Ended() {
			view.Open = append(view.Open, summary.Number)
		}
	}
	today := a.station.Now().In(a.station.Zone())
	for _, document := range held.Documents {
		until := kept.KeepUntil(document.IssuedAt.In(a.station.Zone()))
		switch {
		case document.State == store.DocumentErased:
		case document.Number != "" && today.Before(until.AddDate(0, 0, 1)):
			view.Kept = append(view.Kept, KeptDocument{Number: document.Number, Kind: string(document.Kind), Until: until.Format(time.DateOnly)})
		default:
			view.Documents++
		}
	}
	view.Orders, view.Texts, view.Messages = len(held.Sales), len(held.Texts), len(held.Messages)
	view.Files, view.Remote = len(held.Files), len(held.Remote)
	return view, nil
}

// Retention says how long people are kept, and what was erased.
func (s *Privacy) Retention() (RetentionView, error) {
	return guard(s.api, "Privacy.Retention", s.api.retentionView)
}

func (a *API) retentionView(ctx context.Context) (RetentionView, error) {
	kept, past, err := a.station.Retention(ctx)
	if err != nil {
		return RetentionView{}, err
	}
	before := a.station.Now().In(a.station.Zone()).AddDate(0, -kept.Months, 0)
	view := RetentionView{
		Months: kept.Months, DocumentYears: kept.DocumentYears, Past: past.Cases, Buyers: past.Buyers, Before: before.Format(time.DateOnly), Log: []ErasureEntry{},
	}
	entries, err := a.station.Erasures(ctx)
	if err != nil {
		return view, err
	}
	names, err := read(ctx, a, namesOf)
	for _, entry := range entries {
		view.Log = append(view.Log, ErasureEntry{
			At: instant(entry.At), By: names[entry.By], Because: entry.Because, Cases: entry.Done.Cases, Documents: entry.Done.Documents,
			Files: entry.Done.Files, Kept: len(entry.Done.Kept), Buyers: entry.Done.Buyers,
		})
	}
	return view, err
}

// SaveRetention changes how long people are kept.
func (s *Privacy) SaveRetention(command string, form RetentionForm, pin string) (RetentionView, error) {
	return guard(s.api, "Privacy.SaveRetention", func(ctx context.Context) (RetentionView, error) {
		order, err := s.api.order(command, pin)
		if err != nil {
			return RetentionView{}, err
		}
		if err := s.api.station.SetRetention(ctx, order, station.Retention{Months: form.Months, DocumentYears: form.DocumentYears}); err != nil {
			return RetentionView{}, err
		}
		return s.api.retentionView(ctx)
	})
}

// Erase forgets the customer of a case, because they asked for it.
func (s *Privacy) Erase(command, id, pin string) (ErasedView, error) {
	return s.erase("Erase", command, pin, func(ctx context.Context, order station.Order) (station.Erased, error) {
		return s.api.station.ErasePerson(ctx, order, returns.CaseID(id), "asked")
	})
}

// EraseDue forgets everybody who is past the retention.
func (s *Privacy) EraseDue(command, pin string) (ErasedView, error) {
	return s.erase("EraseDue", command, pin, s.api.station.EraseDue)
}

func (s *Privacy) erase(name, command, pin string, run func(context.Context, station.Order) (station.Erased, error)) (ErasedView, error) {
	return guard(s.api, "Privacy."+name, func(ctx context.Context) (ErasedView, error) {
		order, err := s.api.order(command, pin)
		if err != nil {
			return ErasedView{}, err
		}
		done, err := run(ctx, order)
		return ErasedView{
			Cases: done.Cases, Texts: done.Texts, Documents: done.Documents, Files: done.Files, Kept: append([]string{}, done.Kept...),
			Buyers: done.Buyers, Skipped: done.Skipped, Unfinished: done.Unfinished,
		}, err
	})
}

// personCopy answers with a copy of all that is held on the customer of a case.
func (a *API) personCopy(w http.ResponseWriter, r *http.Request) {
	archive, err := a.station.PersonCopy(r.Context(), returns.CaseID(r.PathValue("case")))
	if err != nil {
		a.refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/zip")
	w.Header().Set("Content-Disposition", `attachment; filename="`+archive.Name+`"`)
	w.Header().Set("Cache-Control", "private, no-store") // It names a person, who may be erased.
	_, err = w.Write(archive.Bytes)
	a.noteWrite(err)
}
