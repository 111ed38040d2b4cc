package api

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"revient/app/fault"
	"revient/app/media"
	"revient/app/returns"
)

// MediaHandler serves what is too large for the bindings: photos and documents
// under /media/, and takes photos by POST. Both shells mount it; who may ask is
// the shell's to say.
//
//	POST /media/photos?source=camera      a photo's bytes; answers {"id": sha256, …}
//	GET  /media/photos/{id}               the original, for the station's own eyes
//	GET  /media/photos/{id}/thumbnail     480 px
//	GET  /media/documents/{id}?copy=2     a PDF; copy 0 is the original
//	POST /media/tables?name=ventes.csv    a table's bytes; answers {"id": sha256}
//	GET  /media/closings/{number}         the PDF of a closing
//	GET  /media/accounts/2026-11.xlsx     a month for the accountant; also .csv
//	GET  /media/lists/worklist?filter=late  a list as it is now, to be carried along
//	GET  /media/lists/put-away            the devices to put away, to be carried along
//	GET  /media/labels/devices?case={id}  device labels of several cases, one print
//	GET  /media/labels/bins?bin={code}    labels of bins, of all in use where none is named
//	GET  /media/badges/{id}               the badge of one of the team, to print
//	GET  /media/people/{case}             all that is held on the customer of a case, a ZIP
//	GET  /media/handover                  what the shift leaves to the next, to print
func (a *API) MediaHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /media/photos", a.takePhoto)
	mux.HandleFunc("GET /media/photos/{id}", a.photo(func(r *http.Request) (*media.File, error) {
		return a.station.Photos().Original(r.PathValue("id"))
	}))
	mux.HandleFunc("GET /media/photos/{id}/thumbnail", a.photo(func(r *http.Request) (*media.File, error) {
		return a.station.Photos().Thumbnail(r.Context(), r.PathValue("id"))
	}))
	mux.HandleFunc("GET /media/documents/{id}", a.document)
	mux.HandleFunc("POST /media/tables", a.takeTable)
	mux.HandleFunc("GET /media/closings/{number}", a.closing)
	mux.HandleFunc("GET /media/accounts/{file}", a.accounts)
	mux.HandleFunc("GET /media/badges/{id}", a.badge)
	mux.HandleFunc("GET /media/handover", a.handOver)
	mux.HandleFunc("GET /media/people/{case}", a.personCopy)
	mux.HandleFunc("GET /media/lists/worklist", a.worklistPDF)
	mux.HandleFunc("GET /media/lists/put-away", a.round)
	mux.HandleFunc("GET /media/labels/devices", a.deviceLabels)
	mux.HandleFunc("GET /media/labels/bins", a.binLabels)
	return mux
}

// sources are where a photo can come from.
var sources = map[string]bool{"camera": true, "file": true, "paste": true, "drop": true}

func (a *API) takePhoto(w http.ResponseWriter, r *http.Request) {
	source := r.URL.Query().Get("source")
	if !sources[source] {
		source = "file"
	}
	photo, err := a.station.AddPhoto(r.Context(), source, r.Body)
	if err != nil {
		// A sender that is cut off in mid-body sees a broken connection instead of
		// the reason, so the rest of an ordinary photo is read first.
		_, _ = io.CopyN(io.Discard, r.Body, media.MaxBytes)
		a.refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
	a.noteWrite(json.NewEncoder(w).Encode(map[string]any{"id": photo.SHA256, "width": photo.Width, "height": photo.Height}))
}

func (a *API) photo(open func(r *http.Request) (*media.File, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		file, err := open(r)
		if err != nil {
			a.refuse(w, err)
			return
		}
		defer func() { a.noteWrite(file.Close()) }()
		w.Header().Set("Content-Type", file.MIME)
		w.Header().Set("X-Content-Type-Options", "nosniff")                     // It came from outside.
		w.Header().Set("Cache-Control", "private, max-age=31536000, immutable") // The address is the content's hash.
		http.ServeContent(w, r, "", time.Time{}, file)
	}
}

func (a *API) document(w http.ResponseWriter, r *http.Request) {
	copied := 0
	if asked := r.URL.Query().Get("copy"); asked != "" {
		var err error
		if copied, err = strconv.Atoi(asked); err != nil {
			a.refuse(w, fault.Wrap(err, fault.NotFound, "errors_station.copy", nil))
			return
		}
	}
	pdf, err := a.station.DocumentPDF(r.Context(), returns.DocumentID(r.PathValue("id")), copied)
	a.page(w, r, pdf, err)
}

// page answers with a PDF, or with why there is none.
func (a *API) page(w http.ResponseWriter, r *http.Request, pdf []byte, err error) {
	if err != nil {
		a.refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Header().Set("Content-Disposition", "inline")
	w.Header().Set("Cache-Control", "private, no-store") // It names a person, who may be erased.
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(string(pdf)))
}

// refuse answers with the fault as the bindings write it.
func (a *API) refuse(w http.ResponseWriter, err error) {
	status := map[fault.Code]int{
		fault.Invalid: http.StatusBadRequest, fault.NotFound: http.StatusNotFound, fault.Conflict: http.StatusConflict,
		fault.Unauthorized: http.StatusForbidden, fault.Unavailable: http.StatusServiceUnavailable,
	}[fault.CodeOf(err)]
	if status == 0 {
		status = http.StatusInternalServerError
	}
	a.log.Info("media refused", "status", status, "error", err)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, writeErr := fmt.Fprint(w, FormatError(err))
	a.noteWrite(writeErr)
}

// noteWrite keeps an answer that the screen no longer waits for out of the way of
// the work, and in the log.
func (a *API) noteWrite(err error) {
	if err != nil {
		a.log.Debug("answer media", "error", err)
	}
}
