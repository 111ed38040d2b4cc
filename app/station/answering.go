package station

import "revient/app/returns"

// asked is from when a request waits for our word: when it came or, before its
// parcel is on its way, when the customer last replied to what we asked them. A reply
// is due its answer within the same hours as the request was.
func asked(c returns.Case) returns.Moment {
	if reply := replied(c); reply.Known() {
		return reply
	}
	return c.RequestedAt
}

// answered is when the customer heard from the workshop: a yes, or what it wants to
// know before. A reply of theirs since then waits for an answer of its own.
func answered(c returns.Case) returns.Moment {
	if replied(c).Known() {
		return returns.Moment{}
	}
	first := returns.Moment{}
	heard := []returns.Moment{c.Proof.AskedAt}
	if c.Question != nil {
		heard = append(heard, c.Question.AskedAt)
	}
	if c.Authorised != nil {
		heard = append(heard, c.Authorised.At)
	}
	for _, moment := range heard {
		if moment.Known() && (!first.Known() || moment.At.Before(first.At)) {
			first = moment
		}
	}
	return first
}

// replied is when the customer last replied to what was asked of their request; the
// zero moment while we have nothing to answer.
func replied(c returns.Case) returns.Moment {
	if c.Stage != returns.Requested || c.WaitsForCustomer() {
		return returns.Moment{}
	}
	last := returns.Moment{}
	if c.Question != nil {
		last = c.Question.AnsweredAt
	}
	if c.Proof.AskedAt.Known() && c.Proof.GivenAt.Known() && c.Proof.GivenAt.At.After(last.At) {
		last = c.Proof.GivenAt
	}
	return last
}
