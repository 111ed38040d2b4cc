//go:build !race

// Under the race detector every start takes a second, and no goroutines meet here
// that do not meet in the other tests.

package station_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// The program is killed 200 times in the middle of issuing receipts. After a crash a
// station checks its whole file, so that several small stations take less time than
// one that grows.
const (
	killedStations = 5
	receiptKills   = 40 // Of each.
)

func TestReceiptsAreWholeAndWithoutAGapHoweverOftenTheProgramIsKilled(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	if given := os.Getenv("STATION_SEED"); given != "" {
		parsed, err := strconv.ParseUint(given, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		seed = parsed
	}
	t.Logf("seed %d (set STATION_SEED to repeat)", seed)
	chance := rand.New(rand.NewPCG(seed, killedStations)) //nolint:gosec // When to kill is no secret.
	for n := range killedStations {
		t.Run(fmt.Sprintf("station %d", n+1), func(t *testing.T) { isKilledAgainAndAgain(t, chance) })
	}
}

func isKilledAgainAndAgain(t *testing.T, chance *rand.Rand) {
	t.Helper()
	r := newWorkshop(t)
	r.must(r.station.Close())
	acknowledged := map[returns.CaseID]string{}
	for kill := range receiptKills {
		issuesUntilKilled(t, r.dir, kill, chance.IntN(3), time.Duration(chance.Int64N(int64(30*time.Millisecond))), acknowledged)
	}
	r.Advance(2 * receiptKills * time.Hour)
	r.opens() // It issues what the last kill left due.
	said := len(acknowledged)
	last := r.receiptsAreWhole(acknowledged)
	t.Logf("%d kills: %d receipts, %d of them acknowledged before a kill", receiptKills, last, said)
	if said < receiptKills/2 || last < said {
		t.Errorf("only %d receipts, %d acknowledged: the kills came too early to prove anything", last, said)
	}
	r.restoresIntoANewSeries(fmt.Sprintf("R-2026-P01A-%06d", last))
}

// issuesUntilKilled lets another process issue receipts and kills it a moment after
// it said that so many were, and notes those that it said.
func issuesUntilKilled(t *testing.T, dir string, round, after int, moment time.Duration, acknowledged map[returns.CaseID]string) {
	t.Helper()
	issuer := exec.Command(os.Args[0], "-test.run=^TestIssueReceiptsUntilKilled$") //nolint:gosec // It is this very program.
	issuer.Env = append(os.Environ(), "STATION_ISSUE="+dir, fmt.Sprintf("STATION_ROUND=%d", round))
	issuer.Stderr = os.Stderr
	out, err := issuer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := issuer.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for seen := 0; lines.Scan(); seen++ {
		if id, number, issued := strings.Cut(lines.Text(), " "); issued {
			acknowledged[returns.CaseID(id)] = number
		} else if lines.Text() != "open" {
			t.Fatalf("the issuer says %q", lines.Text())
		}
		if seen == after {
			<-time.After(moment) // Somewhere in the middle of what comes next.
			if err := issuer.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := issuer.Wait(); err == nil {
		t.Fatal("the issuer ended before it was killed")
	}
}

// TestIssueReceiptsUntilKilled is the other process of the test above: it refunds
// lost parcels by hand, one after the other, and names each receipt once it has it.
func TestIssueReceiptsUntilKilled(t *testing.T) {
	dir := os.Getenv("STATION_ISSUE")
	if dir == "" {
		return
	}
	round, err := strconv.Atoi(os.Getenv("STATION_ROUND"))
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{TB: t, clock: &clock{at: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC).Add(time.Duration(round+1) * time.Hour)}, ctx: context.Background(), dir: dir}
	r.opens()
	fmt.Println("open")
	for {
		request := byHand()
		request.Sale.OrderRef = "SHOP-" + uuid.NewString()
		id := r.refundsALostParcel(request)
		fmt.Println(id, r.paper(id, returns.RefundReceipt).Number)
	}
}

// refundsALostParcel is the shortest way from a request to a receipt.
func (r *rig) refundsALostParcel(request station.HandRequest) returns.CaseID {
	r.Helper()
	id := r.did(r.station.Request(r.ctx, r.order(), request))
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	r.did(r.station.MarkLost(r.ctx, r.order(), id, "The carrier says so."))
	r.did(r.station.DecideFullRefund(r.ctx, r.manager(), id, euros(20000), "", "The carrier took it in."))
	r.did(r.station.SettleRefund(r.ctx, r.manager(), id, r.shows(id).Refunds[0].ID, true, "Bank"))
	return id
}

// receiptsAreWhole holds every receipt of the station to its bytes and its case, and
// returns how many there are: their numbers run from 1 to that.
func (r *rig) receiptsAreWhole(acknowledged map[returns.CaseID]string) (count int) {
	r.Helper()
	report, err := r.station.Store().Verify(r.ctx)
	r.must(err)
	if !report.OK() {
		r.Errorf("verify found %v", report.Findings)
	}
	numbers := map[string]bool{}
	r.must(r.station.View(r.ctx, func(tx *store.ReadTx) error {
		cases, err := tx.Search("SHOP", 100_000)
		if err != nil {
			return err
		}
		for _, summary := range cases {
			c, err := tx.Case(summary.ID)
			if err != nil {
				return err
			}
			for _, issued := range c.Documents {
				if issued.Kind != returns.RefundReceipt {
					continue
				}
				pdf, err := tx.DocumentBytes(issued.ID)
				if err != nil {
					return err
				}
				if sum := sha256.Sum256(pdf); hex.EncodeToString(sum[:]) != issued.SHA256 || !strings.HasPrefix(string(pdf), "%PDF") {
					r.Errorf("the bytes of %s are not those that the journal names", issued.Number)
				}
				if numbers[issued.Number] {
					r.Errorf("%s was given twice", issued.Number)
				}
				numbers[issued.Number] = true
				if said, known := acknowledged[c.ID]; known && said != issued.Number {
					r.Errorf("case %s was told %s and has %s", c.Number, said, issued.Number)
				}
				delete(acknowledged, c.ID)
			}
		}
		return nil
	}))
	for n := 1; n <= len(numbers); n++ {
		if number := fmt.Sprintf("R-2026-P01A-%06d", n); !numbers[number] {
			r.Errorf("%s is missing", number)
		}
	}
	for id, number := range acknowledged {
		r.Errorf("receipt %s of case %s was acknowledged and is lost", number, id)
	}
	return len(numbers)
}

// restoresIntoANewSeries brings a backup back: its next receipt begins a series of
// its own, and the last one of the old series keeps its number.
func (r *rig) restoresIntoANewSeries(last string) {
	r.Helper()
	backup, err := r.station.Store().Backup(r.ctx, filepath.Join(r.TempDir(), "backup"))
	r.must(err)
	restored := filepath.Join(r.TempDir(), "restored")
	_, err = store.Restore(r.ctx, backup.Path, restored)
	r.must(err)
	r.must(r.station.Close())
	r.dir = restored
	r.opens()
	request := byHand()
	request.Sale.OrderRef = "SHOP-after"
	if number := r.paper(r.refundsALostParcel(request), returns.RefundReceipt).Number; number != "R-2026-P01B-000001" {
		r.Errorf("after the restore the receipt is %s, after %s", number, last)
	}
	report, err := r.station.Store().Verify(r.ctx)
	r.must(err)
	if !report.OK() {
		r.Errorf("after the restore verify found %v", report.Findings)
	}
}
