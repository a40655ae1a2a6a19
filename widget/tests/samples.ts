import type { AgentTicket, DeskHours, DeskView, JoinReply, KindOffer, Message, PromiseView, QueueItem, TicketEventView, VisitorTicket } from '../src/contract/hubs';

export const open: DeskHours = { now: '2026-11-23T09:00:00.000Z', open: true, opensAt: null, closesAt: '2026-11-23T16:00:00.000Z', agentsOnline: 1 };
export const closed: DeskHours = { now: '2026-11-23T03:00:00.000Z', open: false, opensAt: '2026-11-23T07:00:00.000Z', closesAt: null, agentsOnline: 0 };

export const promise = (changes: Partial<PromiseView> = {}): PromiseView => ({
  due: '2026-11-24T13:00:00.000Z',
  start: '2026-11-23T09:00:00.000Z',
  remaining: 7200,
  countsNow: true,
  provisional: false,
  explanation: ['Уровень «Стандартная»: 18 рабочих часов.', '4 ноября — День народного единства.'],
  ...changes,
});

export const message = (sequence: number, changes: Partial<Message> = {}): Message => ({
  id: `m${sequence}`,
  sequence,
  sentAt: new Date(Date.parse('2026-11-23T09:00:00Z') + sequence * 1000).toISOString(),
  author: 'Agent',
  authorName: 'Оператор 1',
  text: `Сообщение ${sequence}`,
  replyTo: null,
  notice: null,
  ticketNumber: null,
  attachments: null,
  mail: null, said: null, remote: null,
  callback: null,
  ...changes,
});

export const visitorTicket = (changes: Partial<VisitorTicket> = {}): VisitorTicket => ({
  number: 'IS-2026-000123',
  version: 1,
  status: 'Waiting',
  kind: 'Question',
  level: 'Standard',
  criticality: 'Normal',
  promise: promise(),
  place: { ahead: 3, more: false, lane: 'InTurn', reason: 'InTurn', critical: 0 },
  agentName: null,
  rejectionReason: null,
  feedback: null,
  ...changes,
});

export const joinReply = (messages: Message[] = [], changes: Partial<JoinReply> = {}): JoinReply => ({
  conversationId: 'c1',
  messages,
  lastSequence: messages.at(-1)?.sequence ?? 0,
  ticket: null,
  reads: [],
  desk: open,
  ...changes,
});

export const agentTicket = (n: number, changes: Partial<AgentTicket> = {}): AgentTicket => ({
  id: `t${n}`,
  number: `IS-2026-00010${n}`,
  version: 1,
  status: 'Waiting',
  kind: 'Question',
  level: 'Standard',
  scope: 'Served',
  criticality: 'Normal',
  claim: null,
  promise: promise(),
  assignedTo: null,
  conversationId: `c${n}`,
  visitorId: `v${n}`,
  visitorName: null,
  verified: false,
  blocked: false,
  clinic: { id: `c${n}`, name: `Клиника ${n}`, tariff: 'Базовый', plan: 'Standard' },
  clinicProposal: null,
  site: 'i-stom.ru',
  channel: 'Chat',
  preview: `Вопрос ${n}`,
  openedAt: '2026-11-23T08:00:00.000Z',
  articles: [],
  feedback: null, developmentItem: null, remote: null,
  callback: null,
  ...changes,
});

export const queueItem = (n: number, changes: Partial<QueueItem> = {}): QueueItem => ({
  ticket: agentTicket(n),
  place: n,
  lane: 'InTurn',
  reason: 'InTurn',
  waitingSince: '2026-11-23T08:00:00.000Z',
  ...changes,
});

export const deskView = (items: QueueItem[], changes: Partial<DeskView> = {}): DeskView => ({
  me: { id: 'a1', name: 'Оператор 1', roles: ['Agent'], paidSupport: false },
  queue: { items, total: items.length, asOf: '2026-11-23T09:00:00.000Z' },
  mine: [],
  present: [{ id: 'a1', name: 'Оператор 1', availability: 'Online' }],
  hours: open,
  paidGap: null,
  words: [],
  alarms: [],
  calls: [],
  callbacks: [],
  ...changes,
});

export const ticketEvent = (sequence: number, type: string, changes: Partial<TicketEventView> = {}): TicketEventView => ({
  sequence,
  at: new Date(Date.parse('2026-11-23T09:00:00Z') + sequence * 1000).toISOString(),
  type,
  byKind: null,
  by: null,
  about: null,
  detail: null,
  text: null,
  due: null,
  missed: false,
  messages: null,
  attachments: null,
  seconds: null,
  ...changes,
});

export const offers: KindOffer[] = [
  { kind: 'Question', level: 'Standard', scope: 'Served', confirmation: 'None', promise: promise({ explanation: [] }), offer: null },
  { kind: 'FirstInstallation', level: 'Urgent', scope: 'Served', confirmation: 'None', promise: promise({ due: '2026-11-23T11:00:00.000Z' }), offer: null },
  { kind: 'WorkStopped', level: 'Urgent', scope: 'Served', confirmation: 'Later', promise: promise({ due: '2026-11-23T11:00:00.000Z' }), offer: null },
  { kind: 'CriticalError', level: 'Urgent', scope: 'Served', confirmation: 'Later', promise: promise({ due: '2026-11-23T11:00:00.000Z' }), offer: null },
  { kind: 'Training', level: 'Standard', scope: 'OfferPaid', confirmation: 'None', promise: promise(), offer: null },
  { kind: 'OutOfScope', level: 'Standard', scope: 'NotServed', confirmation: 'None', promise: promise(), offer: null },
];
