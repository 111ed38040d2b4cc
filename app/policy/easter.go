package policy

import "time"

// easter returns Easter Sunday of the Gregorian calendar (the anonymous
// algorithm, Nature 1876).
func easter(year int) Day {
	golden := year % 19
	century, rest := year/100, year%100
	leap, centuryRest := century/4, century%4
	moon := (century + 8) / 25
	correction := (century - moon + 1) / 3
	epact := (19*golden + century - leap - correction + 15) % 30
	quarter, quarterRest := rest/4, rest%4
	sunday := (32 + 2*centuryRest + 2*quarter - epact - quarterRest) % 7
	month := (golden + 11*epact + 22*sunday) / 451
	sum := epact + sunday - 7*month + 114
	return Day{year, time.Month(sum / 31), sum%31 + 1}
}

// orthodoxEaster returns Easter Sunday of the Orthodox churches as a Gregorian
// day: Meeus' Julian algorithm, moved by the distance of the two calendars.
func orthodoxEaster(year int) Day {
	moon := (19*(year%19) + 15) % 30
	sunday := (2*(year%4) + 4*(year%7) - moon + 34) % 7
	sum := moon + sunday + 114
	julian := Day{year, time.Month(sum / 31), sum%31 + 1}
	return julian.AddDays(year/100 - year/400 - 2)
}
