package returns

// byPeople are the commands that people give; the others are the station's own.
var byPeople = []Command{
	Authorise{}, Decline{}, Cancel{}, Identify{}, OpenFromSale{}, NotOurs{}, Receive{}, UndoReception{}, Redate{}, StartInspection{},
	ReadIdentity{}, RecordChecks{}, AddEvidence{}, StopInspection{}, CompleteInspection{}, Reinspect{}, DecideFullRefund{}, SettleRefund{},
	RecordWipe{}, RecordGrade{}, Move{}, PutOnHold{}, Resume{}, Close{}, Reopen{},
	AskProof{}, NoteProof{}, AskCustomer{}, RecordAnswer{}, ReserveReplacement{}, ReleaseReplacement{}, MarkLost{}, NoteMarketplaceRefund{},
	DecidePartialRefund{}, DecideExchange{}, DecideRepair{}, DecideRefuse{}, DecideKeep{}, ApproveDecision{}, TurnDown{}, Reverse{},
	NoReplacementLeft{}, Unexchange{}, StartRepair{}, UsePart{}, FinishRepair{}, ControlRepair{}, GiveUpRepair{}, Pack{}, Unpack{}, HandOver{},
	Dispose{}, ProtestToCarrier{}, CorrectDocument{}, Unidentify{}, MoveEvidence{}, Merge{}, AddNote{}, KeepPromise{}, ErasePerson{},
}

// ByPeople lists the names of the commands that people give.
func ByPeople() []string {
	names := make([]string, 0, len(byPeople))
	for _, command := range byPeople {
		names = append(names, command.Name())
	}
	return names
}

// A fitting command says by itself whether it makes sense in the state of a case,
// which its stage alone does not tell.
type fitting interface{ fits(c Case) bool }

// Possible lists the names of the commands that a person can give in the stage
// that a case is in. A guard may still refuse one for what it says.
func Possible(c Case) []string {
	names := []string{}
	for _, command := range byPeople {
		if admitted(c, command) != nil {
			continue
		}
		if conditional, depends := command.(fitting); depends && !conditional.fits(c) {
			continue
		}
		_, holds := command.(PutOnHold)
		_, resumes := command.(Resume)
		if holds && c.Hold != nil || resumes && c.Hold == nil {
			continue
		}
		names = append(names, command.Name())
	}
	return names
}
