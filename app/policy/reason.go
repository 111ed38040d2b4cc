package policy

import (
	"time"

	"revient/app/fault"
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

// refundable lists every fact that a refund rests on, those that stand against it
// in amber.
func refundable(f facts) []Reason {
	reasons := []Reason{declared(f)}
	if f.Timeline.Claim == Defect {
		reasons = append(reasons, reproduced(f))
	}
	reasons = append(reasons, identity(f), damage(f))
	if f.Blocking != NothingBlocks {
		reasons = append(reasons, blocking(f)...)
	}
	if f.Timeline.Claim == Defect {
		reasons = append(reasons, replacement(f))
	}
	return reasons
}

func declared(f facts) Reason {
	rule, delivered, said := f.window.Deadline.Rule, f.Timeline.Delivered, f.Timeline.Declared
	var reason Reason
	switch {
	case f.Timeline.Claim != Withdrawal && f.Timeline.Claim != Defect:
		reason = line(Warn, "claim_unknown", "request", nil)
	case f.window.Standing == ToCheck && !delivered.Known():
		reason = line(Warn, "delivery_to_check", "order", nil)
	case f.window.Standing == ToCheck:
		reason = line(Warn, "declaration_to_check", "request", nil)
	case f.window.Standing == AfterTime:
		reason = line(Warn, "declared_late", "rule", nil)
	case delivered.Precision() == ToTheInstant && said.Precision() == ToTheInstant && !said.At.Before(delivered.At) &&
		rule == Defect72H:
		reason = line(OK, "declared_hours", "rule", fault.Args{"count": int(said.At.Sub(delivered.At) / time.Hour)})
	default:
		reason = line(OK, "declared_in_time", "rule", nil)
	}
	reason.Rule = rule
	return reason
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

func damage(f facts) Reason {
	if f.CustomerDamage {
		return line(Warn, "damaged", "inspection", nil)
	}
	return line(OK, "undamaged", "inspection", nil)
}

func replacement(f facts) Reason {
	switch f.Replacement {
	case NoneInStock:
		return line(Warn, "replacement.none", "replacement", nil)
	case InStock:
		return line(OK, "replacement.in_stock", "replacement", nil)
	default:
		return line(Warn, "replacement.unknown", "replacement", nil)
	}
}

func line(tone Tone, key, source string, args fault.Args) Reason {
	return Reason{Key: "policy.reason." + key, Args: args, Tone: tone, Source: "policy.source." + source}
}
