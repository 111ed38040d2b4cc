package catalog

import "strings"

// The words by which a listing names a console of either build.
var (
	handheldWords = []string{" switch ", " steam deck ", " rog ally ", " legion go ", " ps vita ", " psp ", " 3ds ", " 2ds ", " portal "}
	homeWords     = []string{" playstation ", " ps5 ", " ps4 ", " ps3 ", " xbox ", " wii "}
)

// buildOf tells the build of a console from its title; empty where the title
// names neither, and every check of a console is asked then.
func buildOf(title string) string {
	spaced := " " + strings.Join(wordsOf(title), " ") + " "
	for _, word := range handheldWords {
		if strings.Contains(spaced, word) {
			return buildHandheld
		}
	}
	for _, word := range homeWords {
		if strings.Contains(spaced, word) {
			return buildHome
		}
	}
	return ""
}
