// Generated from src/iStom.Chat.Server/Hubs; do not edit. A test fails when the two differ, and says how to renew it.

export type ActorKind = 'Visitor' | 'Agent' | 'Desk' | 'Integration';
export type AgentRole = 'Agent' | 'Supervisor' | 'Administrator';
export type AlarmKind = 'DeadlineNear' | 'DeadlineMissed' | 'PaidAtNight';
export type AuthorKind = 'Visitor' | 'Agent';
export type Availability = 'Online' | 'Away' | 'PaidDuty';
export type CallState = 'Ringing' | 'Answered' | 'Ended';
export type CallbackTime = 'AnyTime' | 'Morning' | 'Afternoon' | 'Evening';
export type Channel = 'Chat' | 'Email' | 'Agent' | 'Phone';
export type Confirmation = 'None' | 'Later' | 'First';
export type Criticality = 'Normal' | 'Claimed' | 'Confirmed' | 'Rejected';
export type Lane = 'Critical' | 'AtRisk' | 'InTurn';
export type QueueReason = 'RestoreWorkConfirmed' | 'RestoreWorkClaimed' | 'DeadlineNear' | 'InTurn';
export type RequestKind = 'Question' | 'FirstInstallation' | 'WorkStopped' | 'CriticalError' | 'Training' | 'ModuleSetup' | 'WindowsHelp' | 'OutOfScope' | 'DevelopmentRequest';
export type Scope = 'Served' | 'OfferPaid' | 'NotServed';
export type SupportLevel = 'Standard' | 'Urgent' | 'Paid';
export type SupportPlan = 'Standard' | 'Paid';
export type TicketNotice = 'Opened' | 'Resolved' | 'Reopened' | 'CriticalityConfirmed' | 'CriticalityRejected' | 'WithDevelopment' | 'NewVersion' | 'CallbackRequested' | 'RemoteSupportInvited' | 'RemoteSupportConsented' | 'RemoteSupportDeclined' | 'RemoteSupportStarted' | 'RemoteSupportEnded';
export type TicketStatus = 'Waiting' | 'InProgress' | 'AwaitingCustomer' | 'WithDevelopment' | 'Resolved' | 'Closed';

export interface AcceptRemoteRequest {
  session: string;
  consent: boolean;
}

export interface Ack {
  id: string;
  sequence: number;
  sentAt: string;
  ticket: VisitorTicket | null;
}

export interface AgentTicket {
  id: string;
  number: string;
  version: number;
  status: TicketStatus;
  kind: RequestKind;
  level: SupportLevel;
  scope: Scope;
  criticality: Criticality;
  claim: ClaimView | null;
  promise: PromiseView | null;
  assignedTo: Person | null;
  conversationId: string;
  visitorId: string;
  visitorName: string | null;
  verified: boolean;
  blocked: boolean;
  clinic: ClinicView | null;
  clinicProposal: ClinicProposalView | null;
  site: string;
  channel: Channel;
  preview: string;
  openedAt: string;
  articles: ShownArticleView[];
  feedback: FeedbackView | null;
  developmentItem: string | null;
  callback: CallbackView | null;
  remote: RemoteSessionView | null;
}

export interface AlarmRequest {
  alarm: string;
}

export interface AlarmView {
  id: string;
  kind: AlarmKind;
  ticket: string;
  number: string;
  level: SupportLevel;
  due: string;
  times: number;
}

export interface AttachmentView {
  id: string;
  name: string;
  mediaType: string;
  picture: boolean;
  size: number;
}

export interface AvailabilityRequest {
  availability: Availability;
}

export interface CallTicket {
  id: string;
  number: string;
  preview: string;
  status: TicketStatus;
  holder: string | null;
}

export interface CallView {
  id: string;
  number: string | null;
  tel: string | null;
  state: CallState;
  missed: boolean;
  at: string;
  seconds: number | null;
  name: string | null;
  clinics: ClinicView[];
  tickets: CallTicket[];
}

export interface CallbackView {
  number: string;
  tel: string | null;
  time: CallbackTime;
  at: string;
}

export interface ChangeKindRequest {
  ticket: string;
  kind: RequestKind;
  reason: string | null;
}

export interface ClaimRequest {
  kind: RequestKind;
}

export interface ClaimView {
  kind: RequestKind;
  at: string;
  byVisitor: boolean;
  counts: boolean;
}

export interface ClinicProposalView {
  id: string;
  name: string;
  confirmed: boolean | null;
}

export interface ClinicView {
  id: string;
  name: string;
  tariff: string;
  plan: SupportPlan;
}

