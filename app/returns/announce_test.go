package returns_test

import (
	"testing"

	"revient/app/returns"
)

func TestAnnouncingTheParcel(t *testing.T) {
	announce := returns.AnnounceParcel{Tracking: "8R32794555539"}
	check(t,
		it("a number told before the parcel comes is kept", requested(), announce, then(returns.ParcelAnnounced{Tracking: "8R32794555539"})),
		it("also once the return is authorised", awaiting(), announce, follows("parcel_announced")),
		it("the first number told stays", awaiting().and(announce), returns.AnnounceParcel{Tracking: "6A18420007341"}, nothing()),
		it("words are no tracking number", awaiting(), returns.AnnounceParcel{Tracking: "in the post"}, refused("tracking", "tracking")),
	)
	if c := awaiting().and(announce).folded(); c.Return.Tracking != "8R32794555539" || c.Return.Scanned {
		t.Errorf("the parcel is %+v", c.Return)
	}
}
