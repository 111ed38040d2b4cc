// Package returns is the domain: a case, what may be asked of it and what has
// happened to it.
//
// A Case is folded from its events. Decide looks at a case, a command and the
// facts that are not in the case, and answers with the events that follow, or
// with the reason why not. Apply folds one event into a case. Both are pure:
// no clock, no storage, no randomness; whatever they need is passed in. Every
// rule of the trade in here can therefore be tested as a row of a table.
//
// Each file is one idea: its commands, its guards, its events and how they
// change the case stand together. events.go lists every event there is.
//
// Events are kept for ever and can be erased by nobody, so they carry no name,
// address or free text: a person or a text is a reference with a keyed hash
// (PersonRef, TextRef), and what it refers to can be erased.
package returns
