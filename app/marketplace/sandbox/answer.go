package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

type object map[string]any

func answerJSON(w http.ResponseWriter, status int, body any) {
	raw, err := json.Marshal(body)
	if err != nil {
		panic("sandbox: an answer is always encodable: " + err.Error())
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(raw) // A client that has gone needs no answer.
}

func answerText(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(body)) // A client that has gone needs no answer.
}

func answerHTML(w http.ResponseWriter, status int, title string) {
	w.Header().Set("Content-Type", "text/html; charset=UTF-8")
	w.WriteHeader(status)
	_, _ = fmt.Fprintf(w, "<!DOCTYPE html><html><head><title>%s</title></head><body><h1>%s</h1></body></html>", title, title) // As above.
}

// answerError writes the oldest envelope, which 400s and 429s come in.
func answerError(w http.ResponseWriter, status int, code, said string) {
	answerJSON(w, status, object{"error": object{"code": code, "message": said, "data": nil}, "requestId": requestID})
}

// answerErrors writes the plural envelope.
func answerErrors(w http.ResponseWriter, status int, item object) {
	answerJSON(w, status, object{"errors": []object{item}, "requestId": requestID})
}

// answerProblem writes the envelope of RFC 9457, whose type is a path here.
func answerProblem(w http.ResponseWriter, status int, kind, detail string) {
	answerJSON(w, status, object{"type": kind, "title": http.StatusText(status), "status": status, "detail": detail})
}

const (
	requestID = "5a6d0b0e-0000-4000-8000-00000000beef"
	ray       = "8a1b2c3d4e5f6789-CDG"
)

// answerFirewall is what the edge says to whom it takes for a robot.
func answerFirewall(w http.ResponseWriter) {
	w.Header().Set("cf-ray", ray)
	answerHTML(w, http.StatusForbidden, "Attention Required! | Cloudflare")
}

// when writes an instant. Half of the objects have it with an offset, as the
// service does; both mean the same.
func when(id int64, at time.Time) string {
	if id%2 == 0 {
		return at.UTC().Format("2006-01-02T15:04:05Z")
	}
	return at.In(time.FixedZone("", 2*60*60)).Format("2006-01-02T15:04:05-07:00")
}

func whenOr(id int64, at *time.Time) any {
	if at == nil {
		return nil
	}
	return when(id, *at)
}

// euros writes cents as the decimal string that orders have.
func euros(cents int64) string { return fmt.Sprintf("%d.%02d", cents/100, cents%100) }
