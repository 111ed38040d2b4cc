package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
)

var errRefused = errors.New("refused")

// postRefund pays a customer back. It has no protection against a repeat but the
// state of the line, exactly like the service.
func (s *Server) postRefund(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Line   int64        `json:"orderline_pk"`
		Type   int          `json:"refund_type"`
		Amount *json.Number `json:"amount"`
	}
	raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<10))
	if err != nil || json.Unmarshal(raw, &asked) != nil || mediaType(r) != "application/json" {
		answerError(w, http.StatusBadRequest, "E001", "Payload not acceptable")
		return
	}
	said := ""
	err = s.change(func(world *world) error {
		o, l := world.line(asked.Line)
		if l == nil {
			return errNotFound
		}
		cents, refusal := refundable(l, asked.Type, asked.Amount)
		if refusal != "" {
			return fmt.Errorf("%w: %s", errRefused, refusal)
		}
		s.refund(world, o, l, cents, asked.Type, "seller")
		said = fmt.Sprintf("%s€ refunded on the sku %s", euros(cents), l.Device.SKU)
		return nil
	})
	switch {
	case errors.Is(err, errNotFound):
		w.WriteHeader(http.StatusNotFound)
	case errors.Is(err, errRefused):
		answerError(w, http.StatusBadRequest, "E002", strings.TrimPrefix(err.Error(), errRefused.Error()+": "))
	case err != nil:
		answerError(w, http.StatusInternalServerError, "E500", err.Error())
	default:
		answerText(w, http.StatusCreated, said) // Plain text, where everything else is JSON.
	}
}

// refundable says how much a request may refund, or why it may not.
func refundable(l *line, kind int, amount *json.Number) (cents int64, refusal string) {
	before := map[int]int{4: 1, 5: 2, 6: 3} // The state of the line that each type needs.
	needed, known := before[kind]
	left := l.Cents - l.Refunded
	switch {
	case !known:
		return 0, "Unknown refund type"
	case l.State >= 4 && l.State <= 6:
		return 0, "This orderline was already refunded"
	case l.State != needed:
		return 0, "Refund type not allowed for the state of this orderline"
	case amount == nil:
		return left, ""
	case kind != 6:
		return 0, "amount: only if refund type is 6"
	}
	cents, ok := centsOf(amount.String())
	if !ok || cents <= 0 || cents > left {
		return 0, "amount: not acceptable"
	}
	return cents, ""
}

// refund applies. A line refunded in part stays shipped.
func (s *Server) refund(w *world, o *order, l *line, cents int64, kind int, by string) {
	now := s.now().UTC()
	l.Refunded += cents
	if l.Refunded >= l.Cents {
		l.State = kind
	}
	o.settle()
	o.Modified = now
	for _, f := range w.Folders {
		if f.Line == l.ID {
			f.Modified = now
		}
	}
	w.record(Entry{At: now, Kind: "refund", By: by, Order: o.ID, Line: l.ID, RefundType: kind, Cents: cents, Currency: o.Currency, LineState: l.State})
}

// centsOf reads a decimal of at most two places, without a float.
func centsOf(decimal string) (int64, bool) {
	whole, fraction, _ := strings.Cut(decimal, ".")
	if len(fraction) > 2 {
		return 0, false
	}
	cents, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", 2-len(fraction)), 10, 64)
	return cents, err == nil
}

func mediaType(r *http.Request) string {
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	return strings.TrimSpace(kind)
}
