package station_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/jpeg"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"revient/app/fault"
	"revient/app/marketplace"
	"revient/app/returns"
	"revient/app/station"
	"revient/app/store"
)

// traces are what no file may hold of the rig's customer once they are erased:
// name, address, e-mail, telephone, what they wrote.
var traces = []string{"Camille", "camille", "Dubreuil", "dubreuil", "rue des Lilas", "RUE DES LILAS", "69003", "camille@example.com", "33600000000", "signé"}

// spellings are the bytes in which a word can stand in a file.
func spellings(word string) [][]byte {
	spelled := [][]byte{[]byte(word)}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(word)) {
			wide = order.AppendUint16(wide, unit)
		}
		spelled = append(spelled, wide)
	}
	return spelled
}

// unpacked returns what the compressed streams in a file say, such as the pages of
// a PDF.
func unpacked(content []byte) (streams [][]byte) {
	for rest := content; ; {
		at := bytes.Index(rest, []byte("stream\n"))
		if at < 0 {
			return streams
		}
		rest = rest[at+len("stream\n"):]
		if packed, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			words, _ := io.ReadAll(packed) // As much of it as there is.
			streams = append(streams, words)
		}
	}
}

// searched reads every file of the data folder and tells which trace is where.
func (r *rig) searched() (found []string) {
	r.Helper()
	r.must(filepath.WalkDir(r.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		found = append(found, tracesIn(entry.Name(), content)...)
		return nil
	}))
	slices.Sort(found)
	return slices.Compact(found)
}

func tracesIn(name string, content []byte) (found []string) {
	for _, text := range append(unpacked(content), content, []byte(name)) {
		for _, trace := range traces {
			for _, spelling := range spellings(trace) {
				if bytes.Contains(text, spelling) {
					found = append(found, trace+" in "+filepath.Ext(name)+" "+name)
				}
			}
		}
	}
	return found
}

// signedPhoto is a photo whose metadata name its author.
func (r *rig) signedPhoto() returns.PhotoID {
	r.Helper()
	var plain bytes.Buffer
	r.must(jpeg.Encode(&plain, image.NewRGBA(image.Rect(0, 0, 24, 24)), nil))
	const artist, ascii, dataAt = 0x013b, 2, 26
	author := "Camille Dubreuil, 12 rue des Lilas\x00"
	tiff := []byte("II*\x00\x08\x00\x00\x00\x01\x00")
	tiff = binary.LittleEndian.AppendUint16(tiff, artist)
	tiff = binary.LittleEndian.AppendUint16(tiff, ascii)
	tiff = binary.LittleEndian.AppendUint32(tiff, uint32(len(author))) //nolint:gosec // A short text.
	tiff = binary.LittleEndian.AppendUint32(tiff, dataAt)
	tiff = append(binary.LittleEndian.AppendUint32(tiff, 0), author...)
	segment := append([]byte("Exif\x00\x00"), tiff...)
	signed := append([]byte{}, plain.Bytes()[:2]...)
	signed = append(signed, 0xff, 0xe1)
	signed = binary.BigEndian.AppendUint16(signed, uint16(len(segment)+2)) //nolint:gosec // A short segment.
	signed = append(append(signed, segment...), plain.Bytes()[2:]...)
	photo, err := r.station.AddPhoto(r.ctx, "camera", bytes.NewReader(signed))
	r.must(err)
	_, err = r.station.Photos().Thumbnail(r.ctx, photo.SHA256)
	r.must(err)
	return returns.PhotoID(photo.SHA256)
}

