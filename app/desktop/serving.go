//go:build !bindings

package desktop

// Generating reports whether this binary is the generator of the bindings.
const Generating = false