export interface Colleague {
  id: string;
  name: string;
  availability: Availability;
}

export interface DeskHours {
  now: string;
  open: boolean;
  opensAt: string | null;
  closesAt: string | null;
  agentsOnline: number;
}

export interface DeskView {
  me: Me;
  queue: QueueView;
  mine: AgentTicket[];
  present: Colleague[];
  hours: DeskHours;
  paidGap: PaidGapView | null;
  alarms: AlarmView[];
  calls: CallView[];
  callbacks: CallTicket[];
  words: OwnWord[];
}

export interface FeedbackView {
  helped: boolean | null;
  stars: number | null;
  comment: string | null;
  open: boolean;
}

export interface GiveRemoteRequest {
  session: string;
  teamViewerId: string | null;
  password: string | null;
}

export interface HandOverRequest {
  tickets: HandedTicket[];
  to: string | null;
}

export interface HandedTicket {
  ticket: string;
  note: string;
}

export interface HelpedRequest {
  helped: boolean;
  ticket: string | null;
}

export interface HistoryRequest {
  before: number;
  limit: number;
}

export interface JoinReply {
  conversationId: string | null;
  messages: Message[];
  lastSequence: number;
  ticket: VisitorTicket | null;
  reads: ReadMarker[];
  desk: DeskHours;
}

export interface JoinRequest {
  after: number;
}

export interface KindOffer {
  kind: RequestKind;
  level: SupportLevel;
  scope: Scope;
  confirmation: Confirmation;
  promise: PromiseView;
  offer: string | null;
}

export interface LocalizedName {
  russian: string;
  english: string;
}

export interface Me {
  id: string;
  name: string;
  roles: AgentRole[];
  paidSupport: boolean;
}

export interface Message {
  id: string;
  sequence: number;
  sentAt: string;
  author: AuthorKind | null;
  authorName: string | null;
  text: string | null;
  replyTo: string | null;
  notice: TicketNotice | null;
  ticketNumber: string | null;
  attachments: AttachmentView[] | null;
  mail: MessageMail | null;
  said: LocalizedName | null;
  callback: CallbackTime | null;
  remote: RemoteNotice | null;
}

export interface MessageMail {
  subject: string;
  folded: string | null;
  isCut: boolean;
  leftOut: string[] | null;
  original: string | null;
}

export interface OpenReply {
  ticket: AgentTicket;
  messages: Message[];
  lastSequence: number;
  events: TicketEventView[];
  reads: ReadMarker[];
  related: AgentTicket[];
  earlier: Message[];
}

export interface OpenRequest {
  ticket: string;
  after: number;
}

export interface OwnWord {
  key: string;
  text: string;
}

export interface PaidGapView {
  from: string;
  until: string;
  isAbsence: boolean;
}

export interface Person {
  id: string;
  name: string;
}

export interface PromiseView {
  due: string;
  start: string;
  remaining: number;
  countsNow: boolean;
  provisional: boolean;
  explanation: string[];
}

export interface QueueItem {
  ticket: AgentTicket;
  place: number;
  lane: Lane;
  reason: QueueReason;
  waitingSince: string;
}

export interface QueuePlaceView {
  ahead: number;
  more: boolean;
  lane: Lane;
  reason: QueueReason;
  critical: number;
}

export interface QueueView {
  items: QueueItem[];
  total: number;
  asOf: string;
}

export interface RateRequest {
  stars: number;
  comment: string | null;
}

export interface ReadMarker {
  side: AuthorKind;
  sequence: number;
}

export interface ReadRequest {
  sequence: number;
}

export interface RejectRequest {
  ticket: string;
  reason: string | null;
}

export interface RemoteNotice {
  session: string;
  company: string;
  agentName: string;
  asksForId: boolean;
  seconds: number | null;
}

export interface RemoteSessionView {
  session: string;
  purpose: string;
  agentName: string;
  asksForId: boolean;
  invitedAt: string;
  consentedAt: string | null;
  startedAt: string | null;
}

export interface SeenArticle {
  id: string;
  read: boolean;
}

export interface SendReply {
  id: string;
  ticket: string;
  text: string;
  note: boolean;
  attachments: string[] | null;
  replyTo: string | null;
}

export interface SendRequest {
  id: string;
  text: string;
  kind: RequestKind | null;
  replyTo: string | null;
  articles: SeenArticle[] | null;
  consent: boolean;
  attachments: string[] | null;
}

export interface SentReply {
  id: string;
  sequence: number;
  sentAt: string;
}

