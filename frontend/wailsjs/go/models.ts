export namespace api {
	
	export interface AccountForm {
	    environment: string;
	    token: string;
	    company: string;
	    contact: string;
	}
	export interface Fault {
	    code: string;
	    key: string;
	    args: Record<string, any>;
	    field: string;
	}
	export interface AccountView {
	    name: string;
	    channel: string;
	    environment: string;
	    baseUrl: string;
	    hasToken: boolean;
	    checked: string;
	    error?: Fault;
	}
	export interface Money {
	    minor: number;
	    currency: string;
	}
	export interface ActionView {
	    id: string;
	    caseId: string;
	    number: string;
	    title: string;
	    kind: string;
	    lane: string;
	    state: string;
	    attempts: number;
	    notBefore: string;
	    createdAt: string;
	    updatedAt: string;
	    error?: Fault;
	    amount?: Money;
	    askPerson: boolean;
	}
	export interface AlternativeView {
	    value: string;
	    title: string;
	}
	export interface AnswerForm {
	    answer: string;
	}
	export interface ApprovalForm {
	    expected: Money;
	    pin: string;
	}
	export interface ApprovalPick {
	    id: string;
	    expected: Money;
	}
	export interface ApprovalResult {
	    id: string;
	    number: string;
	    fault?: Fault;
	}
	export interface DeductionView {
	    part: string;
	    finding: string;
	    amount: Money;
	}
	export interface ApprovalView {
	    id: string;
	    number: string;
	    title: string;
	    customer: string;
	    outcome: string;
	    amount?: Money;
	    deductions: DeductionView[];
	    code: string;
	    text: string;
	    by: string;
	    at: string;
	    override: string;
	    proposed: string;
	    mine: boolean;
	    above: boolean;
	    held: boolean;
	}
	export interface ApprovalsView {
	    rows: ApprovalView[];
	    alone: boolean;
	}
	export interface ApprovedView {
	    results: ApprovalResult[];
	    list: ApprovalsView;
	}
	export interface AskForm {
	    choice: string;
	    text: string;
	}
	export interface AttachmentView {
	    name: string;
	    photo: string;
	}
	export interface AuthoriseForm {
	    label: boolean;
	    how: string;
	    override: string;
	    pin: string;
	}
	export interface Moment {
	    at: string;
	    zone: string;
	    precision: string;
	    source: string;
	}
	export interface AuthorisedView {
	    at: Moment;
	    by: string;
	    label: boolean;
	    how: string;
	    override: string;
	    proposed: string;
	}
	export interface BinForm {
	    code: string;
	    place: string;
	    words: string;
	}
	export interface BinView {
	    code: string;
	    place: string;
	    words: string;
	    closed: boolean;
	    devices: number;
	    units: number;
	    registered: boolean;
	}
	export interface BookSum {
	    item: Money;
	    shipping: Money;
	}
	export interface BookTotal {
	    count: number;
	    sums: BookSum[];
	}
	export interface Status {
	    online: boolean;
	    account: boolean;
	    waiting: number;
	    oldest: string;
	    lastSuccess: string;
	    toFix: number;
	    lastError?: Fault;
	    latest: string;
	}
	export interface ScannerForm {
	    maxGap: number;
	    terminator: string;
	    prefix: string;
	    volume: number;
	}
	export interface OperatorView {
	    id: string;
	    name: string;
	    role: string;
	}
	export interface Bootstrap {
	    ready: boolean;
	    sample: boolean;
	    training: boolean;
	    shell: string;
	    kiosk: boolean;
	    version: string;
	    stationName: string;
	    prefix: string;
	    workshop: string;
	    zone: string;
	    language: string;
	    scheme: string;
	    operator: OperatorView;
	    people: OperatorView[];
	    alone: boolean;
	    lockMinutes: number;
	    now: string;
	    scanner: ScannerForm;
	    status: Status;
	}
	export interface CampaignView {
	    from: string;
	    to: string;
	    until: string;
	}
	export interface SoldUnitView {
	    line: number;
	    orderRef: string;
	    lineRef: string;
	    imei: string;
	    serial: string;
	    weight: number;
	    grade: string;
	    accessories: string[];
	    supplier: string;
	    invoice: string;
	    invoiceDay: string;
	}
	export interface SoldRecordView {
	    orderRef: string;
	    lineRef: string;
	    title: string;
	    at: string;
	    fromFile: boolean;
	    fromOrder: boolean;
	    unit: SoldUnitView;
	}
	export interface ComputedView {
	    rule: string;
	    version: string;
	    at: string;
	    last: string;
	    event: Moment;
	    calendar: string;
	}
	export interface ReasonView {
	    key: string;
	    args: Record<string, any>;
	    tone: string;
	    rule: string;
	    source: string;
	    computed?: ComputedView;
	}
	export interface CaseDeviceView {
	    code: string;
	    flags: ReasonView[];
	    elsewhere: SoldRecordView[];
	    unit?: SoldUnitView;
	}
	export interface WayOutView {
	    tracking: string;
	    carrier: string;
	    url: string;
	    orderRef: string;
	}
	export interface DateView {
	    which: string;
	    moment: Moment;
	    zone: string;
	    corrected: string;
	    by: string;
	    reason: string;
	    was: Moment;
	    correction: boolean;
	}
	export interface DraftView {
	    for: string;
	    text: string;
	}
	export interface TriageView {
	    drafts: DraftView[];
	    choices: string[];
	    decline: string;
	    codes: string[];
	    ways: string[];
	    label: boolean;
	}
	export interface NoteView {
	    id: string;
	    text: string;
	    at: string;
	    by: string;
	    promise: boolean;
	    until: string;
	    keptAt: string;
	    keptBy: string;
	}
	export interface RepairPartView {
	    part: string;
	    reference: string;
	}
	export interface RepairView {
	    state: string;
	    technician: string;
	    parts: RepairPartView[];
	    startedAt: string;
	    finishedAt: string;
	    controller: string;
	    passedAt: string;
	    fails: number;
	    failCode: string;
	    failText: string;
	    alone: boolean;
	    choices: string[];
	}
	export interface OutboundView {
	    state: string;
	    what: string;
	    packedAt: string;
	    carrier: string;
	    tracking: string;
	    leftAt: string;
	}
	export interface ReplacementView {
	    unit: string;
	    sku: string;
	    title: string;
	    grade: string;
	    imei: string;
	    serial: string;
	    bin: string;
	    at: string;
	    by: string;
	}
	export interface QuestionView {
	    choice: string;
	    text: string;
	    answers: string[];
	    askedAt: string;
	    askedBy: string;
	    answer: string;
	    answeredAt: string;
	}
	export interface ProofView {
	    state: string;
	    askedAt: string;
	    askedBy: string;
	    text: string;
	    givenAt: string;
	}
	export interface WipeView {
	    state: string;
	    method: string;
	    at: string;
	    by: string;
	}
	export interface MessageView {
	    id: string;
	    author: string;
	    at: string;
	    text: string;
	    attachments: AttachmentView[];
	}
	export interface DocumentView {
	    id: string;
	    kind: string;
	    number: string;
	    numbered: boolean;
	    state: string;
	    url: string;
	    issuedAt: string;
	    copies: number;
	    error?: Fault;
	}
	export interface RefundView {
	    id: string;
	    state: string;
	    item: Money;
	    shipping: Money;
	    total: Money;
	    method: string;
	    deductions: DeductionView[];
	    noted: boolean;
	    approvedAt: string;
	    confirmedAt: string;
	    means: string;
	    askPerson: boolean;
	    attempts: number;
	    accepted: boolean;
	    notFoundAt: string;
	    byHand: boolean;
	    creditBy: string;
	}
	export interface DecisionView {
	    outcome: string;
	    at: string;
	    by: string;
	    override: string;
	    row: string;
	    version: string;
	    proposed: string;
	    code: string;
	    text: string;
	    pending: boolean;
	    second: string;
	    alone: boolean;
	}
	export interface MatchView {
	    id: string;
	    sku: string;
	    title: string;
	    grade: string;
	    imei: string;
	    serial: string;
	    bin: string;
	}
	export interface RefusalView {
	    code: string;
	    words: string;
	    fits: boolean;
	}
	export interface SuggestionView {
	    part: string;
	    finding: string;
	    amount: Money;
	    found: boolean;
	}
	export interface ProposalView {
	    outcome: string;
	    row: string;
	    version: string;
	    eligible: string;
	    standing: string;
	    reasons: ReasonView[];
	    alternatives: string[];
	    secondPerson: boolean;
	    alone: boolean;
	    tell: string;
	    protest: boolean;
	    protestLast: string;
	    item: Money;
	    shipping: Money;
	    total: Money;
	    method: string;
	    partialBy: string;
	    creditBy: string;
	    deductions: SuggestionView[];
	    refusals: RefusalView[];
	    againstViews: string[];
	    units: MatchView[];
	}
	export interface EvidenceView {
	    photo: string;
	    check: string;
	    view: string;
	    source: string;
	    at: string;
	    by: string;
	}
	export interface FindingView {
	    code: string;
	    views: string[];
	    absent: boolean;
	}
	export interface OptionView {
	    code: string;
	    answer: string;
	}
	export interface CheckView {
	    code: string;
	    step: string;
	    type: string;
	    mandatory: boolean;
	    blocking: boolean;
	    bulk: boolean;
	    photo: string;
	    options: OptionView[];
	    unit: string;
	    min: number;
	    max: number;
	    defects: string[];
	    answer: string;
	    defect: string;
	    value: string;
	    reason: string;
	    help: boolean;
	}
	export interface InspectionView {
	    profile: string;
	    version: string;
	    revision: number;
	    checks: CheckView[];
	    open: string[];
	    missingPhotos: string[];
	    blocking: string;
	    completedAt: string;
	}
	export interface IdentityView {
	    state: string;
	    imei: string;
	    serial: string;
	    expected: string;
	}
	export interface StepView {
	    code: string;
	    state: string;
	}
	export interface Due {
	    rule: string;
	    at: string;
	    last: string;
	    tone: string;
	}
	export interface MarkView {
	    kind: string;
	    at: string;
	    day: string;
	    precision: string;
	    tone: string;
	    key: string;
	    args: Record<string, any>;
	    note: string;
	    noteArgs: Record<string, any>;
	    rule: string;
	    computed?: ComputedView;
	}
	export interface ReceptionView {
	    arrived: Moment;
	    loggedAt: string;
	    by: string;
	    reason: string;
	    undoable: boolean;
	}
	export interface CustomerView {
	    name: string;
	    city: string;
	    email: string;
	    phone: string;
	    address: string[];
	    language: string;
	    erasedAt: string;
	}
	export interface ClaimView {
	    kind: string;
	    wish: string;
	    issues: string[];
	    text: string;
	}
	export interface SaleView {
	    account: string;
	    orderRef: string;
	    lineRef: string;
	    sku: string;
	    title: string;
	    category: string;
	    grade: string;
	    imei: string;
	    serial: string;
	    paid: Money;
	    shipping: Money;
	    soldAt: Moment;
	    shippedAt: Moment;
	    country: string;
	}
	export interface HoldView {
	    code: string;
	    text: string;
	    reviewAt: string;
	    at: string;
	    by: string;
	}
	export interface CaseView {
	    id: string;
	    number: string;
	    seq: number;
	    stage: string;
	    origin: string;
	    sample: boolean;
	    can: string[];
	    hold?: HoldView;
	    sale?: SaleView;
	    claim: ClaimView;
	    customer: CustomerView;
	    requestedAt: Moment;
	    declaredAt: Moment;
	    deliveredAt: Moment;
	    returnTracking: string;
	    authorisedAt: Moment;
	    reception?: ReceptionView;
	    ribbon: MarkView[];
	    due?: Due;
	    steps: StepView[];
	    identity: IdentityView;
	    inspection?: InspectionView;
	    findings: FindingView[];
	    evidence: EvidenceView[];
	    proposal?: ProposalView;
	    decision?: DecisionView;
	    refunds: RefundView[];
	    documents: DocumentView[];
	    actions: ActionView[];
	    messages: MessageView[];
	    wipe: WipeView;
	    grade: string;
	    place: string;
	    bin: string;
	    customerSettled: boolean;
	    devicePutAway: boolean;
	    absorbedInto: string;
	    closedBecause: string;
	    declineCode: string;
	    deviceReturns: number;
	    backOfficeUrl: string;
	    policy: string;
	    proof: ProofView;
	    question?: QuestionView;
	    waits: boolean;
	    replacement?: ReplacementView;
	    noReplacement: boolean;
	    outbound: OutboundView;
	    repair?: RepairView;
	    givenUp: boolean;
	    protestAt: string;
	    notes: NoteView[];
	    authorised?: AuthorisedView;
	    declineText: string;
	    triage?: TriageView;
	    dates: DateView[];
	    doubts: ReasonView[];
	    wayOut: WayOutView;
	    erased: boolean;
	    remainingItem: Money;
	    remainingShipping: Money;
	}
	export interface CheckForm {
	    code: string;
	    answer: string;
	    defect: string;
	    value: string;
	    reason: string;
	}
	
	
	export interface ClosingRow {
	    number: string;
	    at: string;
	    by: string;
	    head: string;
	    made: BookTotal;
	}
	export interface CodeForm {
	    code: string;
	}
	
	export interface UnitView {
	    id: string;
	    sku: string;
	    title: string;
	    category: string;
	    grade: string;
	    storage: string;
	    colour: string;
	    model: string;
	    imei: string;
	    serial: string;
	    bin: string;
	    note: string;
	    state: string;
	    caseId: string;
	    caseNumber: string;
	    source: string;
	    updatedAt: string;
	}
	export interface Row {
	    id: string;
	    number: string;
	    title: string;
	    stage: string;
	    claim: string;
	    wish: string;
	    customer: string;
	    erased: boolean;
	    orderRef: string;
	    imei: string;
	    serial: string;
	    hold: string;
	    identity: string;
	    due?: Due;
	    settled: boolean;
	    away: boolean;
	    asksPerson: boolean;
	    waits: boolean;
	    approval: boolean;
	    policy: string;
	    updatedAt: string;
	}
	export interface ContentView {
	    bin: BinView;
	    rows: Row[];
	    units: UnitView[];
	}
	export interface ControlForm {
	    passed: boolean;
	    code: string;
	    reason: string;
	    pin: string;
	}
	export interface CorrectionForm {
	    document: string;
	    wrong: string;
	    right: string;
	    pin: string;
	}
	
	
	export interface UnsureRow {
	    case: string;
	    number: string;
	    title: string;
	    amount: Money;
	    since: string;
	}
	export interface NumbersRow {
	    series: string;
	    first: string;
	    last: string;
	    count: number;
	}
	export interface StateRow {
	    state: string;
	    today: BookTotal;
	    year: BookTotal;
	    perpetual: BookTotal;
	}
	export interface OutcomeRow {
	    outcome: string;
	    decided: number;
	    granted: BookTotal;
	    made: BookTotal;
	}
	export interface DayView {
	    since: string;
	    previous: string;
	    nothing: boolean;
	    outcomes: OutcomeRow[];
	    states: StateRow[];
	    made: StateRow;
	    numbers: NumbersRow[];
	    unsure: UnsureRow[];
	    head: string;
	    entries: number;
	    closings: ClosingRow[];
	    more: boolean;
	}
	
	export interface DeductionForm {
	    part: string;
	    finding: string;
	    amount: Money;
	}
	
	export interface DeviceCaseView {
	    row: Row;
	    sold: boolean;
	    found: boolean;
	    replacement: boolean;
	    decided: string;
	    cameBack: string;
	    handedOver: string;
	    given: string;
	    givenCode: string;
	    other: string;
	}
	export interface GuaranteeView {
	    coverage: string;
	    rule: string;
	    until: string;
	    commercial: string;
	    presumption: string;
	    conformity: string;
	    repairs: number;
	    renewed: boolean;
	}
	export interface DevicePage {
	    code: string;
	    imei: string;
	    serial: string;
	    title: string;
	    cases: DeviceCaseView[];
	    sold: SoldRecordView[];
	    guarantee: GuaranteeView;
	    flags: ReasonView[];
	    place: string;
	    bin: string;
	    inStock: string;
	}
	
	export interface DoubtedView {
	    id: string;
	    number: string;
	    title: string;
	    amount: Money;
	    since: string;
	}
	
	
	export interface ErasedView {
	    cases: number;
	    texts: number;
	    documents: number;
	    files: number;
	    kept: string[];
	    buyers: number;
	    skipped: number;
	    unfinished: boolean;
	}
	export interface ErasureEntry {
	    at: string;
	    by: string;
	    because: string;
	    cases: number;
	    documents: number;
	    files: number;
	    kept: number;
	    buyers: number;
	}
	export interface EvidenceForm {
	    photos: string[];
	    check: string;
	    view: string;
	    source: string;
	}
	
	export interface ExchangeForm {
	    unit: string;
	    override: string;
	    pin: string;
	}
	
	
	
	export interface HandOverForm {
	    carrier: string;
	    tracking: string;
	    counter: boolean;
	}
	export interface HeldView {
	    id: string;
	    number: string;
	    title: string;
	    code: string;
	    text: string;
	    reviewAt: string;
	    late: boolean;
	}
	export interface HistoryEntry {
	    seq: number;
	    type: string;
	    at: string;
	    by: string;
	    facts: Record<string, string>;
	    hash: string;
	}
	export interface HoldForm {
	    code: string;
	    text: string;
	    reviewAt: string;
	}
	
	export interface ScanView {
	    code: string;
	    at: string;
	    result: string;
	    row?: Row;
	}
	export interface Tile {
	    code: string;
	    count: number;
	    tone: string;
	    amount?: Money;
	    oldest?: Due;
	    waits: number;
	}
	export interface Home {
	    tiles: Tile[];
	    scans: ScanView[];
	}
	export interface HomelessView {
	    row: Row;
	    place: string;
	    bin: string;
	    wipe: string;
	    grade: string;
	    destination: string;
	    into: string;
	    needsWipe: boolean;
	    needsGrade: boolean;
	    customers: boolean;
	}
	export interface IdentityForm {
	    imei: string;
	    serial: string;
	    unreadable: boolean;
	}
	
	export interface ImportView {
	    name: string;
	    at: string;
	    by: string;
	    rows: number;
	}
	
	export interface KeepForm {
	    amount: Money;
	    override: string;
	    pin: string;
	}
	export interface KeptDocument {
	    number: string;
	    kind: string;
	    until: string;
	}
	export interface LaidView {
	    bin: BinView;
	    row?: Row;
	    unit?: UnitView;
	    fromPlace: string;
	    fromBin: string;
	}
	export interface LaneView {
	    account: string;
	    lane: string;
	    reason: string;
	    since: string;
	}
	export interface LayForm {
	    bin: string;
	    code: string;
	    wipe: string;
	    method: string;
	    grade: string;
	}
	export interface ListCount {
	    code: string;
	    count: number;
	}
	export interface ListFilter {
	    tile: string;
	    stage: string;
	    onHold: boolean;
	    text: string;
	    ended: boolean;
	    offset: number;
	    limit: number;
	}
	
	export interface MarketplaceRefundForm {
	    item: Money;
	    shipping: Money;
	    seen: string;
	    pin: string;
	}
	
	export interface MemberView {
	    id: string;
	    name: string;
	    role: string;
	    hasPin: boolean;
	    hasBadge: boolean;
	    since: string;
	}
	export interface MergeForm {
	    into: string;
	    reason: string;
	}
	
	export interface MissingRefundView {
	    case: string;
	    number: string;
	    orderRef: string;
	    amount: Money;
	    state: string;
	}
	
	
	export interface MoveForm {
	    place: string;
	    bin: string;
	}
	export interface NoteForm {
	    text: string;
	    promise: boolean;
	    until: string;
	}
	
	
	
	
	
	
	export interface PINView {
	    operator: OperatorView;
	    until: string;
	}
	export interface Page {
	    rows: Row[];
	    total: number;
	}
	export interface PartForm {
	    part: string;
	    reference: string;
	}
	export interface PartialForm {
	    deductions: DeductionForm[];
	    shipping: Money;
	    expected: Money;
	    override: string;
	    pin: string;
	}
	export interface PayoutLineView {
	    line: number;
	    orderRef: string;
	    kind: string;
	    at: string;
	    paid: Money;
	    standing: string;
	    case: string;
	    number: string;
	    state: string;
	    ours?: Money;
	}
	export interface PayoutRow {
	    id: string;
	    name: string;
	    at: string;
	    by: string;
	    lines: number;
	    matched: number;
	}
	export interface RowFaultView {
	    line: number;
	    column: string;
	    key: string;
	    args: Record<string, any>;
	    raw: string;
	}
	export interface PayoutView {
	    id: string;
	    file: string;
	    name: string;
	    account: string;
	    at: string;
	    by: string;
	    rows: number;
	    others: number;
	    lines: PayoutLineView[];
	    missing: MissingRefundView[];
	    proven: number;
	    bad: RowFaultView[];
	    badRows: number;
	    ignored: string[];
	    earlier: string;
	}
	export interface PayoutsView {
	    account: string;
	    payouts: PayoutRow[];
	}
	export interface PersonForm {
	    name: string;
	    role: string;
	    newPin: string;
	}
	export interface PersonRow {
	    case: string;
	    name: string;
	    email: string;
	    city: string;
	    cases: number;
	}
	export interface PersonView {
	    case: string;
	    customer: CustomerView;
	    cases: Row[];
	    open: string[];
	    orders: number;
	    texts: number;
	    messages: number;
	    files: number;
	    documents: number;
	    remote: number;
	    kept: KeptDocument[];
	    copyUrl: string;
	}
	export interface PhotoMoveForm {
	    photo: string;
	    fromCheck: string;
	    fromView: string;
	    toCheck: string;
	    toView: string;
	    toCase: string;
	    reason: string;
	}
	export interface PromisedView {
	    id: string;
	    number: string;
	    title: string;
	    customer: string;
	    note: string;
	    text: string;
	    by: string;
	    until: string;
	    late: boolean;
	}
	export interface ProofForm {
	    state: string;
	    text: string;
	}
	
	
	export interface PutAwayForm {
	    wipe: string;
	    method: string;
	    tool: string;
	    grade: string;
	    place: string;
	    bin: string;
	}
	
	export interface ReasonForm {
	    code: string;
	    reason: string;
	    pin: string;
	}
	
	export interface ReceiveForm {
	    arrived: string;
	    reason: string;
	    code: string;
	}
	
	export interface RedateForm {
	    which: string;
	    at: string;
	    reason: string;
	}
	export interface RefundForm {
	    expected: Money;
	    override: string;
	    proof: string;
	    pin: string;
	}
	
	export interface RefusalForm {
	    code: string;
	    text: string;
	    override: string;
	    pin: string;
	}
	
	
	
	
	export interface RequestForm {
	    orderRef: string;
	    lineRef: string;
	    title: string;
	    category: string;
	    imei: string;
	    serial: string;
	    paid: Money;
	    shipping: Money;
	    claim: string;
	    wish: string;
	    text: string;
	    name: string;
	    email: string;
	    phone: string;
	    street: string;
	    postCode: string;
	    city: string;
	    country: string;
	    language: string;
	    delivered: string;
	}
	export interface ReserveForm {
	    unit: string;
	    code: string;
	    override: string;
	    pin: string;
	}
	export interface RetentionForm {
	    months: number;
	    documentYears: number;
	}
	export interface RetentionView {
	    months: number;
	    documentYears: number;
	    past: number;
	    buyers: number;
	    before: string;
	    log: ErasureEntry[];
	}
	export interface RightsForm {
	    alone: boolean;
	    operatorLimit: string;
	    leadLimit: string;
	    pinMinutes: number;
	    lockMinutes: number;
	}
	export interface RightsView {
	    alone: boolean;
	    operatorLimit?: Money;
	    leadLimit?: Money;
	    currency: string;
	    pinMinutes: number;
	    lockMinutes: number;
	}
	export interface RoundView {
	    rows: HomelessView[];
	    total: number;
	    bins: BinView[];
	}
	
	
	export interface RuleChangeView {
	    title: string;
	    kind: string;
	    currency: string;
	    from: string;
	    to: string;
	    fromTitle: string;
	    toTitle: string;
	}
	export interface RuleRowView {
	    reading: string;
	    field: string;
	    kind: string;
	    value: string;
	    currency: string;
	    title: string;
	    source: string;
	    why: string;
	    args: Record<string, any>;
	    alternatives: AlternativeView[];
	    campaigns: CampaignView[];
	    example?: ComputedView;
	}
	export interface RuleVersionView {
	    version: string;
	    since: string;
	    author: string;
	    cases: number;
	    changes: RuleChangeView[];
	}
	export interface RuleView {
	    code: string;
	    version: string;
	    example: string;
	    last: string;
	}
	export interface RulesForm {
	    values: Record<string, string>;
	    campaigns: CampaignView[];
	}
	export interface RulesView {
	    version: string;
	    rows: RuleRowView[];
	    versions: RuleVersionView[];
	}
	
	export interface ScanResult {
	    code: string;
	    kind: string;
	    cases: Row[];
	    orders: SaleView[];
	    bin?: ContentView;
	    unit?: UnitView;
	    tracking: string;
	}
	
	
	export interface StationForm {
	    name: string;
	    prefix: string;
	    language: string;
	    scheme: string;
	}
	export interface WorkshopForm {
	    name: string;
	    street: string;
	    postCode: string;
	    city: string;
	    country: string;
	    email: string;
	    phone: string;
	    siren: string;
	    vat: string;
	    margin: boolean;
	}
	export interface SettingsView {
	    workshop: WorkshopForm;
	    station: StationForm;
	    account: AccountView;
	    scanner: ScannerForm;
	    operators: OperatorView[];
	    dataDir: string;
	    rules: RuleView[];
	}
	export interface SettleForm {
	    refund: string;
	    refunded: boolean;
	    seen: string;
	    pin: string;
	}
	export interface SetupForm {
	    workshop: WorkshopForm;
	    station: StationForm;
	    account: AccountForm;
	    manager: string;
	    pin: string;
	}
	export interface ShiftView {
	    at: string;
	    late: number;
	    today: number;
	    approvals: number;
	    holds: HeldView[];
	    unknown: DoubtedView[];
	    promises: PromisedView[];
	}
	export interface SoldFileView {
	    id: string;
	    name: string;
	    rows: number;
	    good: number;
	    shown: SoldUnitView[];
	    bad: RowFaultView[];
	    badRows: number;
	    ignored: string[];
	    changes: number;
	    repeats: number;
	    earlier?: ImportView;
	}
	export interface SoldFilesView {
	    files: ImportView[];
	}
	
	
	
	
	
	
	export interface StopForm {
	    finding: string;
	}
	
	export interface SyncView {
	    status: Status;
	    waiting: ActionView[];
	    toFix: ActionView[];
	    done: ActionView[];
	    paused: boolean;
	    lanes: LaneView[];
	}
	export interface TeamEntry {
	    at: string;
	    by: string;
	    what: string;
	    who: string;
	    role: string;
	    amount?: Money;
	    count: number;
	}
	export interface TeamView {
	    people: MemberView[];
	    rights: RightsView;
	    propose: boolean;
	    log: TeamEntry[];
	}
	
	
	export interface UnitLineView {
	    line: number;
	    unit: UnitView;
	}
	export interface UnitFileView {
	    id: string;
	    name: string;
	    rows: number;
	    good: number;
	    sample: UnitLineView[];
	    bad: string[];
	    ignored: string[];
	    before: string;
	}
	export interface UnitFilter {
	    state: string;
	    grade: string;
	    text: string;
	    offset: number;
	    limit: number;
	}
	export interface UnitForm {
	    id: string;
	    sku: string;
	    title: string;
	    grade: string;
	    storage: string;
	    colour: string;
	    model: string;
	    imei: string;
	    serial: string;
	    bin: string;
	    note: string;
	    source: string;
	}
	
	export interface UnitPage {
	    rows: UnitView[];
	    total: number;
	    count: Record<string, number>;
	}
	
	export interface UnloadForm {
	    code: string;
	    arrived: string;
	    reason: string;
	    with: string;
	}
	export interface UnloadedView {
	    code: string;
	    what: string;
	    cases: Row[];
	    sold: boolean;
	    ended: boolean;
	    label: string;
	}
	
	export interface VerdictForm {
	    override: string;
	    pin: string;
	}
	
	

}

