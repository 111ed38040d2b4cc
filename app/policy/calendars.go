package policy

import (
	"maps"
	"slices"
	"time"
)

// Days that many countries share.
var (
	newYear      = on(1, time.January)
	epiphany     = on(6, time.January)
	goodFriday   = easterPlus(-2)
	easterSunday = easterPlus(0)
	easterMonday = easterPlus(1)
	labourDay    = on(1, time.May)
	ascension    = easterPlus(39)
	whitSunday   = easterPlus(49)
	whitMonday   = easterPlus(50)
	corpus       = easterPlus(60)
	assumption   = on(15, time.August)
	allSaints    = on(1, time.November)
	immaculate   = on(8, time.December)
	christmasEve = on(24, time.December)
	christmas    = on(25, time.December)
	secondDay    = on(26, time.December)
)

// france lists C. trav. L3133-1, and what the law adds in a territory.
func france(added ...holiday) []holiday {
	return append([]holiday{
		newYear, easterMonday, labourDay, on(8, time.May), ascension, whitMonday,
		on(14, time.July), assumption, allSaints, on(11, time.November), christmas,
	}, added...)
}

// The calendars, by code.
var calendars = map[Code][]holiday{
	"FR": france(),
	// Alsace and Moselle (C. trav. L3134-13). Good Friday is a holiday in communes
	// with a Protestant or mixed church; it is taken everywhere, for the customer.
	"FR-A": france(goodFriday, secondDay),
	// Abolition of slavery (decree 83-1003, C. trav. L3422-2).
	"FR-GP": france(on(27, time.May)),
	"FR-MQ": france(on(22, time.May)),
	"FR-GF": france(on(10, time.June)),
	"FR-RE": france(on(20, time.December)),
	"FR-YT": france(on(27, time.April)),

	"BE": {newYear, easterMonday, labourDay, ascension, whitMonday, on(21, time.July), assumption,
		allSaints, on(11, time.November), christmas},
	"DE": {newYear, goodFriday, easterMonday, labourDay, ascension, whitMonday, on(3, time.October),
		christmas, secondDay},
	"AT": {newYear, epiphany, easterMonday, labourDay, ascension, whitMonday, corpus, assumption,
		on(26, time.October), allSaints, immaculate, christmas, secondDay},
	// Saint Francis is a national day again since 2026 (law 151/2025).
	"IT": {newYear, epiphany, easterSunday, easterMonday, on(25, time.April), labourDay, on(2, time.June),
		assumption, onlyIn(on(4, time.October), since(2026)), allSaints, immaculate, christmas, secondDay},
	"ES": {newYear, epiphany, goodFriday, labourDay, assumption, on(12, time.October), allSaints,
		on(6, time.December), immaculate, christmas},
	"PT": {newYear, goodFriday, easterSunday, on(25, time.April), labourDay, corpus, on(10, time.June),
		assumption, on(5, time.October), allSaints, on(1, time.December), immaculate, christmas},
	// Algemene termijnenwet art. 3: Good Friday and 5 May count for periods set by
	// law, whoever works on them. King's Day moves back from a Sunday.
	"NL": {newYear, goodFriday, easterSunday, easterMonday, kingsDay, on(5, time.May), ascension, whitSunday,
		whitMonday, christmas, secondDay},
	// Organisation of Working Time Act 1997, schedule 2; Saint Brigid since 2023.
	"IE": {newYear, saintBrigid, on(17, time.March), easterMonday, from(time.Monday, 1, time.May),
		from(time.Monday, 1, time.June), from(time.Monday, 1, time.August), lastMonday(time.October),
		christmas, secondDay},
	// Banking and Financial Dealings Act 1971, England and Wales, with the weekdays
	// given for a holiday at the weekend.
	"GB": {newYear, substitute(newYear, 2, 1), goodFriday, easterMonday, from(time.Monday, 1, time.May),
		lastMonday(time.May), lastMonday(time.August), christmas, secondDay,
		substitute(christmas, 2, 2), substitute(secondDay, 2, 2)},
	"GR": {newYear, epiphany, orthodoxPlus(-48), on(25, time.March), orthodoxPlus(-2), orthodoxPlus(0),
		orthodoxPlus(1), labourDay, orthodoxPlus(50), assumption, on(28, time.October), christmas, secondDay},
	// Act 241/1993 as changed: 1 September is worked since 2024, 17 November since
	// 2025, 8 May and 15 September in 2026 only.
	"SK": {newYear, epiphany, goodFriday, easterMonday, labourDay, onlyIn(on(8, time.May), except(2026)),
		on(5, time.July), on(29, time.August), onlyIn(on(15, time.September), except(2026)), allSaints,
		onlyIn(on(17, time.November), until(2024)), christmasEve, christmas, secondDay},
	// Act 1989:253, and the three eves that act 1930:173 equates with Sundays when
	// a period ends on them.
	"SE": {newYear, epiphany, goodFriday, easterSunday, easterMonday, labourDay, ascension, whitSunday,
		on(6, time.June), from(time.Friday, 19, time.June), from(time.Saturday, 20, time.June),
		from(time.Saturday, 31, time.October), christmasEve, christmas, secondDay, on(31, time.December)},
	// The church and state holidays, and the two eves that act 150/1930 equates with Sundays.
	"FI": {newYear, epiphany, goodFriday, easterSunday, easterMonday, labourDay, ascension, whitSunday,
		from(time.Friday, 19, time.June), from(time.Saturday, 20, time.June),
		from(time.Saturday, 31, time.October), on(6, time.December), christmasEve, christmas, secondDay},
	// The closing days of the euro payment system, which banks pay by.
	"TARGET": {newYear, goodFriday, easterMonday, labourDay, christmas, secondDay},
}

// Calendars lists the codes that have a calendar, in order.
func Calendars() []Code { return slices.Sorted(maps.Keys(calendars)) }

// kingsDay is 27 April, or the Saturday before a Sunday.
func kingsDay(year int) (Day, bool) {
	day := Day{year, time.April, 27}
	if day.Weekday() == time.Sunday {
		day = day.AddDays(-1)
	}
	return day, true
}

// saintBrigid is the first Monday of February, or the 1st where that is a Friday.
func saintBrigid(year int) (Day, bool) {
	if first := (Day{year, time.February, 1}); first.Weekday() == time.Friday {
		return first, true
	}
	return from(time.Monday, 1, time.February)(year)
}

func since(first int) func(int) bool { return func(year int) bool { return year >= first } }
func until(last int) func(int) bool  { return func(year int) bool { return year <= last } }
func except(gone int) func(int) bool { return func(year int) bool { return year != gone } }
