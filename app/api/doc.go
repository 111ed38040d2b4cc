// Package api is what the screens call: services with plain methods, and the
// shapes (views and forms) that cross to them. Both shells bind the very same
// services, so it knows no Wails; what is too large for the bindings goes through
// one HTTP handler that both mount.
//
// Rules of the boundary: an instant is an RFC 3339 string in UTC or ""; an amount
// is minor units and a currency; a list is never nil, so that a screen never
// meets null where its types promise an array; there are no bytes (photos and
// documents travel through the media handler). Every command carries the UUID
// that the screen made for it, and a repeated UUID gets the first answer again.
package api
