package store

// syncFolder has nothing to do: NTFS journals names by itself, and Windows syncs
// no folders.
func syncFolder(string) error { return nil }
