package labelpdf

import (
	"image"
	"slices"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/datamatrix"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// squares reads the QR and DataMatrix codes of a picture. Each lies alone on white
// paper: the dark places are grouped by a coarse grid, and a group that is about
// square is tried.
func (b *budget) squares(picture *raster) (found []string) {
	for _, box := range blocks(picture) {
		width, height := box.Dx(), box.Dy()
		if width < 24 || height < 24 || width > 3*height || height > 3*width || !spend(&b.pixels, 8*width*height) {
			continue
		}
		if code := decodeSquare(picture, box); code != "" && !slices.Contains(found, code) {
			found = append(found, code)
		}
	}
	return found
}

func decodeSquare(picture *raster, box image.Rectangle) string {
	const margin = 16
	cut := image.NewGray(image.Rect(0, 0, box.Dx()+2*margin, box.Dy()+2*margin))
	for y := range cut.Rect.Dy() {
		for x := range cut.Rect.Dx() {
			if !picture.at(box.Min.X+x-margin, box.Min.Y+y-margin) {
				cut.Pix[y*cut.Stride+x] = 255
			}
		}
	}
	bitmap, err := gozxing.NewBinaryBitmap(gozxing.NewGlobalHistgramBinarizer(gozxing.NewLuminanceSourceFromImage(cut)))
	if err != nil {
		return ""
	}
	for _, reader := range []gozxing.Reader{qrcode.NewQRCodeReader(), datamatrix.NewDataMatrixReader()} {
		for _, hint := range []gozxing.DecodeHintType{gozxing.DecodeHintType_PURE_BARCODE, gozxing.DecodeHintType_TRY_HARDER} {
			result, err := reader.Decode(bitmap, map[gozxing.DecodeHintType]any{hint: true})
			if err == nil && len(result.GetText()) >= 6 {
				return result.GetText()
			}
		}
	}
	return ""
}

// blocks are the boxes around the groups of dark places, at most so many of them.
func blocks(picture *raster) (boxes []image.Rectangle) {
	cell := max(6, max(picture.width, picture.height)/200)
	columns, rows := picture.width/cell+1, picture.height/cell+1
	dark := make([]bool, columns*rows)
	for y := range picture.height {
		for x, is := range picture.row(y) {
			if is {
				dark[y/cell*columns+x/cell] = true
			}
		}
	}
	for from := range dark {
		if !dark[from] || len(boxes) >= 200 {
			continue
		}
		dark[from] = false
		group := []int{from}
		box := image.Rectangle{}
		for len(group) > 0 {
			at := group[len(group)-1]
			group = group[:len(group)-1]
			x, y := at%columns, at/columns
			box = box.Union(image.Rect(x*cell, y*cell, (x+1)*cell, (y+1)*cell))
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					next := (y+dy)*columns + x + dx
					if x+dx >= 0 && x+dx < columns && y+dy >= 0 && y+dy < rows && dark[next] {
						dark[next] = false
						group = append(group, next)
					}
				}
			}
		}
		boxes = append(boxes, box.Intersect(image.Rect(0, 0, picture.width, picture.height)))
	}
	return boxes
}
