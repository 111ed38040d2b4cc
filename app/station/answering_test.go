package station_test

import (
	"testing"
	"time"

	"revient/app/marketplace"
	"revient/app/policy"
	"revient/app/returns"
)

// shows their defect with a photo in the conversation, as a pull brings it.
func (r *rig) customerShows(folder string) {
	r.Helper()
	told := folderOf(folder, "1001")
	told.Raw = []byte(`{"later":true}`)
	told.Messages = append(told.Messages, marketplace.Message{
		Ref: marketplace.MessageRef(folder + "-photo"), Author: marketplace.FromCustomer, Text: "Voici la photo.", SentAt: r.Now(),
		Attachments: []marketplace.Attachment{{Ref: "a1", URL: "https://cdn.example.com/a1.jpg"}},
	})
	r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{told}, "f2"))
	missing, err := r.station.MissingAttachments(r.ctx, feed)
	r.must(err)
	file, err := r.station.Photos().Original(string(r.photographs()))
	r.must(err)
	kept, err := r.station.AddPhoto(r.ctx, "customer", file)
	r.must(err)
	r.must(file.Close())
	for _, message := range missing {
		r.must(r.station.KeepAttachment(r.ctx, message, "a1", kept))
	}
}

func TestThePhotosOfACustomerAreTheirProofAndAreDueAnAnswer(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.AskProof(r.ctx, r.order(), id, "Montrez-nous l’écran."))
	c := r.shows(id)
	if due, owed := r.station.Due(c); owed || !c.WaitsForCustomer() {
		t.Fatalf("while the customer is asked, %v is due", due)
	}
	r.Advance(48 * time.Hour)
	shownAt := r.Now()
	r.customerShows("F1")
	c = r.shows(id)
	if c.Proof.State != returns.ProofPhotos || c.WaitsForCustomer() {
		t.Errorf("proof = %+v", c.Proof)
	}
	due, owed := r.station.Due(c)
	if !owed || due.Duty != policy.DutyAnswer || due.Target.At.Before(shownAt.Add(24*time.Hour)) {
		t.Errorf("after their photos, %v %v is due", due, owed)
	}
	r.did(r.station.Authorise(r.ctx, r.order(), id, false, "", ""))
	if due, owed := r.station.Due(r.shows(id)); owed {
		t.Errorf("after the yes, %v is due", due)
	}
}

func TestAnAnswerToAChoiceIsDueOurs(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.did(r.station.AskCustomer(r.ctx, r.order(), id, returns.ChoiceWithdrawOrRepair, "À vous de choisir."))
	r.Advance(72 * time.Hour)
	r.did(r.station.RecordAnswer(r.ctx, r.order(), id, "repair"))
	if due, owed := r.station.Due(r.shows(id)); !owed || !due.Target.InTime(r.Now()) {
		t.Errorf("after their choice, %v %v is due", due, owed)
	}
}
