package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"revient/app/fault"
)

func TestOfFindsTheCodedErrorUnderItsWrapping(t *testing.T) {
	coded := fault.Wrap(io.ErrUnexpectedEOF, fault.Unavailable, "errors.remote.torn", fault.Args{"host": "x"})
	wrapped := fmt.Errorf("pull orders: %w", coded)
	if got := fault.Of(wrapped); got != coded {
		t.Fatalf("Of = %v, want the coded error", got)
	}
	if !errors.Is(wrapped, io.ErrUnexpectedEOF) {
		t.Fatal("the cause is lost")
	}
	if !fault.Is(wrapped, fault.Unavailable) || fault.Is(wrapped, fault.Invalid) || fault.Is(nil, fault.Internal) {
		t.Fatal("Is misreads the code")
	}
}

func TestAnErrorWithoutACodeIsInternal(t *testing.T) {
	if got := fault.CodeOf(io.EOF); got != fault.Internal {
		t.Fatalf("CodeOf = %q", got)
	}
	if got := fault.CodeOf(nil); got != "" {
		t.Fatalf("CodeOf(nil) = %q", got)
	}
	if fault.Of(nil) != nil {
		t.Fatal("Of(nil) is an error")
	}
}

func TestAtBlamesAFieldWithoutTouchingTheOriginal(t *testing.T) {
	plain := fault.New(fault.Invalid, "errors.identity.luhn", fault.Args{"n": 1})
	blamed := plain.At("imei")
	blamed.Args["n"] = 2
	if plain.Field != "" || plain.Args["n"] != 1 || blamed.Field != "imei" {
		t.Fatalf("plain %+v blamed %+v", plain, blamed)
	}
	if plain.Error() == "" || blamed.Unwrap() != nil {
		t.Fatal("unexpected text or cause")
	}
}
