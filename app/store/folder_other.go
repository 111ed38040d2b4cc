//go:build !linux

package store

// remoteFileSystem cannot tell a network folder from a local one here.
func remoteFileSystem(string) (string, bool) { return "", false }
