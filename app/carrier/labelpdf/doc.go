// Package labelpdf reads the codes on a label that was downloaded as a PDF, so
// that the parcel is known by them before it arrives.
//
// It decodes the barcodes of embedded pictures and those that the page draws as
// bars (Code 128, Code 39, Interleaved 2 of 5, QR, DataMatrix), in any of four
// rotations, and takes the printed words that can only be a carrier's number.
// Bars that are the letters of a font are not drawn; what is printed under them
// is read.
//
// A PDF is written by strangers. It is read without following its own table of
// contents: every object is found by scanning the file once, and every step draws
// on a budget of bytes, objects, operators and pixels, so that a file that loops,
// nests or unpacks without end costs no more than a large label. What cannot be
// read is passed over: fewer codes are found, and nothing fails.
package labelpdf
