package returns

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
)

// EventType is the stable name of a kind of event in the journal.
type EventType string

// Event is a fact about a case. Its set is closed: every event is listed in kinds.
type Event interface {
	apply(c *Case)
}

// kind ties an event's Go type to its name and the version of its shape. A shape
// that is in somebody's journal never loses or changes a field: a later version only
// adds some, so the newest type reads every older one.
type kind struct {
	name   EventType
	schema int
	read   func(payload []byte) (Event, error)
}

func as[E Event](payload []byte) (Event, error) {
	var event E
	decoder := json.NewDecoder(bytes.NewReader(payload))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&event); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one value")
	}
	return event, nil
}

var kinds = []struct {
	sample Event
	kind   kind
}{
	{CaseRequested{}, kind{"case_requested", 2, as[CaseRequested]}},
	{ReturnAuthorised{}, kind{"return_authorised", 2, as[ReturnAuthorised]}},
	{RequestDeclined{}, kind{"request_declined", 1, as[RequestDeclined]}},
	{ReturnCanceled{}, kind{"return_canceled", 1, as[ReturnCanceled]}},
	{ParcelAnnounced{}, kind{"parcel_announced", 1, as[ParcelAnnounced]}},
	{ParcelReceived{}, kind{"parcel_received", 1, as[ParcelReceived]}},
	{ReceptionUndone{}, kind{"reception_undone", 1, as[ReceptionUndone]}},
	{MomentCorrected{}, kind{"moment_corrected", 1, as[MomentCorrected]}},
	{UnknownParcelReceived{}, kind{"unknown_parcel_received", 2, as[UnknownParcelReceived]}},
	{ParcelIdentified{}, kind{"parcel_identified", 1, as[ParcelIdentified]}},
	{SaleFound{}, kind{"sale_found", 2, as[SaleFound]}},
	{ParcelNotOurs{}, kind{"parcel_not_ours", 1, as[ParcelNotOurs]}},
	{InspectionStarted{}, kind{"inspection_started", 1, as[InspectionStarted]}},
	{IdentityRead{}, kind{"identity_read", 1, as[IdentityRead]}},
	{ChecksRecorded{}, kind{"checks_recorded", 1, as[ChecksRecorded]}},
	{EvidenceAdded{}, kind{"evidence_added", 1, as[EvidenceAdded]}},
	{InspectionStopped{}, kind{"inspection_stopped", 1, as[InspectionStopped]}},
	{InspectionCompleted{}, kind{"inspection_completed", 1, as[InspectionCompleted]}},
	{FullRefundDecided{}, kind{"full_refund_decided", 2, as[FullRefundDecided]}},
	{RefundApproved{}, kind{"refund_approved", 2, as[RefundApproved]}},
	{RefundSubmitting{}, kind{"refund_submitting", 1, as[RefundSubmitting]}},
	{RefundRequeued{}, kind{"refund_requeued", 1, as[RefundRequeued]}},
	{RefundAccepted{}, kind{"refund_accepted", 1, as[RefundAccepted]}},
	{RefundDoubted{}, kind{"refund_doubted", 1, as[RefundDoubted]}},
	{RefundNotFound{}, kind{"refund_not_found", 1, as[RefundNotFound]}},
	{RefundConfirmed{}, kind{"refund_confirmed", 1, as[RefundConfirmed]}},
	{RefundFoundDone{}, kind{"refund_found_done", 1, as[RefundFoundDone]}},
	{RefundByHand{}, kind{"refund_by_hand", 1, as[RefundByHand]}},
	{RefundRejected{}, kind{"refund_rejected", 1, as[RefundRejected]}},
	{WipeRecorded{}, kind{"wipe_recorded", 1, as[WipeRecorded]}},
	{GradeRecorded{}, kind{"grade_recorded", 1, as[GradeRecorded]}},
	{DeviceMoved{}, kind{"device_moved", 1, as[DeviceMoved]}},
	{CaseHeld{}, kind{"case_held", 1, as[CaseHeld]}},
	{CaseResumed{}, kind{"case_resumed", 1, as[CaseResumed]}},
	{ActionQueued{}, kind{"action_queued", 1, as[ActionQueued]}},
	{ActionSettled{}, kind{"action_settled", 1, as[ActionSettled]}},
	{DocumentIssued{}, kind{"document_issued", 2, as[DocumentIssued]}},
	{CaseClosed{}, kind{"case_closed", 1, as[CaseClosed]}},
	{CaseReopened{}, kind{"case_reopened", 1, as[CaseReopened]}},
	{RefundDraftMade{}, kind{"refund_drafted", 1, as[RefundDraftMade]}},
	{RefundWithdrawn{}, kind{"refund_withdrawn", 1, as[RefundWithdrawn]}},
	{DecisionApproved{}, kind{"decision_approved", 1, as[DecisionApproved]}},
	{DecisionTurnedDown{}, kind{"decision_turned_down", 1, as[DecisionTurnedDown]}},
	{DecisionReversed{}, kind{"decision_reversed", 1, as[DecisionReversed]}},
	{PartialRefundDecided{}, kind{"partial_refund_decided", 1, as[PartialRefundDecided]}},
	{KeepDecided{}, kind{"keep_decided", 1, as[KeepDecided]}},
	{ExchangeDecided{}, kind{"exchange_decided", 1, as[ExchangeDecided]}},
	{RepairDecided{}, kind{"repair_decided", 1, as[RepairDecided]}},
	{RefusalDecided{}, kind{"refusal_decided", 1, as[RefusalDecided]}},
	{AlreadyRefundedFound{}, kind{"already_refunded_found", 1, as[AlreadyRefundedFound]}},
	{MarketplaceRefundNoted{}, kind{"marketplace_refund_noted", 1, as[MarketplaceRefundNoted]}},
	{ReplacementReserved{}, kind{"replacement_reserved", 1, as[ReplacementReserved]}},
	{ReplacementReleased{}, kind{"replacement_released", 1, as[ReplacementReleased]}},
	{ReplacementFailed{}, kind{"replacement_failed", 1, as[ReplacementFailed]}},
	{ExchangeUndone{}, kind{"exchange_undone", 1, as[ExchangeUndone]}},
	{RepairStarted{}, kind{"repair_started", 1, as[RepairStarted]}},
	{PartUsed{}, kind{"part_used", 1, as[PartUsed]}},
	{RepairFinished{}, kind{"repair_finished", 1, as[RepairFinished]}},
	{RepairPassed{}, kind{"repair_passed", 1, as[RepairPassed]}},
	{RepairSentBack{}, kind{"repair_sent_back", 1, as[RepairSentBack]}},
	{RepairFailed{}, kind{"repair_failed", 1, as[RepairFailed]}},
	{OutboundPacked{}, kind{"outbound_packed", 1, as[OutboundPacked]}},
	{OutboundUnpacked{}, kind{"outbound_unpacked", 1, as[OutboundUnpacked]}},
	{OutboundLeft{}, kind{"outbound_left", 1, as[OutboundLeft]}},
	{DeviceGivenUp{}, kind{"device_given_up", 1, as[DeviceGivenUp]}},
	{ParcelLost{}, kind{"parcel_lost", 1, as[ParcelLost]}},
	{ProofRequested{}, kind{"proof_requested", 1, as[ProofRequested]}},
	{ProofGiven{}, kind{"proof_given", 2, as[ProofGiven]}},
	{CustomerAsked{}, kind{"customer_asked", 1, as[CustomerAsked]}},
	{CustomerAnswered{}, kind{"customer_answered", 1, as[CustomerAnswered]}},
	{CarrierProtested{}, kind{"carrier_protested", 1, as[CarrierProtested]}},
	{ParcelUnidentified{}, kind{"parcel_unidentified", 1, as[ParcelUnidentified]}},
	{EvidenceMoved{}, kind{"evidence_moved", 1, as[EvidenceMoved]}},
	{CaseMerged{}, kind{"case_merged", 1, as[CaseMerged]}},
	{NoteAdded{}, kind{"note_added", 1, as[NoteAdded]}},
	{PromiseKept{}, kind{"promise_kept", 1, as[PromiseKept]}},
	{DocumentCorrected{}, kind{"document_corrected", 1, as[DocumentCorrected]}},
	{PersonErased{}, kind{"person_erased", 1, as[PersonErased]}},
}

