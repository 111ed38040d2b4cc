package station

import (
	"context"
	"slices"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/text"
)

// Unidentify takes back that an unknown parcel was told to hold something. Where it
// was said to belong to a case that waited for it, that case waits again. It answers
// with the parcel's own case.
func (s *Station) Unidentify(ctx context.Context, order Order, id returns.CaseID, reason string) (returns.CaseID, error) {
	return s.run(ctx, order, "Unidentify", func(t *turn) (returns.CaseID, error) {
		parcel, err := t.Case(id)
		if err != nil {
			return "", err
		}
		words, err := t.SaveText("reason", reason)
		if err != nil {
			return "", err
		}
		waited := parcel.AbsorbedInto
		if _, err := t.decide(parcel, returns.Unidentify{Reason: words}); err != nil {
			return "", err
		}
		if waited == "" {
			return id, nil
		}
		other, err := t.Case(waited)
		if err != nil {
			return "", err
		}
		_, err = t.decide(other, returns.UndoReception{Reason: words})
		return id, err
	})
}

// PhotoMove is a photo that was taken in the wrong place.
type PhotoMove struct {
	Photo               returns.PhotoID
	FromCheck, FromView string
	ToCheck, ToView     string
	ToCase              returns.CaseID // Another case; "" for this one.
	Reason              string
}

// MoveEvidence hangs a photo on another check or view, here or in another case.
func (s *Station) MoveEvidence(ctx context.Context, order Order, id returns.CaseID, move PhotoMove) (returns.CaseID, error) {
	return s.run(ctx, order, "MoveEvidence", func(t *turn) (returns.CaseID, error) {
		c, err := t.Case(id)
		if err != nil {
			return "", err
		}
		words, err := t.SaveText("reason", move.Reason)
		if err != nil {
			return "", err
		}
		away := move.ToCase != "" && move.ToCase != id
		_, err = t.decide(c, returns.MoveEvidence{
			Photo: move.Photo, FromCheck: move.FromCheck, FromView: move.FromView, ToCheck: move.ToCheck, ToView: move.ToView, Away: away, Reason: words,
		})
		if err != nil || !away {
			return id, err
		}
		other, err := t.Case(move.ToCase)
		if err != nil {
			return "", err
		}
		i := slices.IndexFunc(c.Evidence, func(e returns.Evidence) bool { return e.Photo == move.Photo })
		_, err = t.decide(other, returns.AddEvidence{
			Photos: []returns.PhotoID{move.Photo}, Check: move.ToCheck, View: move.ToView, Source: c.Evidence[i].Source,
		})
		return id, err
	})
}

// Merge ends a case in favour of another of the same return. What was received and
// photographed goes on there. It answers with the case that goes on.
func (s *Station) Merge(ctx context.Context, order Order, id, into returns.CaseID, reason string) (returns.CaseID, error) {
	return s.run(ctx, order, "Merge", func(t *turn) (returns.CaseID, error) {
		from, err := t.Case(id)
		if err != nil {
			return "", err
		}
		to, err := t.Case(into)
		if err != nil {
			return "", err
		}
		if to.Stage.Ended() || to.AbsorbedInto != "" {
			return "", fault.New(fault.Conflict, "errors_station.merge_ended", fault.Args{"number": to.Number}).At("case")
		}
		words, err := t.SaveText("reason", reason)
		if err != nil {
			return "", err
		}
		if _, err := t.decide(from, returns.Merge{Into: into, Reason: words, Received: to.Reception != nil}); err != nil {
			return "", err
		}
		if from.Reception != nil {
			why, err := t.SaveText("reason", text.T(s.language(), "messages.merged", map[string]any{"case": from.Number}))
			if err != nil {
				return "", err
			}
			to, err = t.decide(to, returns.Receive{Arrived: from.Reception.Arrived, Reason: why, Tracking: from.Reception.Tracking})
			if err != nil {
				return "", err
			}
		}
		return into, t.moveEvidence(from, to)
	})
}

// CorrectDocument says what is wrong on a numbered document. Its correction follows.
func (s *Station) CorrectDocument(ctx context.Context, order Order, id returns.CaseID, document returns.DocumentID, wrong, right string) (returns.CaseID, error) {
	return s.on(ctx, order, id, func(t *turn, _ returns.Case) (returns.Command, error) {
		was, err := t.SaveText("correction", wrong)
		if err != nil {
			return nil, err
		}
		is, err := t.SaveText("correction", right)
		return returns.CorrectDocument{Document: document, Wrong: was, Right: is}, err
	})
}

// Move puts a device on a shelf, or into a bin of it.
func (s *Station) Move(ctx context.Context, order Order, id returns.CaseID, place returns.Place, bin string) (returns.CaseID, error) {
	return s.plainly(ctx, order, id, returns.Move{Place: place, Bin: bin})
}
