package policy

import (
	"slices"
	"strconv"
	"time"

	"revient/app/fault"
)

// Campaign is one year's longer withdrawal window: what is bought from From to
// To, both included, may be given back until Until or the next working day.
type Campaign struct {
	From  Day `json:"from"`
	To    Day `json:"to"`
	Until Day `json:"until"`
}

// yearEnd is the campaign that Back Market runs every winter, from Black Friday
// to 31 December, until 31 January.
func yearEnd(year, blackFriday int) Campaign {
	return Campaign{
		From:  Day{year, time.November, blackFriday},
		To:    Day{year, time.December, 31},
		Until: Day{year + 1, time.January, 31},
	}
}

// yearEnds is the table that a new workshop starts with. Black Friday is the day
// after the fourth Thursday of November, which is not always the fourth Friday.
func yearEnds() []Campaign {
	return []Campaign{
		yearEnd(2024, 29), yearEnd(2025, 28), yearEnd(2026, 27), yearEnd(2027, 26),
		yearEnd(2028, 24), yearEnd(2029, 23), yearEnd(2030, 29), yearEnd(2031, 28),
		yearEnd(2032, 26), yearEnd(2033, 25), yearEnd(2034, 24), yearEnd(2035, 23),
	}
}

// campaignOf returns the campaign in which a purchase was made. A purchase whose
// date nobody knows is in none: the plain window stands.
func (p Policy) campaignOf(purchased Moment, zone *time.Location) (Campaign, bool) {
	if !purchased.Known() {
		return Campaign{}, false
	}
	day := purchased.DayIn(zone)
	i := slices.IndexFunc(p.Campaigns, func(c Campaign) bool { return !day.Before(c.From) && !c.To.Before(day) })
	if i < 0 {
		return Campaign{}, false
	}
	return p.Campaigns[i], true
}

// validCampaigns reports the first row of the table that cannot be: dates out of
// order, or a purchase that would be in two campaigns.
func validCampaigns(campaigns []Campaign) error {
	for i, c := range campaigns {
		field := "campaigns." + strconv.Itoa(i)
		switch {
		case c.From.IsZero():
			return errCampaign().At(field + ".from")
		case c.To.Before(c.From):
			return errCampaign().At(field + ".to")
		case c.Until.Before(c.To):
			return errCampaign().At(field + ".until")
		}
		for _, earlier := range campaigns[:i] {
			if !c.To.Before(earlier.From) && !earlier.To.Before(c.From) {
				return fault.New(fault.Invalid, "errors_policy.campaign_twice", nil).At(field + ".from")
			}
		}
	}
	return nil
}

func errCampaign() *fault.Error { return fault.New(fault.Invalid, "errors_policy.campaign", nil) }