export interface ShownArticleView {
  id: string;
  title: string;
  read: boolean;
}

export interface TicketEventView {
  sequence: number;
  at: string;
  type: string;
  byKind: ActorKind | null;
  by: string | null;
  about: string | null;
  detail: string | null;
  text: string | null;
  due: string | null;
  missed: boolean;
  messages: string[] | null;
  attachments: AttachmentView[] | null;
  seconds: number | null;
}

export interface TicketHistoryRequest {
  ticket: string;
  before: number;
  limit: number;
}

export interface TicketReadRequest {
  ticket: string;
  sequence: number;
}

export interface TicketRequest {
  ticket: string;
}

export interface TicketTypingRequest {
  ticket: string;
  active: boolean;
}

export interface TransferRequest {
  ticket: string;
  to: string;
}

export interface TypingRequest {
  active: boolean;
}

export interface VisitorTicket {
  number: string;
  version: number;
  status: TicketStatus;
  kind: RequestKind;
  level: SupportLevel;
  criticality: Criticality;
  promise: PromiseView | null;
  place: QueuePlaceView | null;
  agentName: string | null;
  rejectionReason: string | null;
  feedback: FeedbackView | null;
}

/** What a visitor may call on /hubs/visitor. */
export interface VisitorHub {
  Join(request: JoinRequest): Promise<JoinReply>;
  Send(request: SendRequest): Promise<Ack>;
  Claim(request: ClaimRequest): Promise<VisitorTicket>;
  Helped(request: HelpedRequest): Promise<VisitorTicket>;
  Rate(request: RateRequest): Promise<VisitorTicket>;
  AcceptRemoteSession(request: AcceptRemoteRequest): Promise<VisitorTicket>;
  GiveRemoteAccess(request: GiveRemoteRequest): Promise<VisitorTicket>;
  Read(request: ReadRequest): Promise<void>;
  Typing(request: TypingRequest): Promise<void>;
  Kinds(): Promise<KindOffer[]>;
  History(request: HistoryRequest): Promise<Message[]>;
}

/** What the server tells a visitor. */
export interface VisitorClient {
  Messages(messages: Message[]): void;
  Ticket(ticket: VisitorTicket): void;
  Desk(desk: DeskHours): void;
  Read(marker: ReadMarker): void;
  Typing(who: string, active: boolean): void;
}

/** What an agent may call on /hubs/agent. */
export interface AgentHub {
  Desk(): Promise<DeskView>;
  SetAvailability(request: AvailabilityRequest): Promise<Colleague[]>;
  Acknowledge(request: AlarmRequest): Promise<AlarmView[]>;
  TakeNext(): Promise<OpenReply>;
  Take(request: TicketRequest): Promise<OpenReply>;
  Open(request: OpenRequest): Promise<OpenReply>;
  Send(request: SendReply): Promise<SentReply>;
  History(request: TicketHistoryRequest): Promise<Message[]>;
  ChangeKind(request: ChangeKindRequest): Promise<AgentTicket>;
  ConfirmCriticality(request: TicketRequest): Promise<AgentTicket>;
  RejectCriticality(request: RejectRequest): Promise<AgentTicket>;
  ConfirmClinic(request: TicketRequest): Promise<AgentTicket>;
  DeclineClinic(request: TicketRequest): Promise<AgentTicket>;
  Transfer(request: TransferRequest): Promise<AgentTicket>;
  Release(request: TicketRequest): Promise<AgentTicket>;
  HandOver(request: HandOverRequest): Promise<AgentTicket[]>;
  EndWait(request: TicketRequest): Promise<AgentTicket>;
  Resolve(request: TicketRequest): Promise<AgentTicket>;
  Reopen(request: TicketRequest): Promise<AgentTicket>;
  Read(request: TicketReadRequest): Promise<void>;
  Typing(request: TicketTypingRequest): Promise<void>;
}

/** What the server tells an agent. */
export interface AgentClient {
  Queue(queue: QueueView): void;
  Ticket(ticket: AgentTicket): void;
  Messages(ticket: string, messages: Message[]): void;
  TicketEvents(ticket: string, events: TicketEventView[]): void;
  Read(ticket: string, marker: ReadMarker): void;
  Typing(ticket: string, who: string, active: boolean): void;
  Presence(present: Colleague[]): void;
  PaidGaps(gaps: PaidGapView[]): void;
  Alarms(alarms: AlarmView[]): void;
  Calls(calls: CallView[], callbacks: CallTicket[]): void;
}
