package media

import (
	"image"
	"image/color"

	"golang.org/x/image/draw"
)

// scale returns a copy whose longer side is at most the given number of pixels,
// on white where the photo is transparent. A smaller photo keeps its size.
//
// A photo is first shrunk by whole numbers to about twice that size, which is
// three times faster than filtering all of its pixels and looks the same.
func scale(img image.Image, side int) *image.RGBA {
	width, height := fit(img.Bounds().Dx(), img.Bounds().Dy(), side)
	if factor := max(img.Bounds().Dx(), img.Bounds().Dy()) / (2 * side); factor > 1 {
		img = shrink(img, factor)
	}
	scaled := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(scaled, scaled.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	if img.Bounds().Size() == scaled.Rect.Size() {
		draw.Draw(scaled, scaled.Rect, img, img.Bounds().Min, draw.Over)
		return scaled
	}
	draw.CatmullRom.Scale(scaled, scaled.Rect, img, img.Bounds(), draw.Over, nil)
	return scaled
}

// fit returns the size of a picture whose longer side is at most side.
func fit(width, height, side int) (int, int) {
	longer := max(width, height)
	if longer <= side {
		return width, height
	}
	return max(1, (width*side+longer/2)/longer), max(1, (height*side+longer/2)/longer)
}

// shrink averages squares of factor by factor pixels. It works on the planes that
// a camera's photo is decoded into; other pictures, which are drawings and
// captures of the screen, are returned as they are.
func shrink(img image.Image, factor int) image.Image {
	switch src := img.(type) {
	case *image.YCbCr:
		small := image.NewYCbCr(shrunk(src.Rect, factor), src.SubsampleRatio)
		shrinkPlane(small.Y, small.YStride, plane(small.Rect, 1, 1), src.Y, src.YStride, plane(src.Rect, 1, 1), factor)
		across, down := subsampling(src.SubsampleRatio)
		from, to := plane(src.Rect, across, down), plane(small.Rect, across, down)
		shrinkPlane(small.Cb, small.CStride, to, src.Cb, src.CStride, from, factor)
		shrinkPlane(small.Cr, small.CStride, to, src.Cr, src.CStride, from, factor)
		return small
	case *image.Gray:
		small := image.NewGray(shrunk(src.Rect, factor))
		shrinkPlane(small.Pix, small.Stride, plane(small.Rect, 1, 1), src.Pix, src.Stride, plane(src.Rect, 1, 1), factor)
		return small
	default:
		return img
	}
}

func shrunk(r image.Rectangle, factor int) image.Rectangle {
	return image.Rect(0, 0, (r.Dx()+factor-1)/factor, (r.Dy()+factor-1)/factor)
}

// plane is the size of a plane that holds one sample for across by down pixels.
func plane(r image.Rectangle, across, down int) image.Point {
	return image.Pt((r.Dx()+across-1)/across, (r.Dy()+down-1)/down)
}

func subsampling(ratio image.YCbCrSubsampleRatio) (across, down int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	default:
		return 1, 1
	}
}

// shrinkPlane averages factor by factor samples of one plane into each sample of
// the smaller one; at the right and lower edges, those that there are.
func shrinkPlane(dst []byte, dstStride int, dstSize image.Point, src []byte, srcStride int, srcSize image.Point, factor int) {
	for y := range dstSize.Y {
		top, bottom := y*factor, min((y+1)*factor, srcSize.Y)
		for x := range dstSize.X {
			left, right := x*factor, min((x+1)*factor, srcSize.X)
			sum := 0
			for row := top; row < bottom; row++ {
				for _, sample := range src[row*srcStride+left : row*srcStride+right] {
					sum += int(sample)
				}
			}
			count := (right - left) * (bottom - top)
			dst[y*dstStride+x] = byte((sum + count/2) / count)
		}
	}
}
