package labelpdf

import (
	"image"
	"image/color"
)

// raster is a picture in black and white.
type raster struct {
	width, height int
	dark          []bool // Row after row.
}

// most is how many pixels one picture may have: an A4 at 600 dots to the inch.
const most = 40_000_000

// newRaster makes a white picture; nil when the budget does not hold it.
func newRaster(width, height int, b *budget) *raster {
	if width < 1 || height < 1 || width > 20_000 || height > 20_000 || width*height > most || !spend(&b.pixels, width*height) {
		return nil
	}
	return &raster{width, height, make([]bool, width*height)}
}

func (r *raster) at(x, y int) bool {
	return x >= 0 && y >= 0 && x < r.width && y < r.height && r.dark[y*r.width+x]
}

func (r *raster) row(y int) []bool { return r.dark[y*r.width : (y+1)*r.width] }

// turned is the picture on its side.
func (r *raster) turned(b *budget) *raster {
	side := newRaster(r.height, r.width, b)
	if side == nil {
		return nil
	}
	for y := range r.height {
		for x, dark := range r.row(y) {
			side.dark[x*side.width+y] = dark
		}
	}
	return side
}

// threshold makes a picture of one with greys. A label has none, but its JPEG does.
func threshold(from image.Image, b *budget) *raster {
	bounds := from.Bounds()
	picture := newRaster(bounds.Dx(), bounds.Dy(), b)
	if picture == nil {
		return nil
	}
	for y := range picture.height {
		row := picture.row(y)
		for x := range row {
			grey, is := color.GrayModel.Convert(from.At(bounds.Min.X+x, bounds.Min.Y+y)).(color.Gray)
			row[x] = is && grey.Y < 128
		}
	}
	return picture
}
