package station_test

import (
	"testing"

	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
)

func TestAnAnswerIsOneThatTheCheckKnows(t *testing.T) {
	for name, given := range map[string]struct {
		answer station.CheckAnswer
		key    string
		value  string
	}{
		"a choice of the list":              {station.CheckAnswer{Code: "COM-20", Value: "no"}, "", "no"},
		"a choice that is not on it":        {station.CheckAnswer{Code: "COM-20", Value: "perhaps"}, "errors_station.check_option", ""},
		"a reading within bounds":           {station.CheckAnswer{Code: "SMP-04", Value: "083"}, "", "83"},
		"a reading out of bounds":           {station.CheckAnswer{Code: "SMP-04", Value: "140"}, "errors_station.check_value", ""},
		"a reading that is no number":       {station.CheckAnswer{Code: "SMP-04", Value: "lots"}, "errors_station.check_value", ""},
		"a check that does not exist":       {station.CheckAnswer{Code: "NOPE", Answer: returns.OK}, "errors_returns.check.unknown", ""},
		"a defect of another check":         {station.CheckAnswer{Code: "SMP-01", Answer: returns.KO, Defect: "DSP-01"}, "errors_station.check_defect", ""},
		"a defect of its own":               {station.CheckAnswer{Code: "SMP-01", Answer: returns.KO, Defect: "PWR-01"}, "", ""},
		"words where a yes or no is wanted": {station.CheckAnswer{Code: "SMP-01", Answer: returns.OK, Value: "Camille says so"}, "", ""},
		"not tested, with why":              {station.CheckAnswer{Code: "SMP-01", Answer: returns.NotTested, Value: "x", Reason: "No charger."}, "", ""},
		"not tested, without why":           {station.CheckAnswer{Code: "SMP-01", Answer: returns.NotTested}, "errors_returns.check.reason", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.pulls("1001", "F1")
			r.receives(id)
			r.reads(id, soldIMEI)
			_, err := r.station.RecordChecks(r.ctx, r.order(), id, []station.CheckAnswer{given.answer})
			if given.key != "" {
				r.refused(err, "invalid", given.key)
				return
			}
			r.must(err)
			if got := r.shows(id).Inspection.Results[given.answer.Code]; got.Value != given.value {
				t.Errorf("kept as %+v", got)
			}
			r.staysWhole(id)
		})
	}
}

func TestWhatTheCustomerDamagedIsNotProposedAsARefund(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.reads(id, soldIMEI)
	r.checks(id)
	r.did(r.station.RecordChecks(r.ctx, r.order(), id, []station.CheckAnswer{{Code: "COM-11", Answer: returns.KO, Defect: "DMG-03"}}))
	r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{r.photographs()}, Check: "COM-11", Source: "camera"}))
	r.did(r.station.CompleteInspection(r.ctx, r.order(), id))
	proposal, err := r.proposes(r.shows(id))
	r.must(err)
	if proposal.Outcome == "full_refund" {
		t.Errorf("proposed %+v", proposal)
	}
	_, err = r.station.DecideFullRefund(r.ctx, r.order(), id, euros(40400), "", "")
	r.refused(err, "unauthorized", "errors_returns.override.right")
	_, err = r.station.DecideFullRefund(r.ctx, r.manager(), id, euros(40400), "", "")
	r.refused(err, "invalid", "errors_returns.override.reason")
	r.did(r.station.DecideFullRefund(r.ctx, r.manager(), id, euros(40400), "Goodwill.", ""))
}

func TestPhotosOfAReceptionThatWasTakenBackProveNothing(t *testing.T) {
	r := newWorkshop(t)
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{r.photographs()}, View: "back", Source: "camera"}))
	r.did(r.station.UndoReception(r.ctx, r.order(), id, "Wrong case."))
	r.receives(id)
	r.reads(id, soldIMEI)
	r.did(r.station.RecordChecks(r.ctx, r.order(), id, []station.CheckAnswer{{Code: "COM-20", Value: "yes"}}))
	proposal, err := r.proposes(r.shows(id))
	r.must(err)
	for _, reason := range proposal.Reasons {
		if reason.Key == "policy.reason.defect_without_photo" {
			return
		}
	}
	t.Errorf("it rests on %+v", proposal.Reasons)
}

func TestARequestByHandChoosesAmongWhatExists(t *testing.T) {
	r := newWorkshop(t)
	request := byHand()
	request.Kind = "revenge"
	_, err := r.station.Request(r.ctx, r.order(), request)
	r.refused(err, "invalid", "errors_station.claim")
	request = byHand()
	request.Wish = "a pony"
	_, err = r.station.Request(r.ctx, r.order(), request)
	r.refused(err, "invalid", "errors_station.wish")
}

func TestTheCustomersOwnPhotoProvesTheDefect(t *testing.T) {
	for name, author := range map[string]marketplace.Author{"theirs": marketplace.FromCustomer, "ours": marketplace.FromSeller} {
		t.Run(name, func(t *testing.T) {
			r := newWorkshop(t)
			id := r.pulls("1001", "F1")
			folder := folderOf("F1", "1001")
			folder.Messages = append(folder.Messages, marketplace.Message{
				Ref: "F1-m2", Author: author, SentAt: r.Now(), Attachments: []marketplace.Attachment{{Ref: "a1", URL: "https://cdn.example.com/a1.jpg"}},
			})
			r.must(r.station.TakeFolders(r.ctx, feed, []marketplace.Folder{folder}, "f2"))
			missing, err := r.station.MissingAttachments(r.ctx, feed)
			r.must(err)
			file, err := r.station.Photos().Original(string(r.photographs()))
			r.must(err)
			kept, err := r.station.AddPhoto(r.ctx, "customer", file)
			r.must(err)
			r.must(file.Close())
			r.must(r.station.KeepAttachment(r.ctx, missing[0], "a1", kept))
			r.receives(id)
			r.reads(id, r.shows(id).Sale.IMEI)
			r.answers(id)
			proposal, err := r.proposes(r.shows(id))
			r.must(err)
			if proves := proposal.Row == "D5"; proves != (author == marketplace.FromCustomer) {
				t.Errorf("proposed %q %s", proposal.Row, proposal.Outcome)
			}
		})
	}
}
