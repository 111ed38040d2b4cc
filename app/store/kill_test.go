package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"revient/app/store"
)

func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	dir := t.TempDir()
	acknowledged := []string{}
	for round := range 3 {
		writer := exec.Command(os.Args[0], "-test.run=^TestWriteUntilKilled$")
		writer.Env = append(os.Environ(), "STORE_WRITE="+dir, fmt.Sprintf("STORE_ROUND=%d", round))
		out, err := writer.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := writer.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for seen := 0; lines.Scan(); seen++ {
			acknowledged = append(acknowledged, lines.Text())
			if seen == 10+7*round {
				if err := writer.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := writer.Wait(); err == nil {
			t.Fatal("the writer was not killed")
		}
	}
	db := mustOpen(t, dir)
	view(t, db, func(tx *store.ReadTx) error {
		for _, number := range acknowledged {
			if _, err := tx.CaseByNumber(strings.TrimSpace(number)); err != nil {
				t.Errorf("case %s is lost: %v", number, err)
			}
		}
		return nil
	})
	mustVerify(t, db)
}

// TestWriteUntilKilled is the other process of the test above.
func TestWriteUntilKilled(t *testing.T) {
	dir := os.Getenv("STORE_WRITE")
	if dir == "" {
		return
	}
	db := mustOpen(t, dir)
	update(t, db, func(tx *store.Tx) error { return tx.NameStation("P03") })
	for n := 0; ; n++ {
		fmt.Println(mustCase(t, db, n).Number)
	}
}
