package policy

import (
	"time"

	"revient/app/fault"
	"revient/app/returns"
	"revient/app/text"
)

// blocking explains a finding that ended the inspection.
func blocking(f facts) []Reason {
	return []Reason{line(Warn, "blocking."+string(f.Blocking), "inspection", nil)}
}

func mismatch(f facts) []Reason {
	if f.Blocking == WrongItem {
		return blocking(f)
	}
	return []Reason{identity(f)}
}

// standing lists every fact that an outcome rests on, those that stand against it
// in amber.
func standing(f facts) []Reason {
	reasons := timely(f)
	if f.defective() {
		reasons = append(reasons, reproduced(f))
	}
	reasons = append(reasons, identity(f))
	reasons = append(reasons, damage(f)...)
	if f.Blocking != NothingBlocks {
		reasons = append(reasons, blocking(f)...)
	}
	if f.WearBeyondTesting {
		reasons = append(reasons, line(Warn, "wear", "inspection", nil))
	}
	if (f.damaged() || f.WearBeyondTesting) && f.Evidence == 0 {
		reasons = append(reasons, line(Warn, "photos_needed", "photos", fault.Args{"count": 0}))
	}
	if f.MissingAccessories > 0 {
		reasons = append(reasons, line(Warn, "accessory_missing", "inspection", fault.Args{"count": f.MissingAccessories}))
	}
	if f.RepairFailed {
		reasons = append(reasons, line(Warn, "repair_failed", "repair", nil))
	}
	if f.path == fresh || f.path == guarantee && (f.RepairFailed || f.NoReplacement) {
		reasons = append(reasons, replacement(f))
	}
	return reasons
}

// timely says how the claim stands in time, and what the customer chose.
func timely(f facts) []Reason {
	var reasons []Reason
	switch f.path {
	case guarantee:
		reasons = []Reason{covered(f)}
	case leaving:
		reasons = []Reason{declared(f)}
		if f.Timeline.Claim != Withdrawal {
			reasons = append(reasons, stillLeaving(f))
		}
	default:
		reasons = []Reason{declared(f)}
	}
	if f.Choice != NotChosen {
		reasons = append(reasons, line(OK, "choice."+string(f.Choice), "request", nil))
	}
	return reasons
}

// declared says how the declaration stands to the window of its claim, with the
// last day in time.
func declared(f facts) Reason {
	window := f.window
	rule, delivered, said := window.Deadline.Rule, f.Timeline.Delivered, f.Timeline.Declared
	var reason Reason
	switch {
	case f.path == unclear:
		return line(Warn, "claim_unknown", "request", nil)
	case window.Standing == ToCheck && !delivered.Known():
		reason = line(Warn, "delivery_to_check", "order", nil)
	case window.Standing == ToCheck:
		reason = line(Warn, "declaration_to_check", "request", window.Deadline.args())
	case window.Standing == AfterTime:
		reason = tooLate(window.Deadline)
	case delivered.Precision() == ToTheInstant && said.Precision() == ToTheInstant && !said.At.Before(delivered.At) &&
		rule == Defect72H:
		reason = line(OK, "declared_hours", "rule", window.Deadline.args())
		reason.Args["count"] = int(said.At.Sub(delivered.At) / time.Hour)
	default:
		reason = line(OK, "declared_in_time", "rule", window.Deadline.args())
	}
	reason.Rule = rule
	return reason
}

// tooLate names the hour too where the window is one of hours.
func tooLate(d Deadline) Reason {
	if unit := periods[d.Rule].unit; unit != fullHours {
		return line(Warn, "declared_late", "rule", d.args())
	}
	zone, err := d.Inputs.Place.location()
	if err != nil { // Policy.Deadline returns none whose zone does not load.
		zone = time.UTC
	}
	end := d.At.In(zone)
	return line(Warn, "declared_late_at", "rule", fault.Args{"last": DayOf(end, zone), "time": end.Format("15:04")})
}

