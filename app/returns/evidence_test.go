package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestHangingPhotos(t *testing.T) {
	add := func(check string, photos ...returns.PhotoID) returns.AddEvidence {
		return returns.AddEvidence{Photos: photos, Check: check, Source: "camera"}
	}
	hung := func(photo returns.PhotoID, check, view string) returns.Event {
		return returns.EvidenceAdded{Evidence: returns.Evidence{Photo: photo, Check: check, View: view, Source: "camera", At: now(), By: "ana"}}
	}
	one := inspecting().and(add("SCR", "p1"))
	check(t,
		it("photos hang on a check", inspecting(), add("SCR", "p1", "p2"), then(hung("p1", "SCR", ""), hung("p2", "SCR", ""))),
		it("or on a view", inspecting(), returns.AddEvidence{Photos: []returns.PhotoID{"p1"}, View: "screen_on", Source: "camera"}, then(hung("p1", "", "screen_on"))),
		it("the same photo hangs there once", one, add("SCR", "p1", "p2"), then(hung("p2", "SCR", ""))),
		it("also when it is named twice", inspecting(), add("SCR", "p1", "p1"), then(hung("p1", "SCR", ""))),
		it("saying it again changes nothing", one, add("SCR", "p1"), nothing()),
		it("it may hang elsewhere too", one, add("LCK", "p1"), then(hung("p1", "LCK", ""))),
		it("there is a photo", inspecting(), add("SCR"), refused("evidence.none", "photos")),
		it("a photo has a name", inspecting(), add("SCR", ""), refused("evidence.none", "photos")),
		it("the check is of the profile", inspecting(), add("NOPE", "p1"), refused("check.unknown", "")),
		it("the customer's photos come before the device", requested(), add("", "p1"), then(hung("p1", "", ""))),
		it("a closed case takes none", closed(), add("", "p1"), refused("stage", "")),
	)
}

func TestTheCustomerIsShownWhatWasFound(t *testing.T) {
	photos := []returns.PhotoID{}
	for _, letter := range "abcdefghijkl" {
		photos = append(photos, returns.PhotoID(letter))
	}
	sent := func(p past) []returns.PhotoID {
		for _, action := range p.and(fullRefund()).folded().Actions {
			if action.Kind == returns.SendEvidence {
				return action.Photos
			}
		}
		return nil
	}
	many := inspecting().and(returns.ReadIdentity{IMEI: soldIMEI}, answers("SCR", "ko", "LCK", "ok"),
		returns.AddEvidence{Photos: photos, Check: "SCR"}, returns.AddEvidence{Photos: photos, View: "front"}, returns.CompleteInspection{})
	if got := sent(many); len(got) != 10 {
		t.Errorf("%d photos in one message, want the ten it can carry", len(got))
	}
	if got := sent(inspectedAs("ok", "ok")); len(got) != 0 {
		t.Errorf("photos %v of nothing wrong", got)
	}
	stopped := inspecting().and(returns.AddEvidence{Photos: photos[:2], View: "outer"}, returns.StopInspection{Defect: "PKG-EMPTY", Views: []string{"outer"}})
	if got := sent(stopped); len(got) != 2 {
		t.Errorf("photos %v of a blocking finding, want its two", got)
	}
}