// logs makes the station write its log into its folder, every line of it.
func (r *rig) logs() {
	r.Helper()
	r.must(r.station.Close())
	folder := filepath.Join(r.dir, "logs")
	r.must(os.MkdirAll(folder, 0o700))
	file, err := os.Create(filepath.Join(folder, "revient.log")) //nolint:gosec // The test's own folder.
	r.must(err)
	r.Cleanup(func() { r.must(file.Close()) })
	r.station, err = station.Open(r.ctx, station.Options{
		Dir: r.dir, Sample: true, Now: r.Now, Logger: slog.New(slog.NewJSONHandler(file, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
	r.must(err)
}

// ended runs a whole job to its end: pulled, answered, received, inspected, refunded
// and put away, with papers, messages, attachments and photos that say whose they are.
func (r *rig) ended(order, folder string) returns.CaseID {
	r.Helper()
	id := r.pulls(order, folder)
	r.did(r.station.AskProof(r.ctx, r.order(), id, "Bonjour Camille, montrez-nous l’appareil."))
	r.customerShows(folder)
	r.did(r.station.Authorise(r.ctx, r.order(), id, true, "", "Camille Dubreuil a rappelé."))
	r.receives(id)
	r.did(r.station.AddEvidence(r.ctx, r.order(), id, returns.AddEvidence{Photos: []returns.PhotoID{r.signedPhoto()}, View: "front", Source: "camera"}))
	r.inspects(id)
	refund := r.refunds(id, 40400)
	r.sendsAll()
	r.progress(id, refund, returns.SubmitRefund{Refund: refund}, returns.AcceptRefund{Refund: refund},
		returns.RecordReadBack{Refund: refund, Finding: returns.FoundRefunded})
	r.sendsAll()
	r.putsAway(id)
	r.at(id, returns.Closed)
	return id
}

// whole expects the folder to verify.
func (r *rig) whole() {
	r.Helper()
	report, err := r.station.Store().Verify(r.ctx)
	r.must(err)
	if !report.OK() {
		r.Errorf("verify found %v", report.Findings)
	}
}

func TestNoFileHoldsTheNameOrTheAddressOfAnErasedPerson(t *testing.T) {
	r := newWorkshop(t)
	r.logs()
	id := r.ended("1001", "F1")
	if found := r.searched(); len(found) < len(traces) {
		t.Fatalf("before, the search finds only %v", found)
	}
	pages := 0
	for _, document := range r.documents(id) {
		pdf, err := r.station.DocumentPDF(r.ctx, document.ID, 0)
		r.must(err)
		pages += len(tracesIn("", pdf))
	}
	if pages == 0 {
		t.Fatal("the search does not read the papers")
	}

	r.Advance(11 * 366 * 24 * time.Hour) // The law no longer keeps the numbered papers.
	done, err := r.station.ErasePerson(r.ctx, r.order(), id, "asked")
	r.must(err)
	if done.Cases != 1 || done.Persons == 0 || done.Texts == 0 || done.Documents != len(r.documents(id)) || done.Files == 0 || len(done.Kept) > 0 || done.Unfinished {
		t.Errorf("done = %+v", done)
	}
	if found := r.searched(); len(found) > 0 {
		t.Errorf("the files still hold %v", found)
	}
	r.whole()

	// What the marketplace still tells brings nobody back, nor does a restart.
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder("1001")}, "o2"))
	r.must(r.station.Close())
	r.opens()
	if found := r.searched(); len(found) > 0 {
		t.Errorf("after another pull the files hold %v", found)
	}
	r.whole()
	if c := r.shows(id); !c.Erased || c.Stage != returns.Closed {
		t.Errorf("the case is %+v", c)
	}
}

func TestWhatTheLawObligesToKeepIsNamedAndGoesWithItsTime(t *testing.T) {
	r := newWorkshop(t)
	id := r.ended("1001", "F1")
	numbered := r.numbered(id)
	r.Advance(25 * 31 * 24 * time.Hour)
	kept, past, err := r.station.Retention(r.ctx)
	r.must(err)
	if past.Cases != 1 || kept.Months != 24 || kept.DocumentYears != 10 {
		t.Errorf("%+v past %+v", past, kept)
	}
	done, err := r.station.EraseDue(r.ctx, r.order())
	r.must(err)
	if !slices.Equal(done.Kept, numbered) || len(numbered) != 2 {
		t.Errorf("kept %v of %v", done.Kept, numbered)
	}
	for _, document := range r.documents(id) {
		if _, err := r.station.DocumentPDF(r.ctx, document.ID, 0); (err == nil) != (document.Number != "") {
			t.Errorf("%s %q: %v", document.Kind, document.Number, err)
		}
	}
	r.whole()
	if _, past, err = r.station.Retention(r.ctx); err != nil || past.Cases != 0 {
		t.Errorf("%+v past, %v", past, err)
	}

	r.Advance(9 * 366 * 24 * time.Hour)
	if _, past, err = r.station.Retention(r.ctx); err != nil || past.Cases != 1 {
		t.Fatalf("after ten years %+v past, %v", past, err)
	}
	done, err = r.station.EraseDue(r.ctx, r.order())
	r.must(err)
	if done.Documents != 2 || len(done.Kept) > 0 {
		t.Errorf("after ten years: %+v", done)
	}
	if found := r.searched(); len(found) > 0 {
		t.Errorf("the files still hold %v", found)
	}
	r.whole()
	entries, err := r.station.Erasures(r.ctx)
	r.must(err)
	if len(entries) != 2 || entries[0].Done.Documents != 2 || entries[1].Because != "retention" || entries[1].By != "operator-1" {
		t.Errorf("the register says %+v", entries)
	}
}

func TestACaseThatWasOpenedAgainKeepsItsPapersAndHoldsUpNoOthers(t *testing.T) {
	r := newWorkshop(t)
	id, other := r.ended("1001", "F1"), r.ended("1002", "F2")
	r.Advance(25 * 31 * 24 * time.Hour)
	_, err := r.station.EraseDue(r.ctx, r.order())
	r.must(err)
	r.did(r.station.Reopen(r.ctx, r.order(), id, "The customer is back"))
	r.Advance(9 * 366 * 24 * time.Hour)
	done, err := r.station.EraseDue(r.ctx, r.order())
	r.must(err)
	if done.Cases != 1 || done.Documents != 2 || len(r.numbered(id)) != 2 {
		t.Errorf("erased %+v; of the open case stay %v", done, r.numbered(id))
	}
	r.at(other, returns.Closed)
	r.whole()
}

func TestAnErasureThatWasCutShortIsFinishedAtTheNextStart(t *testing.T) {
	r := newWorkshop(t)
	id := r.ended("1001", "F1")
	photo := r.shows(id).Evidence[0].Photo
	r.Advance(11 * 366 * 24 * time.Hour)

	// A folder that cannot be removed stands in the way of the files, as a disk that
	// fails would.
	originals, err := filepath.Glob(filepath.Join(r.dir, "media", "*", "*", string(photo)+"*"))
	if more, globErr := filepath.Glob(filepath.Join(r.dir, "media", "*", string(photo)+"*")); globErr == nil {
		originals = append(originals, more...)
	}
	if err != nil || len(originals) == 0 {
		t.Fatalf("no file of %s: %v", photo, err)
	}
	obstacle := filepath.Join(filepath.Dir(originals[0]), string(photo)+".stuck")
	r.must(os.MkdirAll(filepath.Join(obstacle, "in the way"), 0o700))
	order := r.order()
	done, err := r.station.ErasePerson(r.ctx, order, id, "asked")
	r.must(err)
	if !done.Unfinished || done.Persons == 0 {
		t.Fatalf("done = %+v", done)
	}
	if found := r.searched(); len(found) == 0 {
		t.Fatal("there is nothing left to finish")
	}
	r.must(os.RemoveAll(obstacle))
	r.must(r.station.Close())
	r.opens()
	if found := r.searched(); len(found) > 0 {
		t.Errorf("after the start the files hold %v", found)
	}
	r.whole()

	again, err := r.station.ErasePerson(r.ctx, order, id, "asked")
	r.must(err)
	if again.Persons != done.Persons || again.Texts != done.Texts || again.Files != done.Files {
		t.Errorf("the second time %+v, the first %+v", again, done)
	}
}

func TestNobodyIsErasedWhoseCaseIsOpen(t *testing.T) {
	r := newWorkshop(t)
	ended := r.ended("1001", "F1")
	open := r.pulls("1002", "F2")
	_, err := r.station.ErasePerson(r.ctx, r.order(), ended, "asked")
	r.refused(err, fault.Conflict, "errors_store.erase_open")
	if named := fault.Of(err).Args["number"]; named != r.shows(open).Number {
		t.Errorf("it names %v", named)
	}
	r.Advance(25 * 31 * 24 * time.Hour)
	done, err := r.station.EraseDue(r.ctx, r.order())
	r.must(err)
	if done.Cases != 0 || done.Skipped != 1 || r.shows(ended).Erased {
		t.Errorf("done = %+v", done)
	}
	r.did(r.station.Decline(r.ctx, r.order(), open, "late", "Trop tard."))
	_, err = r.station.ErasePerson(r.ctx, r.order(), r.did(ended, nil), "nobody asked")
	r.refused(err, fault.Invalid, "errors_returns.erasure.because")
}

func TestTheBuyersOfWhatNeverCameBackGoWithTheRetention(t *testing.T) {
	r := newWorkshop(t)
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder("1001")}, "o1"))
	if _, past, err := r.station.Retention(r.ctx); err != nil || past != (station.Past{}) {
		t.Errorf("at once: %+v %v", past, err)
	}
	if found := r.searched(); len(found) == 0 {
		t.Fatal("the buyer is not known")
	}
	r.Advance(25 * 31 * 24 * time.Hour)
	if _, past, err := r.station.Retention(r.ctx); err != nil || past.Cases != 0 || past.Buyers != 1 {
		t.Errorf("after two years: %+v %v", past, err)
	}
	done, err := r.station.EraseDue(r.ctx, r.order())
	r.must(err)
	if done.Buyers != 1 || done.Cases != 0 {
		t.Errorf("done = %+v", done)
	}
	r.must(r.station.TakeOrders(r.ctx, feed, []marketplace.Order{soldOrder("1001")}, "o2"))
	if found := r.searched(); len(found) > 0 {
		t.Errorf("the files still hold %v", found)
	}
	r.whole()
	var sold []store.Sold
	err = r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
		sold, err = tx.FindSold("1001")
		return err
	})
	if err != nil || len(sold) != 1 || sold[0].Sale.IMEI != soldIMEI {
		t.Errorf("what was sold: %+v %v", sold, err)
	}
}

