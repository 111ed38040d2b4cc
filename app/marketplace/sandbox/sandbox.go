// Package sandbox is a server with the seller API of Back Market, for the
// demonstration and for tests. It holds state: what it was told it keeps, and
// with a folder it keeps it through a kill.
//
// It is faithful to what the service does rather than to what its contract says:
// addresses in snake case, dates in two forms, "next" links to a host that is not
// its own, a plain-text answer to a refund. It can be told to fail in all the
// ways that the service and the network between do.
//
// It shares no type and no function with the client, so that one mistake cannot
// hide in both. Everybody in it is made up and writes from example.com. It must
// never hold or ask for anything real.
package sandbox

import (
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Header marks every answer: nothing here is real.
const Header = "X-Revient-Sandbox"

// Options say what a sandbox starts from.
type Options struct {
	Dir   string           // Where it keeps its state; in memory only when empty.
	Now   func() time.Time // Its clock; time.Now when nil. SetClock moves it.
	Token string           // What clients must send; drawn at random when empty, kept with the state.
	Seed  Seed             // What a new one is filled with.
}

// Seed says what a new sandbox holds. The same seed at the same moment gives the
// same people, devices and requests.
type Seed struct {
	Number  uint64 // Picks the people, the devices and their numbers.
	Orders  int    // 40 when zero; at least one per folder.
	Folders int    // Open after-sales requests; 12 when zero, none when negative.
}

// Server is a sandbox. Its methods may be called at any time, by anybody.
type Server struct {
	clock clock
	token string
	disk  *disk

	mu     sync.Mutex
	world  *world
	faults faults

	listening sync.Mutex
	server    *http.Server
	listener  net.Listener
	address   string
}

// New opens the sandbox kept in the folder, or fills a new one.
func New(options Options) (*Server, error) {
	s := &Server{disk: &disk{dir: options.Dir, memory: map[int64][]byte{}}}
	if s.clock.machine = options.Now; options.Now == nil {
		s.clock.machine = time.Now
	}
	kept, err := s.disk.load()
	if err != nil {
		return nil, fmt.Errorf("open sandbox: %w", err)
	}
	if kept == nil {
		kept = seeded(options.Seed, s.now().UTC())
		kept.Token = rand.Text()
	}
	if options.Token != "" {
		kept.Token = options.Token
	}
	s.world, s.token = kept, kept.Token
	if err := s.disk.save(kept); err != nil {
		return nil, fmt.Errorf("open sandbox: %w", err)
	}
	return s, nil
}

// Token is what a client sends after "Basic ".
func (s *Server) Token() string { return s.token }

// change does something that must not be forgotten: it is on the disk before
// change returns. What fails, or cannot be written, is undone.
func (s *Server) change(do func(*world) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := do(s.world)
	if err == nil {
		err = s.disk.save(s.world)
	}
	if err == nil {
		return nil
	}
	before, failed := s.disk.saved()
	if before != nil {
		s.world = before
	}
	return errors.Join(err, failed)
}

// look reads the state.
func (s *Server) look(do func(*world)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do(s.world)
}

// Handler is the whole server: the API, its files, and the control room.
func (s *Server) Handler() http.Handler {
	api := http.NewServeMux()
	api.HandleFunc("GET /ws/orders", s.listOrders)
	api.HandleFunc("GET /ws/orders/{id}", s.showOrder)
	api.HandleFunc("GET /ws/sav", s.listFolders)
	api.HandleFunc("GET /ws/sav/{id}", s.showFolder)
	api.HandleFunc("POST /ws/sav/{id}/msg", s.postMessage)
	api.HandleFunc("POST /ws/sav/refund", s.postRefund)

	control := http.NewServeMux()
	control.HandleFunc("POST /_control/faults", s.controlFaults)
	control.HandleFunc("POST /_control/clock", s.controlClock)
	control.HandleFunc("GET /_control/ledger", s.controlLedger)
	control.HandleFunc("POST /_control/folders", s.controlFolder)
	control.HandleFunc("POST /_control/folders/{id}/messages", s.controlMessage)
	control.HandleFunc("POST /_control/folders/{id}/close", s.controlClose)
	control.HandleFunc("POST /_control/orders/{id}/refund", s.controlRefund)

	files := http.NewServeMux()
	files.HandleFunc("GET /static/{kind}/{id}/{name}", s.showFile)

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set(Header, "1")
		w.Header().Set("Date", s.now().UTC().Format(http.TimeFormat)) // Clients go on from the server's clock: it must be the one that objects are dated by.
		switch {
		case strings.HasPrefix(r.URL.Path, "/_control/"):
			if !fromLoopback(r) || !s.knows(r) {
				answerError(w, http.StatusForbidden, "forbidden", "The control room is for this machine and its token.")
				return
			}
			control.ServeHTTP(w, r)
		case strings.HasPrefix(r.URL.Path, "/static/"):
			s.withFaults(files).ServeHTTP(w, r)
		default:
			s.withFaults(s.guarded(api)).ServeHTTP(w, r)
		}
	})
}

// guarded turns back who does not show a user agent, as the edge does, and who
// shows no good token, as the API does: after-sales answers that with no body.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !strings.HasPrefix(r.UserAgent(), "BM-"):
			answerFirewall(w)
		case s.knows(r):
			next.ServeHTTP(w, r)
		case strings.HasPrefix(r.URL.Path, "/ws/sav"):
			w.WriteHeader(http.StatusUnauthorized)
		default:
			answerProblem(w, http.StatusUnauthorized, "/errors/authentication-failed", "Invalid credentials.")
		}
	})
}

func (s *Server) knows(r *http.Request) bool {
	shown, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Basic ")
	return ok && subtle.ConstantTimeCompare([]byte(shown), []byte(s.token)) == 1
}

func fromLoopback(r *http.Request) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

var errNotListening = errors.New("the sandbox does not listen")