// args are the last day in time, for a sentence.
func (d Deadline) args() fault.Args { return fault.Args{"last": d.Last()} }

// stillLeaving says until when the customer may withdraw, or that nobody knows.
func stillLeaving(f facts) Reason {
	window := f.withdrawal
	if window.Deadline.Rule == "" {
		return line(Warn, "delivery_to_check", "order", nil)
	}
	reason := line(OK, "withdrawal_open", "rule", window.Deadline.args())
	reason.Rule = window.Deadline.Rule
	return reason
}

// covered says what the guarantee says, and until when.
func covered(f facts) Reason {
	g, tone := f.guarantee, Warn
	key := string(g.Coverage)
	switch {
	case g.Coverage == CoverToCheck:
		if f.Timeline.Delivered.Known() {
			return line(Warn, "declaration_to_check", "request", g.Conformity.args())
		}
		return line(Warn, "delivery_to_check", "order", nil)
	case g.Coverage == CoverPresumed:
		tone = OK
	case g.Coverage == CoverToProve && f.PriorDefectProved:
		tone, key = OK, "proved"
	}
	reason := line(tone, "guarantee."+key, "rule", g.Until.args())
	reason.Rule = g.Rule
	return reason
}

// shown says whether a photo or a video shows the declared defect.
func shown(f facts) Reason {
	tone, key := OK, "defect_shown"
	if f.Evidence == 0 {
		tone, key = Warn, "defect_not_shown"
	}
	return line(tone, key, "photos", fault.Args{"count": f.Evidence})
}

func reproduced(f facts) Reason {
	switch {
	case f.Defect == DefectConfirmed && f.Evidence == 0:
		return line(Warn, "defect_without_photo", "photos", fault.Args{"count": 0})
	case f.Defect == DefectConfirmed:
		return line(OK, "defect_confirmed", "photos", fault.Args{"code": f.DefectCode, "count": f.Evidence})
	case f.Defect == DefectNotFound:
		return line(Warn, "defect_not_found", "inspection", nil)
	default:
		return line(Warn, "defect_unchecked", "inspection", nil)
	}
}

func identity(f facts) Reason {
	tone, known := Warn, f.Identity
	switch known {
	case IdentityMatch:
		tone = OK
	case "":
		known = IdentityUnchecked
	}
	return line(tone, "identity."+string(known), "identity", nil)
}

// damage lists what no guarantee covers.
func damage(f facts) []Reason {
	if !f.damaged() {
		return []Reason{line(OK, "undamaged", "inspection", nil)}
	}
	var reasons []Reason
	for _, cause := range f.Exclusions {
		reasons = append(reasons, line(Warn, "exclusion."+string(cause), "inspection", nil))
	}
	if len(reasons) == 0 {
		reasons = append(reasons, line(Warn, "damaged", "inspection", nil))
	}
	return reasons
}

func replacement(f facts) Reason {
	switch {
	case f.NoReplacement:
		return line(Warn, "replacement.failed", "replacement", nil)
	case f.Replacement == NoneInStock:
		return line(Warn, "replacement.none", "replacement", nil)
	case f.Replacement == InStock:
		return line(OK, "replacement.in_stock", "replacement", nil)
	default:
		return line(Warn, "replacement.unknown", "replacement", nil)
	}
}

func line(tone Tone, key, source string, args fault.Args) Reason {
	return Reason{Key: "policy.reason." + key, Args: args, Tone: tone, Source: "policy.source." + source}
}

// Written returns the arguments of a sentence as a reader of the language sees
// them: days and amounts in words, everything else as it is.
func Written(lang text.Language, args fault.Args) fault.Args {
	written := make(fault.Args, len(args))
	for name, value := range args {
		switch value := value.(type) {
		case Day:
			written[name] = text.Date(lang, value.Time())
		case returns.Money:
			written[name] = text.Amount(lang, value.Minor, value.Currency)
		default:
			written[name] = value
		}
	}
	return written
}
