package labelpdf

import (
	"bytes"
	"strconv"
	"strings"
)

// The objects of PDF (ISO 32000-1, 7.3) are nil, bool, float64, text, name,
// []any, dict, reference, *stream; an operator of a content stream is an operator.
type (
	text      []byte
	name      string
	dict      map[name]any
	reference int // The number alone: a file has one current generation of each.
	operator  string
)

// stream is a dictionary and the bytes behind it, still packed.
type stream struct {
	dict dict
	raw  []byte
}

// deepest is how far arrays and dictionaries may nest.
const deepest = 32

type lexer struct {
	raw []byte
	at  int
}

func white(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (l *lexer) more() bool { return l.at < len(l.raw) }

func (l *lexer) skipWhite() {
	for l.more() {
		switch c := l.raw[l.at]; {
		case white(c):
			l.at++
		case c == '%':
			for l.more() && l.raw[l.at] != '\n' && l.raw[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// closing ends an array or a dictionary; it is no object.
type closing string

// object reads the next object or operator; ok is false at the end.
func (l *lexer) object(depth int) (value any, ok bool) {
	l.skipWhite()
	if !l.more() || depth > deepest {
		return nil, false
	}
	switch c := l.raw[l.at]; {
	case c == '/':
		return l.name(), true
	case c == '(':
		return l.literal(), true
	case bytes.HasPrefix(l.raw[l.at:], []byte("<<")):
		l.at += 2
		return l.dict(depth + 1), true
	case bytes.HasPrefix(l.raw[l.at:], []byte(">>")):
		l.at += 2
		return closing(">>"), true
	case c == '<':
		return l.hex(), true
	case c == '[':
		l.at++
		return l.array(depth + 1), true
	case delimiter(c): // "]", and strays.
		l.at++
		return closing(c), true
	}
	return l.word(), true
}

func (l *lexer) token() string {
	from := l.at
	for l.more() && !white(l.raw[l.at]) && !delimiter(l.raw[l.at]) {
		l.at++
	}
	return string(l.raw[from:l.at])
}

// word reads a number, a keyword, or "12 0 R".
func (l *lexer) word() any {
	word := l.token()
	switch word {
	case "true", "false":
		return word == "true"
	case "null":
		return nil
	}
	number, err := strconv.ParseFloat(word, 64)
	if err != nil || number != number || number > 1e12 || number < -1e12 {
		return operator(word)
	}
	if number < 0 || number != float64(int(number)) || number > 1e9 {
		return number
	}
	ahead := *l
	ahead.skipWhite()
	if generation := ahead.token(); generation == "" || strings.Trim(generation, "0123456789") != "" {
		return number
	}
	ahead.skipWhite()
	if ahead.token() != "R" {
		return number
	}
	l.at = ahead.at
	return reference(number)
}

func (l *lexer) name() name {
	l.at++
	raw := l.token()
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if c, err := strconv.ParseUint(raw[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(c))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return name(out)
}

func (l *lexer) array(depth int) []any {
	items := []any{}
	for {
		item, ok := l.object(depth)
		if _, ends := item.(closing); !ok || ends {
			return items
		}
		items = append(items, item)
	}
}

func (l *lexer) dict(depth int) dict {
	entries := dict{}
	for {
		key, ok := l.object(depth)
		if _, ends := key.(closing); !ok || ends {
			return entries
		}
		label, is := key.(name)
		if !is {
			continue
		}
		value, ok := l.object(depth)
		if _, ends := value.(closing); !ok || ends {
			return entries
		}
		entries[label] = value
	}
}

func (l *lexer) hex() text {
	l.at++
	var out text
	high, half := byte(0), false
	for l.more() {
		c := l.raw[l.at]
		l.at++
		if c == '>' {
			break
		}
		digit, err := strconv.ParseUint(string(rune(c)), 16, 8)
		if err != nil {
			continue
		}
		if half {
			out = append(out, high<<4|byte(digit))
		}
		high, half = byte(digit), !half
	}
	if half {
		out = append(out, high<<4)
	}
	return out
}

// literal reads a string in parentheses, which may nest.
func (l *lexer) literal() text {
	var out text
	depth := 0
	for l.more() {
		c := l.raw[l.at]
		l.at++
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\\':
			out = append(out, l.escaped()...)
			continue
		}
		out = append(out, c)
	}
	return out
}

func (l *lexer) escaped() []byte {
	if !l.more() {
		return nil
	}
	c := l.raw[l.at]
	l.at++
	switch c {
	case 'n':
		return []byte{'\n'}
	case 'r':
		return []byte{'\r'}
	case 't':
		return []byte{'\t'}
	case 'b':
		return []byte{'\b'}
	case 'f':
		return []byte{'\f'}
	case '\n':
		return nil
	case '\r':
		if l.more() && l.raw[l.at] == '\n' {
			l.at++
		}
		return nil
	}
	if c < '0' || c > '7' {
		return []byte{c}
	}
	value := int(c - '0')
	for range 2 {
		if !l.more() || l.raw[l.at] < '0' || l.raw[l.at] > '7' {
			break
		}
		value = value*8 + int(l.raw[l.at]-'0')
		l.at++
	}
	return []byte{byte(value)}
}
