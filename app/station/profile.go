package station

import (
	"slices"
	"strconv"

	"revient/app/catalog"
	"revient/app/fault"
	"revient/app/returns"
)

// profileFor chooses the checks of an inspection by what the customer claims and
// by the category of the device.
func (s *Station) profileFor(c returns.Case) (returns.StartInspection, error) {
	request := catalog.Request{Kind: profileKind(c.Claim.Kind), Category: soldCategory(c), Issues: c.Claim.Issues}
	if c.Sale != nil {
		request.Title = c.Sale.Title
	}
	profile, err := catalog.ProfileFor(request)
	if err != nil {
		return returns.StartInspection{}, err
	}
	start := returns.StartInspection{Profile: profile.Kind + "/" + profile.Category, Version: profile.Version}
	for _, check := range profile.Checks {
		start.Checks = append(start.Checks, returns.CheckSpec{
			Code: check.Code, Step: check.Step, Mandatory: check.Mandatory, Blocking: check.Blocking,
			Photo: returns.PhotoRule(check.Photo), FailDefect: check.FailDefect(),
		})
	}
	return start, nil
}

// profileKind is what a bench asks for a claim. Where nobody knows what the customer
// claims, everything is looked at.
func profileKind(claim returns.ClaimKind) string {
	switch claim {
	case returns.ChangeOfMind:
		return catalog.KindChangeOfMind
	case returns.Defect:
		return catalog.KindDefect
	case returns.Warranty:
		return catalog.KindWarranty
	default:
		return catalog.KindFull
	}
}

// judge checks an answer against the catalogue: a choice is one of the options, a
// reading is a number within bounds and gives its own answer, a defect is one that
// the check can find.
func judge(answer CheckAnswer) (CheckAnswer, error) {
	check, known := catalog.CheckByCode(answer.Code)
	if !known {
		return answer, fault.New(fault.Invalid, "errors_returns.check.unknown", fault.Args{"check": answer.Code})
	}
	if answer.Answer == returns.NA || answer.Answer == returns.NotTested {
		answer.Value, answer.Defect = "", "" // Neither was observed.
		return answer, nil
	}
	switch check.Type {
	case catalog.Enum:
		option := slices.IndexFunc(check.Options, func(o catalog.Option) bool { return o.Code == answer.Value })
		if option < 0 {
			return answer, fault.New(fault.Invalid, "errors_station.check_option", nil).At(answer.Code)
		}
		answer.Answer = returns.Answer(check.Options[option].Answer)
	case catalog.Measure:
		value, err := strconv.Atoi(answer.Value)
		if err != nil || value < check.Min || value > check.Max {
			return answer, fault.New(fault.Invalid, "errors_station.check_value", fault.Args{"min": check.Min, "max": check.Max}).At(answer.Code)
		}
		answer.Answer, answer.Value = returns.Answer(check.AnswerOf(value)), strconv.Itoa(value)
	case catalog.Serial:
		answer.Value = returns.NormaliseSerial(answer.Value)
		if len(answer.Value) > longestSerial {
			return answer, fault.New(fault.Invalid, "errors_station.check_serial", fault.Args{"max": longestSerial}).At(answer.Code)
		}
	default:
		answer.Value = "" // Free words do not go into the journal; they are the reason.
	}
	if answer.Answer == returns.KO && answer.Defect != "" && !slices.Contains(check.FailDefects, answer.Defect) {
		return answer, fault.New(fault.Invalid, "errors_station.check_defect", nil).At(answer.Code)
	}
	return answer, nil
}

// longestSerial is longer than any maker's serial number.
const longestSerial = 40
