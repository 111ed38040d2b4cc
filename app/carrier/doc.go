// Package carrier says what a scanned code tells of a parcel: whose it is, and the
// number by which that carrier follows it.
//
// A label carries several codes, and a hurried scan takes any of them: the
// tracking number itself, a routing code that holds it between a postcode and a
// service, a licence plate, an SSCC. Reading them all as one number is what lets
// a parcel be found by whichever code was scanned.
//
// The package is pure and knows no case. It never decides that a code is of a
// carrier when two could have written it: Readings gives them all, the most
// specific first, and who looks a parcel up tries each.
//
// A format is described where it is read, with its source. "Inferred" marks one
// that was seen on labels but found in no published specification: it is matched
// by its form alone and ranks below every reading that a check digit vouches for.
package carrier