var (
	kindByType = map[reflect.Type]kind{}
	kindByName = map[EventType]kind{}
)

func init() {
	for _, entry := range kinds {
		kindByType[reflect.TypeOf(entry.sample)] = entry.kind
		kindByName[entry.kind.name] = entry.kind
	}
}

// TypeOf returns the stable name of an event.
func TypeOf(e Event) EventType { return kindByType[reflect.TypeOf(e)].name }

// EventTypes lists the names of every event there is.
func EventTypes() []EventType {
	names := make([]EventType, 0, len(kinds))
	for _, entry := range kinds {
		names = append(names, entry.kind.name)
	}
	return names
}

// Encode writes an event for the journal: its name, the version of its shape and
// its payload. The payload is stored as it is and never written again.
func Encode(e Event) (name EventType, schema int, payload []byte, err error) {
	kind, known := kindByType[reflect.TypeOf(e)]
	if !known {
		return "", 0, nil, fmt.Errorf("encode event %T: not in the list of events", e)
	}
	if payload, err = json.Marshal(e); err != nil {
		return "", 0, nil, fmt.Errorf("encode event %s: %w", kind.name, err)
	}
	return kind.name, kind.schema, payload, nil
}

// Decode reads an event of the journal.
func Decode(name EventType, schema int, payload []byte) (Event, error) {
	kind, known := kindByName[name]
	if !known || schema < 1 || schema > kind.schema {
		return nil, fmt.Errorf("decode event %s version %d: not known to this version of Revient", name, schema)
	}
	event, err := kind.read(payload)
	if err != nil {
		return nil, fmt.Errorf("decode event %s: %w", name, err)
	}
	return event, nil
}
