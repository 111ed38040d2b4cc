package catalog

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A capacity is a number of gigabytes in a listing, and what it is of where the
// word beside it says so.
type capacity struct {
	gigabytes int
	of        string
}

const (
	ofStorage = "storage"
	ofMemory  = "memory"
)

type capacities []capacity

const (
	memoryWords  = `ram|memoire vive|memoire unifiee|unified memory|(?:lp)?ddr[0-9x]*`
	storageWords = `ssd|hdd|nvme|emmc|pcie|rom|flash|stockage|storage|disque(?: dur)?|disk`
)

var (
	// "to" is also an English word, so a number of terabytes is one that is sold.
	capacityPattern = regexp.MustCompile(`(?:^|[^0-9.,])((?:[1248]|1[.,]5) ?(?:to|tb)|[0-9]{1,4} ?(?:go|gb)|(?:16|32|64|128|256|512)g)\b`)
	pairPattern     = regexp.MustCompile(`\b([0-9]{1,2}) ?[/+] ?([0-9]{2,4} ?(?:go|gb)\b)`)
	wordAfter       = regexp.MustCompile(`^[ :]*(?:de |of )?(?:(` + memoryWords + `)|` + storageWords + `)\b`)
	wordBefore      = regexp.MustCompile(`\b(?:(` + memoryWords + `)|` + storageWords + `)[ :]*$`)
)

// capacitiesOf finds the capacities of a folded title, and returns the title with a
// mark in the place of each. "8/256 Go" is two of them.
func capacitiesOf(folded string) (found capacities, rest string) {
	folded = pairPattern.ReplaceAllString(folded, "$1 go $2")
	var gaps []string
	end := 0
	for _, at := range capacityPattern.FindAllStringSubmatchIndex(folded, -1) {
		gaps = append(gaps, folded[end:at[2]])
		found = append(found, capacity{gigabytes: gigabytes(folded[at[2]:at[3]])})
		end = at[3]
	}
	gaps = append(gaps, folded[end:])
	found.name(gaps)
	return found, strings.Join(gaps, " "+quantity+" ")
}

// name tells what each capacity is of by the words in the gaps around them. Some
// lists have the word after its number ("8 Go RAM 256 Go SSD"), some before it
// ("RAM 8 Go SSD 256 Go"), and the two ends of the list tell which. Where they do
// not, a single word between two numbers is of the one that fits: a memory is the
// smaller, a storage the larger.
func (c capacities) name(gaps []string) {
	last := len(c)
	if last == 0 {
		return
	}
	after, before := wordIn(wordAfter, gaps[last]), wordIn(wordBefore, gaps[0])
	c[last-1].is(after)
	c[0].is(before)
	for i := 1; i < last; i++ {
		previous, next := wordIn(wordAfter, gaps[i]), wordIn(wordBefore, gaps[i])
		single := next != "" && strings.TrimSpace(wordAfter.FindString(gaps[i])) == strings.TrimSpace(gaps[i])
		switch {
		case !single:
			c[i-1].is(previous)
			c[i].is(next)
		case before != "":
			c[i].is(next)
		case after != "":
			c[i-1].is(previous)
		case (previous == ofMemory) == (c[i-1].gigabytes < c[i].gigabytes):
			c[i-1].is(previous)
		default:
			c[i].is(next)
		}
	}
}

// is names a capacity that has no name yet.
func (c *capacity) is(what string) {
	if c.of == "" {
		c.of = what
	}
}

// wordIn is what the word beside a number says that the number is of.
func wordIn(beside *regexp.Regexp, gap string) string {
	switch found := beside.FindStringSubmatch(gap); {
	case found == nil:
		return ""
	case found[1] != "":
		return ofMemory
	default:
		return ofStorage
	}
}

// gigabytes reads "128 go", "1 to" or "256g". A maker counts a terabyte as 1000 or
// as 1024 of them, and both are the same device.
func gigabytes(s string) int {
	number := strings.ReplaceAll(strings.TrimRight(s, " abcdefghijklmnopqrstuvwxyz"), ",", ".")
	value, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0 // The pattern lets no such thing through.
	}
	if strings.HasSuffix(s, "to") || strings.HasSuffix(s, "tb") {
		return int(value * 1000)
	}
	if whole := int(value); whole%1024 != 0 {
		return whole
	}
	return int(value) / 1024 * 1000
}

func (c capacities) of(what string) []int {
	var list []int
	for _, one := range c {
		if one.of == what && one.gigabytes > 0 && !slices.Contains(list, one.gigabytes) {
			list = append(list, one.gigabytes)
		}
	}
	slices.Sort(list)
	return list
}

// What memory a device can have without saying that it is memory: a phone's is
// smaller than any storage that is still sold, a computer's is not.
const (
	mostPhoneMemory    = 24
	mostComputerMemory = 64
	leastStorage       = 16
)

// resolve tells the storage and the memory, of which a listing often says only the
// numbers. What could be either is neither.
func (c capacities) resolve(kind string) (storage, memory int) {
	marked, memories, plain := c.of(ofStorage), c.of(ofMemory), c.of("")
	if len(memories) == 1 {
		memory = memories[0]
	}
	most := mostPhoneMemory
	if kind == kindComputer {
		most = mostComputerMemory
	}
	switch {
	case len(plain) > 2 || len(memories) > 1:
		return 0, memory
	case len(marked) > 0:
		if len(plain) == 1 && memory == 0 && plain[0] <= most {
			memory = plain[0]
		}
		return only(marked), memory // Of two drives, the storage is neither.
	case len(plain) == 2 && memory == 0 && plain[0] <= most && plain[1] > most:
		return plain[1], plain[0]
	case len(plain) != 1 || plain[0] < leastStorage:
		return 0, memory
	case kind == kindComputer && plain[0] <= most && memory == 0:
		return 0, 0 // "MacBook Air 16 Go" is memory, a Chromebook's is storage.
	default:
		return plain[0], memory
	}
}

// skuStorage are the storages that a bare number of an SKU can only be.
var skuStorage = map[string]int{
	"64": 64, "128": 128, "256": 256, "512": 512, "1tb": 1000, "1to": 1000, "2tb": 2000, "2to": 2000, "1024": 1000,
	"64gb": 64, "128gb": 128, "256gb": 256, "512gb": 512, "64go": 64, "128go": 128, "256go": 256, "512go": 512,
}

func storageOfSKU(sku string) int {
	found := 0
	for _, word := range wordsOf(sku) {
		size, known := skuStorage[word]
		if known && found != 0 && found != size {
			return 0
		}
		found = max(found, size)
	}
	return found
}
