package api

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"revient/app/fault"
	"revient/app/station"
	"revient/app/store"
)

// faultAt blames a field of the form for an error.
func faultAt(err error, field string) error { return fault.Of(err).At(field) }

func (a *API) teamView(ctx context.Context) (TeamView, error) {
	set := a.station.Settings()
	view := TeamView{People: []MemberView{}, Rights: rightsView(set.Rights), Propose: set.Rights.Alone && len(set.Team) > 1, Log: []TeamEntry{}}
	for _, operator := range set.Team {
		view.People = append(view.People, MemberView{
			ID: string(operator.ID), Name: operator.Name, Role: operator.Role, HasPIN: operator.PINHash != "", HasBadge: operator.Badge != "",
			Since: instant(operator.CreatedAt),
		})
	}
	err := a.station.View(ctx, func(tx *store.ReadTx) (err error) {
		view.Log, err = teamLog(tx)
		return err
	})
	return view, err
}

func rightsView(rights station.Rights) RightsView {
	return RightsView{
		Alone: rights.Alone, OperatorLimit: limitView(rights.OperatorLimit, rights.Currency), LeadLimit: limitView(rights.LeadLimit, rights.Currency),
		Currency: rights.Currency, PINMinutes: rights.PINMinutes, LockMinutes: rights.LockMinutes,
	}
}

func limitView(minor *int64, currency string) *Money {
	if minor == nil {
		return nil
	}
	return &Money{Minor: *minor, Currency: currency}
}

// teamLog is what was changed of the team and of the rights, the latest first.
func teamLog(tx *store.ReadTx) ([]TeamEntry, error) {
	const most = 50
	names, err := namesOf(tx)
	if err != nil {
		return nil, err
	}
	changes, err := tx.SettingHistory(station.TeamSetting)
	if err != nil {
		return nil, err
	}
	dated, err := rightsLog(tx)
	if err != nil {
		return nil, err
	}
	for _, version := range changes {
		var change station.TeamChange
		if err := json.Unmarshal(version.Value, &change); err != nil {
			return nil, fmt.Errorf("read change of the team: %w", err)
		}
		dated = append(dated, datedEntry{version, TeamEntry{What: change.What, Who: names[change.Operator], Role: change.Role}})
	}
	slices.SortStableFunc(dated, func(x, y datedEntry) int { return y.version.At.Compare(x.version.At) })
	entries := []TeamEntry{}
	for _, one := range dated[:min(len(dated), most)] {
		one.entry.At, one.entry.By = instant(one.version.At), names[one.version.Author]
		entries = append(entries, one.entry)
	}
	return entries, nil
}

// datedEntry is a change with the version of the setting that made it.
type datedEntry struct {
	version store.SettingVersion
	entry   TeamEntry
}

// rightsLog says of each change of the rights what became different.
func rightsLog(tx *store.ReadTx) ([]datedEntry, error) {
	versions, err := tx.SettingHistory(station.RightsSetting)
	if err != nil {
		return nil, err
	}
	entries := []datedEntry{}
	before := rightsView(station.DefaultRights())
	for _, version := range slices.Backward(versions) {
		rights := station.DefaultRights()
		if err := json.Unmarshal(version.Value, &rights); err != nil {
			return nil, fmt.Errorf("read rights of before: %w", err)
		}
		after := rightsView(rights)
		for _, entry := range changedRights(before, after) {
			entries = append(entries, datedEntry{version, entry})
		}
		before = after
	}
	return entries, nil
}

func changedRights(before, after RightsView) []TeamEntry {
	entries := []TeamEntry{}
	if before.Alone != after.Alone {
		entries = append(entries, TeamEntry{What: map[bool]string{true: "alone", false: "together"}[after.Alone]})
	}
	for _, limit := range []struct {
		role          string
		before, after *Money
	}{{station.Clerk, before.OperatorLimit, after.OperatorLimit}, {station.Lead, before.LeadLimit, after.LeadLimit}} {
		switch {
		case limit.after == nil && limit.before != nil:
			entries = append(entries, TeamEntry{What: "no_limit", Role: limit.role})
		case limit.after != nil && (limit.before == nil || *limit.before != *limit.after):
			entries = append(entries, TeamEntry{What: "limit", Role: limit.role, Amount: limit.after})
		}
	}
	if before.PINMinutes != after.PINMinutes {
		entries = append(entries, TeamEntry{What: "pin_minutes", Count: after.PINMinutes})
	}
	if before.LockMinutes != after.LockMinutes {
		entries = append(entries, TeamEntry{What: "lock_minutes", Count: after.LockMinutes})
	}
	return entries
}
