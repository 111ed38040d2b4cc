package media

import (
	"errors"
	"path/filepath"
	"strings"
)

// Forget deletes the files of photos, originals and renditions: of people who were
// erased. One that is gone already is no error. It returns how many files it removed.
func (l *Library) Forget(ids []string) (removed int, err error) {
	l.publishing.Lock()
	defer l.publishing.Unlock()
	var failures []error
	for _, id := range ids {
		if !isDigest(id) {
			continue
		}
		files, err := filepath.Glob(filepath.Join(l.folder(id), id+"*"))
		if err != nil {
			return removed, err
		}
		for _, file := range files {
			if name := filepath.Base(file); name != id && !strings.HasPrefix(name, id+".") {
				continue
			}
			if err := l.disk.Remove(file); err != nil {
				failures = append(failures, storageFault(err))
				continue
			}
			removed++
		}
	}
	return removed, errors.Join(failures...)
}
