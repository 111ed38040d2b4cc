package media

import (
	"bufio"
	"bytes"
	"image"
	"io"
)

var startOfImage = []byte{0xff, markerSOI}

// maxProfile bounds the colour profile that a new copy takes over. That of a
// phone has some 500 bytes.
const maxProfile = 16 << 10

// profileOf returns the segments of a JPEG that hold its colour profile, for the
// copy that is encoded anew: the pixels keep their values, and a phone's wide
// colours read as plain sRGB would look dull. The profile of a grey or a
// four-colour photo does not fit the copy, which has three.
func profileOf(original io.ReadSeeker, kind *format, img image.Image) ([]byte, error) {
	if _, threeColours := img.(*image.YCbCr); !threeColours || kind.mime != jpegMIME {
		return nil, nil
	}
	if _, err := original.Seek(int64(len(startOfImage)), io.SeekStart); err != nil {
		return nil, storageFault(err)
	}
	in, profile := bufio.NewReader(original), new(bytes.Buffer)
	for {
		marker, err := nextMarker(in)
		if err != nil || marker == markerSOS || marker == markerEOI {
			break
		}
		payload, err := readSegment(in)
		if err != nil {
			break
		}
		if isProfile(marker, payload) {
			writeSegment(profile, marker, payload)
		}
	}
	if profile.Len() > maxProfile {
		return nil, nil
	}
	return profile.Bytes(), nil
}
