package station_test

import (
	"testing"
	"time"

	"revient/app/fault"
	"revient/app/policy"
	"revient/app/returns"
)

func TestAFileOfSoldUnitsIsTakenWholeOrNotAtAll(t *testing.T) {
	r := newWorkshop(t)
	bad := []byte("commande;imei;poids\n7001;" + soldIMEI + ";350 g\n7002;123;350 g\n7001;" + soldIMEI + ";351 g\n7003;;1 kg\n7004;" + otherIMEI + ";99 kg\n")
	file, err := r.station.ReadSoldUnits(r.ctx, bad)
	r.must(err)
	if len(file.Good) != 1 || len(file.Bad) != 4 || file.Rows != 5 {
		t.Fatalf("%d good, %+v bad", len(file.Good), file.Bad)
	}
	r.refused(r.station.ImportSoldUnits(r.ctx, r.order(), "ventes.csv", bad), fault.Invalid, "errors_device.file.bad_rows")
	if files, err := r.station.SoldUnitFiles(r.ctx); err != nil || len(files) != 0 {
		t.Fatalf("a bad file was taken: %+v %v", files, err)
	}
	good := []byte("commande;imei;poids;accessoires\n7001;" + soldIMEI + ";350 g;Câble, boîte\n")
	r.must(r.station.ImportSoldUnits(r.ctx, r.order(), "ventes.csv", good))
	again, err := r.station.ReadSoldUnits(r.ctx, good)
	r.must(err)
	if again.Repeats != 1 || again.Changes != 0 || again.Earlier == nil || again.Earlier.Name != "ventes.csv" {
		t.Errorf("the same file again is %+v", again)
	}
	other, err := r.station.ReadSoldUnits(r.ctx, []byte("commande;imei;poids\n7001;"+soldIMEI+";360 g\n"))
	r.must(err)
	if other.Changes != 1 || other.Repeats != 0 || other.Earlier != nil {
		t.Errorf("another weight is %+v", other)
	}
}

func TestADeviceThatWasSoldOnAnotherOrderSaysSo(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.ImportSoldUnits(r.ctx, r.order(), "ventes.csv", []byte("commande;imei;date facture\n7002;"+otherIMEI+";21/10/2026\n")))
	id := r.pulls("1001", "F1")
	r.receives(id)
	r.reads(id, otherIMEI)
	of, err := r.station.DeviceOf(r.ctx, id)
	r.must(err)
	if len(of.Elsewhere) != 1 || of.Elsewhere[0].OrderRef != "7002" || of.Code != otherIMEI {
		t.Errorf("it says %+v", of)
	}
	device, err := r.station.Device(r.ctx, "49 015420 323751 8")
	r.must(err)
	if len(device.Cases) != 1 || !device.Cases[0].DeviceCase.Found || device.Cases[0].Sold || len(device.Sold) != 1 || device.IMEI != otherIMEI {
		t.Errorf("its page says %+v", device)
	}
	sold, err := r.station.Device(r.ctx, soldIMEI)
	r.must(err)
	if len(sold.Cases) != 1 || sold.Cases[0].Found != otherIMEI || sold.Place != "" {
		t.Errorf("the page of the device that was sold says %+v", sold)
	}
	_, err = r.station.Device(r.ctx, "000")
	r.refused(err, fault.NotFound, "errors_device.unknown")
}

func TestWhatTheMarketplaceDoesNotSayTheWorkshopsFileDoes(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.ImportSoldUnits(r.ctx, r.order(), "ventes.csv", []byte("commande;imei;grade;facture\nSHOP-7;"+otherIMEI+";bon état;F-7\n")))
	request := byHand()
	request.Sale.IMEI, request.Sale.Grade = "", ""
	id := r.did(r.station.Request(r.ctx, r.order(), request))
	if sale := r.shows(id).Sale; sale.IMEI != otherIMEI || sale.Grade != "good" || sale.Invoice != "F-7" {
		t.Errorf("the sale is %+v", sale)
	}
}

func TestAThirdReturnIsStatedWithItsFacts(t *testing.T) {
	r := newWorkshop(t)
	var last returns.CaseID
	for i := range 3 {
		request := byHand()
		request.Sale.OrderRef += string(rune('a' + i))
		last = r.did(r.station.Request(r.ctx, r.order(), request))
		of, err := r.station.DeviceOf(r.ctx, last)
		r.must(err)
		if flagged := len(of.Flags) > 0; flagged != (i == 2) {
			t.Errorf("return %d: %+v", i+1, of.Flags)
		}
		r.Advance(24 * time.Hour)
	}
	device, err := r.station.Device(r.ctx, soldIMEI)
	r.must(err)
	if len(device.Flags) != 1 || device.Flags[0].Key != "policy.reason.returned_since.device" || device.Flags[0].Args["count"] != 3 {
		t.Errorf("the page states %+v", device.Flags)
	}
	r.did(r.station.Cancel(r.ctx, r.order(), last, "Keeps it."))
	if device, err = r.station.Device(r.ctx, soldIMEI); err != nil || len(device.Flags) != 0 {
		t.Errorf("a return that never came counts: %+v %v", device.Flags, err)
	}
}

func TestADevicesPageSaysWhatGuaranteeIsLeft(t *testing.T) {
	r := newWorkshop(t)
	request := byHand()
	id := r.did(r.station.Request(r.ctx, r.order(), request))
	device, err := r.station.Device(r.ctx, soldIMEI)
	r.must(err)
	if device.Guarantee.Coverage != policy.CoverToCheck {
		t.Errorf("without a delivery it is %s", device.Guarantee.Coverage)
	}
	request.Sale.OrderRef = "SHOP-8"
	request.DeliveredAt = returns.Moment{At: time.Date(2026, 10, 1, 10, 0, 0, 0, time.UTC), Zone: "Europe/Paris", Precision: returns.ToTheDay, Source: returns.FromOperator}
	r.did(r.station.Request(r.ctx, r.order(), request))
	if device, err = r.station.Device(r.ctx, soldIMEI); err != nil || device.Guarantee.Coverage != policy.CoverPresumed || device.Guarantee.Until.Last().String() != "2027-10-01" {
		t.Errorf("the guarantee is %s until %s (%v)", device.Guarantee.Coverage, device.Guarantee.Until.Last(), err)
	}
	r.receives(id)
	r.reads(id, soldIMEI)
	if device, err = r.station.Device(r.ctx, soldIMEI); err != nil || device.Place == "" {
		t.Errorf("nobody knows where it is (%v)", err)
	}
}
