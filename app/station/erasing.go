package station

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/store"
)

// erasureSetting is the key of the register of erasures. Its newest entry says
// whether the files still hold what was erased.
const erasureSetting = "erasure"

// Erased is what an erasure did. It names nobody.
type Erased struct {
	Cases     int      `json:"cases"`
	Persons   int      `json:"persons"`
	Texts     int      `json:"texts"`
	Documents int      `json:"documents"`
	Files     int      `json:"files"`
	Kept      []string `json:"kept"`    // Numbers of the documents that the law obliges to keep.
	Buyers    int      `json:"buyers"`  // Order lines that nobody ever asked to return.
	Skipped   int      `json:"skipped"` // Cases past their time whose customer has another one that is open.
	// Unfinished says that the files still hold traces: they go at the next start.
	Unfinished bool `json:"-"`
}

// erasure is an entry of the register.
type erasure struct {
	Command returns.CommandID `json:"command"`
	Because string            `json:"because"` // asked, retention.
	Done    Erased            `json:"done"`
	// Owed says that the files still hold what was erased, and Files which of them
	// are to be deleted.
	Owed  bool              `json:"owed"`
	Files []returns.PhotoID `json:"files,omitempty"`
}

// HeldOn gathers everything that is held on a person.
func (s *Station) HeldOn(ctx context.Context, query store.PersonQuery) (held store.PersonalData, err error) {
	err = s.db.View(ctx, func(tx *store.ReadTx) error {
		held, err = tx.PersonData(query)
		return err
	})
	return held, err
}

// ErasePerson forgets the customer of a case, with every case of theirs: who they
// are, what was written, photos, papers. What the law obliges to keep is named and
// stays until its time. None of their cases may be open.
func (s *Station) ErasePerson(ctx context.Context, order Order, id returns.CaseID, because string) (Erased, error) {
	if done, repeated, err := s.erasedBy(ctx, order.ID); repeated || err != nil {
		return done, err
	}
	held, err := s.HeldOn(ctx, store.PersonQuery{Case: id})
	if err != nil {
		return Erased{}, err
	}
	cases := []returns.CaseID{}
	for _, summary := range held.Cases {
		cases = append(cases, summary.ID)
	}
	if len(cases) == 0 {
		return Erased{}, fault.New(fault.NotFound, "errors_station.nobody_to_erase", nil)
	}
	return s.erase(ctx, order, cases, erasure{Because: because})
}

// erase forgets the customers of cases in one transaction, and then takes what is
// left of them out of the files. That a purge is owed is committed with the erasure:
// a station that dies between the two finishes at its next start.
func (s *Station) erase(ctx context.Context, order Order, cases []returns.CaseID, entry erasure) (done Erased, err error) {
	s.erasing.Lock()
	defer s.erasing.Unlock()
	_, err = s.commit(ctx, order, returns.ErasePerson{}.Name(), func(t *turn) (returns.CaseID, error) {
		if err := s.May(order, returns.ErasePerson{}.Name()); err != nil {
			return "", err
		}
		before := erasure{}
		if _, err := t.Setting(erasureSetting, &before); err != nil {
			return "", err
		}
		if err := t.erase(cases, &entry); err != nil {
			return "", err
		}
		done = entry.Done
		entry.Files = append(entry.Files, before.Files...) // Of one that could not be finished.
		return "", t.SetSetting(erasureSetting, entry, order.Actor.ID)
	})
	if err != nil {
		return Erased{}, err
	}
	if err := s.finishErasure(ctx); err != nil {
		s.log.Error("finish erasure", "error", err)
		done.Unfinished = true
	}
	return done, nil
}

// erase decides an erasure, commits it and completes its entry in the register.
func (t *turn) erase(cases []returns.CaseID, entry *erasure) error {
	kept, err := retention(t.ReadTx)
	if err != nil {
		return err
	}
	erased, err := t.EraseCases(store.ErasureOrder{Cases: cases, KeepFrom: kept.keepFrom(t.Now().In(t.station.Zone()))})
	if err != nil {
		return err
	}
	done := &entry.Done
	done.Kept = []string{}
	for _, id := range cases {
		done.Kept = append(done.Kept, erased.Kept[id]...)
		c, err := t.Case(id)
		if err != nil {
			return err
		}
		if c.Erased { // Only its papers were left.
			continue
		}
		if _, err := t.decide(c, returns.ErasePerson{Because: entry.Because, Kept: erased.Kept[id]}); err != nil {
			return err
		}
	}
	done.Cases, done.Persons, done.Texts, done.Documents, done.Files = len(cases), erased.Persons, erased.Texts, erased.Documents, len(erased.Files)
	if entry.Because == pastRetention {
		if done.Buyers, err = t.ErasePastBuyers(kept.before(t.Now())); err != nil {
			return err
		}
	}
	entry.Command, entry.Owed, entry.Files = t.order.ID, true, erased.Files
	return nil
}

// finishErasure takes what was erased off the disk: files of photos, pages of the
// database that were freed, old copies.
func (s *Station) finishErasure(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	var owed erasure
	if err := s.db.View(ctx, func(tx *store.ReadTx) (err error) {
		_, err = tx.Setting(erasureSetting, &owed)
		return err
	}); err != nil || !owed.Owed {
		return err
	}
	ids := make([]string, 0, len(owed.Files))
	for _, file := range owed.Files {
		ids = append(ids, string(file))
	}
	if _, err := s.photos.Forget(ids); err != nil {
		return fmt.Errorf("delete photos: %w", err)
	}
	if _, err := s.db.Purge(ctx); err != nil {
		return fmt.Errorf("purge: %w", err)
	}
	owed.Owed, owed.Files = false, nil
	return s.db.Update(ctx, func(tx *store.Tx) error { return tx.SetSetting(erasureSetting, owed, returns.System) })
}

// Erasure is an entry of the register of erasures: when, by whom, why and what. The
// law asks for proof that a request was answered, and the register names nobody.
type Erasure struct {
	At      time.Time
	By      returns.OperatorID
	Because string
	Done    Erased
}

// Erasures lists what was erased, the latest first.
func (s *Station) Erasures(ctx context.Context) ([]Erasure, error) {
	list := []Erasure{}
	err := s.register(ctx, func(entry erasure, at store.SettingVersion) bool {
		list = append(list, Erasure{At: at.At, By: at.Author, Because: entry.Because, Done: entry.Done})
		return true
	})
	return list, err
}

// erasedBy returns what a command that is repeated did the first time.
func (s *Station) erasedBy(ctx context.Context, id returns.CommandID) (done Erased, found bool, err error) {
	err = s.register(ctx, func(entry erasure, _ store.SettingVersion) bool {
		if entry.Command == id {
			done, found = entry.Done, true
		}
		return !found
	})
	return done, found, err
}

// register walks the entries of the register, the latest first, until told to stop.
func (s *Station) register(ctx context.Context, each func(erasure, store.SettingVersion) bool) error {
	return s.db.View(ctx, func(tx *store.ReadTx) error {
		versions, err := tx.SettingHistory(erasureSetting)
		if err != nil {
			return err
		}
		for _, version := range versions {
			var entry erasure
			if err := json.Unmarshal(version.Value, &entry); err != nil {
				return fmt.Errorf("read register of erasures: %w", err)
			}
			if entry.Owed && !each(entry, version) { // Each is there twice: when it was done, and once the files were clean.
				return nil
			}
		}
		return nil
	})
}
