package sandbox

// syncFolder does nothing: Windows has no call to flush a folder, and NTFS writes
// a rename to its own journal.
func syncFolder(string) error { return nil }
