package backmarket_test

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"revient/app/marketplace"
	"revient/app/marketplace/backmarket"
	"revient/app/marketplace/sandbox"
)

// The station's clock may be wrong by days; the marketplace's is what its dates
// are written by.
func TestAStationWhoseClockIsWrongMissesNothing(t *testing.T) {
	there := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	for name, wrong := range map[string]time.Duration{"ahead": 40 * 24 * time.Hour, "behind": -40 * 24 * time.Hour, "right": 0} {
		server := startSandbox(t, sandbox.Options{Now: func() time.Time { return there }})
		client := open(t, backmarket.Options{BaseURL: server.URL(), Token: server.Token(), Now: func() time.Time { return there.Add(wrong) }})
		cursor := drain(t, client, "", nil)
		opened, err := server.Open(sandbox.Request{})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[marketplace.FolderRef]bool{}
		drain(t, client, cursor, seen)
		if !seen[marketplace.FolderRef(fmt.Sprint(opened.Folder))] {
			t.Errorf("%s: the new folder was missed", name)
		}
	}
}

func TestARoundReadsTheLastTenMinutesAgainAndNoMore(t *testing.T) {
	var passed atomic.Int64 // Both sides read this clock.
	now := func() time.Time {
		return time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC).Add(time.Duration(passed.Load()))
	}
	server := startSandbox(t, sandbox.Options{Now: now})
	client := open(t, backmarket.Options{BaseURL: server.URL(), Token: server.Token(), Now: now})
	recent, err := server.Open(sandbox.Request{})
	if err != nil {
		t.Fatal(err)
	}
	ref := marketplace.FolderRef(fmt.Sprint(recent.Folder))
	for _, c := range []struct {
		passed time.Duration
		again  bool
	}{{0, true}, {9 * time.Minute, true}, {11 * time.Minute, false}} {
		passed.Store(int64(c.passed))
		seen := map[marketplace.FolderRef]bool{}
		drain(t, client, drain(t, client, "", nil), seen) // The first round brings the cursor to now.
		if seen[ref] != c.again {
			t.Errorf("%v later: read again %v, want %v", c.passed, seen[ref], c.again)
		}
	}
}

// drain pulls a round of folders, and notes what came.
func drain(t *testing.T, client *backmarket.Client, from marketplace.Cursor, seen map[marketplace.FolderRef]bool) marketplace.Cursor {
	t.Helper()
	for {
		page, next, err := client.PullFolders(t.Context(), from)
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range page.Items {
			if seen != nil {
				seen[folder.Ref] = true
			}
		}
		if from = next; !page.More {
			return next
		}
	}
}