func TestOnlyAManagerErasesAndTypesTheirPIN(t *testing.T) {
	r := newWorkshop(t)
	id := r.ended("1001", "F1")
	for _, test := range []struct {
		name  string
		role  string
		shown station.Shown
		key   string
	}{
		{"an operator", station.Clerk, station.PINTyped, "errors_people.manager_only"},
		{"a lead", station.Lead, station.PINTyped, "errors_people.manager_only"},
		{"a manager whose PIN was typed a while ago", station.Manager, station.PINHolds, "errors_station.pin.needed"},
	} {
		t.Run(test.name, func(*testing.T) {
			order := r.station.OrderOf(r.order().ID, "test", station.Given{Operator: store.Operator{ID: "somebody", Role: test.role}, Shown: test.shown})
			_, err := r.station.ErasePerson(r.ctx, order, id, "asked")
			r.refused(err, fault.Unauthorized, test.key)
			order.ID = r.order().ID
			_, err = r.station.EraseDue(r.ctx, order)
			r.refused(err, fault.Unauthorized, test.key)
		})
	}
	if r.shows(id).Erased {
		t.Error("somebody was erased")
	}
}

func TestARetentionIsMonthsAndYearsThatMakeSense(t *testing.T) {
	r := newWorkshop(t)
	for _, wrong := range []station.Retention{{Months: 0, DocumentYears: 10}, {Months: 121, DocumentYears: 10}, {Months: 24, DocumentYears: 0}, {Months: 24, DocumentYears: 31}} {
		r.refused(r.station.SetRetention(r.ctx, r.order(), wrong), fault.Invalid, "errors_station.retention")
	}
	wanted := station.Retention{Months: 6, DocumentYears: 7}
	r.must(r.station.SetRetention(r.ctx, r.order(), wanted))
	if kept, _, err := r.station.Retention(r.ctx); err != nil || kept != wanted {
		t.Errorf("%+v %v", kept, err)
	}
	if until := wanted.KeepUntil(time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)).Format(time.DateOnly); until != "2033-12-31" {
		t.Errorf("kept until %s", until)
	}
}

