package media

import "image"

// turn returns the picture as it is meant to be seen, from the way its camera
// was held (Exif tag 0x0112). It is called on the shrunk copy: turning the full
// photo would take three times the memory.
func turn(src *image.RGBA, orientation int) *image.RGBA {
	if orientation <= upright || orientation > 8 {
		return src
	}
	width, height := src.Rect.Dx(), src.Rect.Dy()
	size := image.Rect(0, 0, width, height)
	if orientation >= 5 {
		size = image.Rect(0, 0, height, width)
	}
	turned := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fromX, fromY := storedAt(x, y, width, height, orientation)
			copy(turned.Pix[turned.PixOffset(x, y):][:4], src.Pix[src.PixOffset(fromX, fromY):][:4])
		}
	}
	return turned
}

// storedAt says where the pixel that is seen at x, y stands in a stored picture
// of width by height.
func storedAt(x, y, width, height, orientation int) (int, int) {
	switch orientation {
	case 2: // Mirrored.
		return width - 1 - x, y
	case 3: // Upside down.
		return width - 1 - x, height - 1 - y
	case 4: // Upside down and mirrored.
		return x, height - 1 - y
	case 5: // Mirrored along the main diagonal.
		return y, x
	case 6: // To be turned a quarter clockwise.
		return y, height - 1 - x
	case 7: // Mirrored along the other diagonal.
		return width - 1 - y, height - 1 - x
	case 8: // To be turned a quarter counter-clockwise.
		return width - 1 - y, x
	default:
		return x, y
	}
}
