package labelpdf

import (
	"slices"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/oned"
)

// A symbology that a carrier prints its number in. Code 93, EAN and UPC are those
// of goods.
var symbologies = []gozxing.Reader{oned.NewCode128Reader(), oned.NewCode39Reader(), oned.NewITFReader()}

// bars reads the barcodes that lie across the rows of a picture, from the left or
// from the right. Each row is cut where it is white for long, so that codes side
// by side are all read.
func (b *budget) bars(picture *raster) (found []string) {
	step := max(1, picture.height/500)
	var before [][]int
	for y := step / 2; y < picture.height; y += step {
		runs := pieces(picture.row(y))
		for _, piece := range runs {
			// The next row of the same bars says the same.
			if slices.ContainsFunc(before, func(other []int) bool { return slices.Equal(other, piece) }) {
				continue
			}
			if !spend(&b.rows, 1) {
				return found
			}
			if code := decodeRow(piece); code != "" && !slices.Contains(found, code) {
				found = append(found, code)
			}
		}
		before = runs
	}
	return found
}

// pieces are the runs of dark and light pixels, dark first and last, of each part
// of a row that could be a code: at least twenty bars, no gap wider than eight
// times the mean run and a dozen pixels.
func pieces(row []bool) (found [][]int) {
	var runs []int
	end := func() {
		if len(runs)%2 == 0 && len(runs) > 0 {
			runs = runs[:len(runs)-1]
		}
		if len(runs) >= 39 {
			found = append(found, runs)
		}
		runs = nil
	}
	total := 0
	for x := 0; x < len(row); {
		from := x
		for x < len(row) && row[x] == row[from] {
			x++
		}
		length := x - from
		if row[from] {
			runs, total = append(runs, length), total+length
			continue
		}
		if len(runs) == 0 {
			continue
		}
		if length > 12 && length*len(runs) > 8*total {
			end()
			total = 0
			continue
		}
		runs, total = append(runs, length), total+length
	}
	end()
	return found
}

// decodeRow reads the runs of a piece, from either end.
func decodeRow(runs []int) string {
	if code := decodeRuns(runs); code != "" {
		return code
	}
	backwards := slices.Clone(runs)
	slices.Reverse(backwards)
	return decodeRuns(backwards)
}

// decodeRuns sets the runs between two quiet zones and tries each symbology.
func decodeRuns(runs []int) string {
	widest := slices.Max(runs)
	quiet := 12 * widest
	size := 2 * quiet
	for _, run := range runs {
		size += run
	}
	if size > 50_000 {
		return ""
	}
	row := gozxing.NewBitArray(size)
	at := quiet
	for i, run := range runs {
		if i%2 == 0 {
			for x := range run {
				row.Set(at + x)
			}
		}
		at += run
	}
	for _, symbology := range symbologies {
		decoder, is := symbology.(oned.RowDecoder)
		if !is {
			continue
		}
		if result, err := decoder.DecodeRow(0, row, nil); err == nil && plausible(result) {
			return result.GetText()
		}
	}
	return ""
}

// plausible refuses short texts: a Code 39 or an Interleaved 2 of 5 has no check
// digit, and a table or a picture's hatching sometimes reads as one.
func plausible(result *gozxing.Result) bool {
	least := 8
	if result.GetBarcodeFormat() == gozxing.BarcodeFormat_CODE_128 {
		least = 6
	}
	return len(result.GetText()) >= least
}
