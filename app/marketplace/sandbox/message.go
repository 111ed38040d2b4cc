package sandbox

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
)

// The limits that the service states for a message.
const (
	maxFiles     = 10
	maxFileBytes = 3 << 20
)

type received struct {
	name, mime string
	content    []byte
}

// postMessage takes a message of the seller. A folder that was closed opens again.
func (s *Server) postMessage(w http.ResponseWriter, r *http.Request) {
	id := idIn(r)
	r.Body = http.MaxBytesReader(w, r.Body, maxFiles*maxFileBytes+1<<20)
	text, files, status := readMessage(r)
	if status != 0 {
		w.WriteHeader(status)
		return
	}
	var answer object
	err := s.change(func(world *world) error {
		f := world.folder(id)
		if f == nil {
			return errNotFound
		}
		now := s.now().UTC()
		m := message{ID: next(&world.Last.Message), Kind: "MERCHANT_TO_ALL", Initiator: "Merchant", HTML: asHTML(text), At: now}
		entry := Entry{At: now, Kind: "message", By: "seller", Order: f.Order, Line: f.Line, Folder: f.ID, Message: m.ID, Text: text, Reopened: f.Closed != nil}
		attached := []object{}
		for _, got := range files {
			kept := &file{ID: next(&world.Last.File), Kind: uploaded, Name: got.name, MIME: got.mime, At: now}
			if err := s.disk.keep(kept.ID, got.content); err != nil {
				return err
			}
			world.Files[kept.ID] = kept
			m.Files = append(m.Files, kept.ID)
			sum := sha256.Sum256(got.content)
			entry.Attachments = append(entry.Attachments, Attachment{Name: got.name, MIME: got.mime, Bytes: len(got.content), SHA256: hex.EncodeToString(sum[:])})
			attached = append(attached, object{"msg": m.ID, "group": f.ID, "sender": merchant, "attachment": kept.url("")})
		}
		f.Messages = append(f.Messages, m)
		f.Closed, f.Modified, f.LastMessage = nil, now, now
		world.record(entry)
		answer = object{"id": m.ID, "group": f.ID, "sender": merchant, "message": text, "date_creation": when(m.ID, now), "attachments": attached}
		return nil
	})
	switch {
	case errors.Is(err, errNotFound):
		w.WriteHeader(http.StatusNotFound)
	case err != nil:
		answerError(w, http.StatusInternalServerError, "E500", err.Error())
	default:
		answerJSON(w, http.StatusCreated, answer)
	}
}

var errNotFound = errors.New("not found")

// readMessage reads the form, and says the status of a refusal. A file in a part
// of any other name than "attachment" is lost in silence, as at the service.
func readMessage(r *http.Request) (text string, files []received, refusal int) {
	form, err := r.MultipartReader()
	if err != nil {
		return "", nil, http.StatusBadRequest
	}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", nil, unreadable(err)
		}
		content, err := io.ReadAll(io.LimitReader(part, maxFileBytes+1))
		if err != nil {
			return "", nil, unreadable(err)
		}
		switch part.FormName() {
		case "message":
			text = string(content)
		case "attachment":
			if len(content) > maxFileBytes || len(files) == maxFiles {
				return "", nil, http.StatusRequestEntityTooLarge
			}
			files = append(files, receivedFile(part, content))
		}
	}
	if strings.TrimSpace(text) == "" {
		return "", nil, http.StatusBadRequest
	}
	return text, files, 0
}

func receivedFile(part *multipart.Part, content []byte) received {
	name := part.FileName()
	if name == "" {
		name = "file"
	}
	kind := part.Header.Get("Content-Type")
	if kind == "" {
		kind = http.DetectContentType(content)
	}
	return received{name: name, mime: kind, content: content}
}

func unreadable(err error) int {
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusBadRequest
}

// asHTML stores a message the way the service gives it back: as mark-up.
func asHTML(text string) string {
	lines := strings.Split(strings.ReplaceAll(html.EscapeString(text), "\r\n", "\n"), "\n")
	return fmt.Sprintf("<p>%s</p>", strings.Join(lines, "<br/>"))
}
