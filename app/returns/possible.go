package returns

// byPeople are the commands that people give; the others are the station's own.
var byPeople = []Command{
	Authorise{}, Decline{}, Cancel{}, Identify{}, OpenFromSale{}, NotOurs{}, Receive{}, UndoReception{}, Redate{}, StartInspection{},
	ReadIdentity{}, RecordChecks{}, AddEvidence{}, StopInspection{}, CompleteInspection{}, Reinspect{}, DecideFullRefund{}, SettleRefund{},
	RecordWipe{}, RecordGrade{}, Move{}, PutOnHold{}, Resume{}, Close{}, Reopen{},
}

// Possible lists the names of the commands that a person can give in the stage
// that a case is in. A guard may still refuse one for what it says.
func Possible(c Case) []string {
	names := []string{}
	if c.AbsorbedInto != "" {
		return names
	}
	for _, command := range byPeople {
		if admitted(c, command) != nil {
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