func TestPeopleAreFoundByAnyPartOfTheirNameOrAddress(t *testing.T) {
	r := newWorkshop(t)
	id := r.ended("1001", "F1")
	for typed, count := range map[string]int{"camille": 1, "DUBREUIL cam": 1, "camille@example": 1, "dubréuil": 1, "Martin": 0, "  ": 0, "camille martin": 0} {
		var found []store.Somebody
		r.must(r.station.View(r.ctx, func(tx *store.ReadTx) (err error) {
			found, err = tx.FindPeople(typed, 10)
			return err
		}))
		if len(found) != count || count > 0 && (found[0].Case != id || found[0].Cases != 1) {
			t.Errorf("%q finds %+v", typed, found)
		}
	}
}

func TestACopyHoldsEverythingThatIsKeptOfAPerson(t *testing.T) {
	r := newWorkshop(t)
	id := r.ended("1001", "F1")
	archive, err := r.station.PersonCopy(r.ctx, id)
	r.must(err)
	if archive.Name != r.shows(id).Number+".zip" {
		t.Errorf("it is called %s", archive.Name)
	}
	packed, err := zip.NewReader(bytes.NewReader(archive.Bytes), int64(len(archive.Bytes)))
	r.must(err)
	content := map[string]string{}
	for _, file := range packed.File {
		opened, err := file.Open()
		r.must(err)
		read, err := io.ReadAll(opened)
		r.must(err)
		content[file.Name] = strings.ReplaceAll(string(read), "\u00a0", " ")
	}
	for _, word := range []string{"Camille", "Dubreuil", "12 rue des Lilas", "camille@example.com", "Il ne charge plus", "P01A-000001", `"order":"1001"`, "R-2026-P01A-000001"} {
		if !strings.Contains(content["data.json"], word) && !strings.Contains(strings.ReplaceAll(content["data.json"], ": ", ":"), word) {
			t.Errorf("the data lack %q", word)
		}
	}
	for _, word := range []string{"Camille", "12 rue des Lilas", "Il ne charge plus", "Reçu de remboursement R-2026-P01A-000001", "gardé jusqu’au mer. 31 déc. 2036", "404,00"} {
		if !strings.Contains(content["mes-donnees.html"], word) {
			t.Errorf("the page lacks %q: %s", word, content["mes-donnees.html"])
		}
	}
	photos := 0
	for name, bytes := range content {
		if strings.HasPrefix(name, "photos/") {
			photos++
			if len(tracesIn(name, []byte(bytes))) > 0 {
				t.Errorf("%s says who took it", name)
			}
		}
	}
	if photos != len(r.shows(id).Evidence)+1 || !strings.HasPrefix(content["documents/R-2026-P01A-000001.pdf"], "%PDF") {
		t.Errorf("%d photos, %d evidence; %d files", photos, len(r.shows(id).Evidence), len(content))
	}
	r.Advance(12 * 366 * 24 * time.Hour)
	_, err = r.station.ErasePerson(r.ctx, r.order(), id, "asked")
	r.must(err)
	_, err = r.station.PersonCopy(r.ctx, id)
	r.refused(err, fault.NotFound, "errors_station.nobody_to_erase")
	_, err = r.station.Reprint(r.ctx, r.order(), r.documents(id)[0].ID)
	r.refused(err, fault.NotFound, "errors_station.document_erased")
}
