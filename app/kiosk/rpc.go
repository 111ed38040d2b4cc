package kiosk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"reflect"

	"revient/app/fault"
)

// maxArguments bounds the body of one call. Large bytes go through /media/.
const maxArguments = 1 << 20

// serveRPC calls one method: the body is the JSON array of its arguments, the
// answer its result as JSON, or an error as the screens read it.
func (s *Shell) serveRPC(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		s.writeFault(w, http.StatusMethodNotAllowed, fault.New(fault.Invalid, "errors_kiosk.method", nil))
		return
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		s.writeFault(w, http.StatusUnsupportedMediaType, fault.New(fault.Invalid, "errors_kiosk.content_type", nil))
		return
	}
	called, err := s.lookUp(r.PathValue("service"), r.PathValue("method"))
	if err != nil {
		s.writeFault(w, http.StatusNotFound, err)
		return
	}
	arguments, err := called.arguments(http.MaxBytesReader(w, r.Body, maxArguments))
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		s.writeFault(w, http.StatusRequestEntityTooLarge,
			fault.Wrap(tooLarge, fault.Invalid, "errors_kiosk.too_large", fault.Args{"limit": maxArguments}))
		return
	}
	if err != nil {
		s.writeFault(w, http.StatusBadRequest, err)
		return
	}
	answer, err := s.call(called, arguments, r.URL.Path)
	if err != nil {
		s.writeFault(w, status(fault.CodeOf(err)), err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if _, err := w.Write(answer); err != nil {
		s.log.Debug("answer not sent", "path", r.URL.Path, "error", err)
	}
}

func (s *Shell) lookUp(serviceName, methodName string) (method, error) {
	if m, found := s.services[serviceName][methodName]; found {
		return m, nil
	}
	return method{}, fault.New(fault.NotFound, "errors_kiosk.unknown_method", fault.Args{"method": serviceName + "." + methodName})
}

// arguments reads the values of a call. It is strict: a field or a value too many
// is a screen of another version, and guessing would hide it.
func (m method) arguments(body io.Reader) ([]reflect.Value, error) {
	var raw []json.RawMessage
	if err := decodeStrictly(body, &raw); err != nil {
		return nil, badArguments(err)
	}
	if raw == nil || len(raw) != len(m.params) {
		return nil, fault.New(fault.Invalid, "errors_kiosk.arity", fault.Args{"got": len(raw), "want": len(m.params)})
	}
	values := make([]reflect.Value, len(raw))
	for i, param := range m.params {
		target := reflect.New(param)
		if err := decodeStrictly(bytes.NewReader(raw[i]), target.Interface()); err != nil {
			return nil, badArguments(fmt.Errorf("argument %d: %w", i+1, err))
		}
		values[i] = target.Elem()
	}
	return values, nil
}

func badArguments(cause error) error {
	return fault.Wrap(cause, fault.Invalid, "errors_kiosk.arguments", nil)
}

// decodeStrictly reads one JSON value with no unknown field and nothing after it.
func decodeStrictly(r io.Reader, target any) error {
	decoder := json.NewDecoder(r)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(target); err != nil {
		return err
	}
	_, err := decoder.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err == nil:
		return errors.New("something follows the value")
	default:
		return err
	}
}

// call runs a method and writes its result as JSON. A panic in it becomes an
// internal error; the log has where it happened.
func (s *Shell) call(m method, arguments []reflect.Value, path string) (answer []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			s.logPanic(path, cause)
			answer, err = nil, fault.New(fault.Internal, "errors.internal", nil)
		}
	}()
	results := m.call.Call(arguments)
	if m.fails {
		if failure, ok := results[len(results)-1].Interface().(error); ok {
			return nil, failure
		}
	}
	if !m.value {
		return []byte("null"), nil
	}
	answer, err = json.Marshal(results[0].Interface())
	if err != nil {
		return nil, fmt.Errorf("write the result of %s: %w", path, err)
	}
	return answer, nil
}
