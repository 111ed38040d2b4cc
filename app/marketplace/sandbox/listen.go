package sandbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Listen starts to serve at an address such as "127.0.0.1:0". Serving goes on
// until Pause or Close.
func (s *Server) Listen(address string) error {
	s.listening.Lock()
	defer s.listening.Unlock()
	if s.server != nil {
		return errors.New("the sandbox listens already")
	}
	return s.open(address)
}

func (s *Server) open(address string) error {
	listener, err := new(net.ListenConfig).Listen(context.Background(), "tcp", address) // A numeric address is bound at once.
	if err != nil {
		return fmt.Errorf("listen at %s: %w", address, err)
	}
	server := &http.Server{Handler: s.Handler(), ReadHeaderTimeout: 10 * time.Second}
	s.server, s.listener, s.address = server, listener, listener.Addr().String()
	go func() { _ = server.Serve(refusing{listener, s}) }() // It ends with ErrServerClosed, when Pause or Close say so.
	return nil
}

// Address is where it listens, or listened before a pause: "127.0.0.1:40123".
func (s *Server) Address() string {
	s.listening.Lock()
	defer s.listening.Unlock()
	return s.address
}

// URL is the address that a client takes as its base.
func (s *Server) URL() string { return "http://" + s.Address() }

// Pause stops listening and cuts every connection: from now on connections are
// refused by the machine itself, as when the cable is out.
func (s *Server) Pause() error {
	s.listening.Lock()
	defer s.listening.Unlock()
	if s.server == nil {
		return errNotListening
	}
	// The listener first: the server knows it only once its goroutine has begun.
	err := s.listener.Close()
	if closing := s.server.Close(); !errors.Is(closing, net.ErrClosed) {
		err = errors.Join(err, closing)
	}
	s.server, s.listener = nil, nil
	if err != nil {
		return fmt.Errorf("pause sandbox: %w", err)
	}
	return nil
}

// Resume listens again at the same address.
func (s *Server) Resume() error {
	s.listening.Lock()
	defer s.listening.Unlock()
	if s.server != nil {
		return nil
	}
	if s.address == "" {
		return errNotListening
	}
	return s.open(s.address)
}

// Close stops the server. What it answered is kept.
func (s *Server) Close() error {
	err := s.Pause()
	if errors.Is(err, errNotListening) {
		return nil
	}
	return err
}

// refusing is a listener that closes a new connection unread while a fault of
// mode "refuse" for every path is set.
type refusing struct {
	net.Listener
	s *Server
}

// Accept implements net.Listener.
func (l refusing) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err // net/http compares it.
		}
		if !l.s.refusesConnections() {
			return conn, nil
		}
		if tcp, ok := conn.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0) // A reset rather than an orderly end; if it cannot be, the end does too.
		}
		_ = conn.Close() // Nobody is left to tell.
	}
}
