package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// mostPhotos is how many a customer sends with one message.
const mostPhotos = 10

// The control room plays everybody but the seller: the network, the customers,
// and the marketplace's own staff.

func (s *Server) controlFaults(w http.ResponseWriter, r *http.Request) {
	var f Fault
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&f); err != nil {
		answerError(w, http.StatusBadRequest, "invalid", err.Error())
		return
	}
	if err := s.SetFault(f); err != nil {
		answerJSON(w, http.StatusBadRequest, object{"error": object{"code": "invalid", "message": err.Error()}, "modes": Modes()})
		return
	}
	answerJSON(w, http.StatusOK, f)
}

func (s *Server) controlLedger(w http.ResponseWriter, _ *http.Request) {
	entries := s.Ledger()
	answerJSON(w, http.StatusOK, object{"count": len(entries), "entries": entries})
}

// Request is a customer's new request.
type Request struct {
	Order   int64  `json:"order_id,omitempty"` // A new order, delivered three days ago, when 0.
	Kind    string `json:"kind,omitempty"`     // "defect", "change_of_mind" or "warranty"; "defect" when empty.
	Issue   string `json:"issue,omitempty"`    // What the customer ticks, such as "DISPLAY_ISSUES"; any of the kind when empty.
	Country string `json:"country,omitempty"`  // Of the new order, such as "en-ie"; "fr-fr" when empty.
	Text    string `json:"text,omitempty"`     // The customer's words; made up when empty.
	// Shipped is when the new order left; a few days ago when zero.
	Shipped time.Time `json:"shipped_at,omitzero"`
}

// Opened is where a new request is found. Its numbers are those of the API.
type Opened struct {
	Folder   int64  `json:"folder_id"`
	Order    int64  `json:"order_id"`
	Line     int64  `json:"orderline_id"`
	IMEI     string `json:"imei"`
	Tracking string `json:"return_tracking"`
	Cents    int64  `json:"cents"`
}

// Open plays a customer who asks for something.
func (s *Server) Open(request Request) (Opened, error) {
	told := plain(request.Kind, request.Issue)
	if len(told) == 0 {
		return Opened{}, fmt.Errorf("open folder: nobody tells of kind %q and issue %q", request.Kind, request.Issue)
	}
	var opened Opened
	err := s.change(func(world *world) error {
		now := s.now().UTC()
		o := world.order(request.Order)
		if o == nil && request.Order != 0 {
			return errNotFound
		}
		maker := newMaker(world, now)
		if o == nil {
			country := request.Country
			if country == "" {
				country = "fr-fr"
			}
			o = maker.shippedOrder(country, smartphones, pick(maker, told).shippedBefore)
			if !request.Shipped.IsZero() {
				o.Created = request.Shipped.UTC().Add(-30 * time.Hour)
				shipped := request.Shipped.UTC().Truncate(time.Second)
				o.Shipped, o.Modified = &shipped, now
			}
		}
		f := maker.request(o, pick(maker, told), now, request.Text)
		world.record(Entry{At: now, Kind: "folder", By: "customer", Order: o.ID, Line: f.Line, Folder: f.ID})
		_, l := world.line(f.Line)
		opened = Opened{Folder: f.ID, Order: o.ID, Line: f.Line, IMEI: l.IMEI, Tracking: f.Claim.Tracking, Cents: l.Cents}
		return nil
	})
	if err != nil {
		return Opened{}, fmt.Errorf("open folder: %w", err)
	}
	return opened, nil
}

func (s *Server) controlFolder(w http.ResponseWriter, r *http.Request) {
	var request Request
	if r.ContentLength != 0 {
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&request); err != nil {
			answerError(w, http.StatusBadRequest, "invalid", err.Error())
			return
		}
	}
	opened, err := s.Open(request)
	if err != nil {
		answerError(w, http.StatusBadRequest, "invalid", err.Error())
		return
	}
	answerJSON(w, http.StatusCreated, opened)
}

// RefundBehind plays the marketplace's staff, who refund every shipped line of an
// order that is not refunded yet.
func (s *Server) RefundBehind(id int64) error {
	return s.change(func(world *world) error {
		o := world.order(id)
		if o == nil {
			return errNotFound
		}
		done := false
		for _, l := range o.Lines {
			if l.State == 3 {
				s.refund(world, o, l, l.Cents-l.Refunded, 6, "back_office")
				done = true
			}
		}
		if !done {
			return errRefused
		}
		return nil
	})
}

// Reply plays the customer of a folder, who writes again, with photos of the defect.
func (s *Server) Reply(folder int64, text string, photos int) error {
	return s.change(func(world *world) error {
		f := world.folder(folder)
		if f == nil {
			return errNotFound
		}
		now := s.now().UTC()
		said := message{ID: next(&world.Last.Message), Kind: "CUSTOMER_TO_MERCHANT", Initiator: "Client", HTML: asHTML(text), At: now}
		said.Files = newMaker(world, now).photosAt(photos, sceneDark, now)
		f.Messages = append(f.Messages, said)
		f.Closed, f.Modified, f.LastMessage = nil, now, now
		world.record(Entry{At: now, Kind: "message", By: "customer", Order: f.Order, Line: f.Line, Folder: f.ID, Message: said.ID, Text: text})
		return nil
	})
}

// CloseFolder plays the marketplace's staff, who close a folder.
func (s *Server) CloseFolder(folder int64) error {
	return s.change(func(world *world) error {
		f := world.folder(folder)
		if f == nil {
			return errNotFound
		}
		now := s.now().UTC()
		f.Closed, f.Modified = &now, now
		world.record(Entry{At: now, Kind: "close", By: "back_office", Order: f.Order, Line: f.Line, Folder: f.ID})
		return nil
	})
}

func (s *Server) controlMessage(w http.ResponseWriter, r *http.Request) {
	var said struct {
		Text   string `json:"text"`
		Photos int    `json:"photos"`
	}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&said)
	if err != nil || said.Text == "" || said.Photos < 0 || said.Photos > mostPhotos {
		answerError(w, http.StatusBadRequest, "invalid", "a text is needed, and no more photos than a message takes")
		return
	}
	answerDone(w, s.Reply(idIn(r), said.Text, said.Photos))
}

func (s *Server) controlClose(w http.ResponseWriter, r *http.Request) {
	answerDone(w, s.CloseFolder(idIn(r)))
}

func (s *Server) controlRefund(w http.ResponseWriter, r *http.Request) {
	answerDone(w, s.RefundBehind(idIn(r)))
}

// idIn is the number in a path; what is no number names nothing.
func idIn(r *http.Request) int64 {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return 0
	}
	return id
}

func answerDone(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, errNotFound):
		answerError(w, http.StatusNotFound, "not_found", "Nothing has this number")
	case errors.Is(err, errRefused):
		answerError(w, http.StatusConflict, "conflict", "No line of this order can be refunded")
	case err != nil:
		answerError(w, http.StatusInternalServerError, "internal", err.Error())
	default:
		answerJSON(w, http.StatusCreated, object{"done": true})
	}
}
