//go:build desktop || dev

package desktop

// Available reports whether this binary has the window.
const Available = true
