import en from '../../../i18n/settings/mail.en.json';
import ru from '../../../i18n/settings/mail.ru.json';
import { speech } from '../../../i18n/settings/words';

export const securities = ['ImplicitTls', 'StartTls', 'PlaintextOnLoopback'] as const;
export const signIns = ['Password', 'OAuth2'] as const;

export interface MailServer {
  host: string;
  port: number;
  security: (typeof securities)[number];
  user: string | null;
  signIn: (typeof signIns)[number];
}

export interface Mailbox {
  id: string;
  address: string;
  sender: { russian: string; english: string };
  language: 'Russian' | 'English';
  incoming: MailServer | null;
  folder: string;
  outgoing: MailServer | null;
  isPaused: boolean;
  handOverHint: string | null;
  usesReplyTokens: boolean;
}

/** The last of each outcome. */
export interface Attempt {
  workedAt: string | null;
  failedAt: string | null;
  code: string | null;
  words: string | null;
}

export interface KeptMailbox {
  mailbox: Mailbox;
  version: number;
  incoming: Attempt | null;
  outgoing: Attempt | null;
}

export interface Unsent {
  id: string;
  kind: 'Reply' | 'Acknowledgement' | 'Alarm' | 'Notice' | 'Invitation';
  ticket: string;
  number: string;
  tries: number;
  due: string;
  parkedAt: string | null;
  reason: string | null;
}

export interface HeldBack {
  id: string;
  at: string;
  reason: string;
  from: string | null;
  subject: string | null;
  original: string | null;
  ticket: string | null;
}

/** Of all mailboxes. */
export interface MailSettings {
  largestMebibytes: number;
  mostPerHour: number;
  mostAcknowledgements: number;
  readingMinutes: number;
  heldBackDays: number;
}

export interface KeptSettings {
  settings: MailSettings;
  version: number;
}

export interface Mail {
  mailboxes: readonly KeptMailbox[];
  settings: KeptSettings;
  letters: readonly Unsent[];
  heldBack: readonly HeldBack[];
}

export const mailSpeech = speech({ ru, en });

export type MailWords = ReturnType<typeof mailSpeech>;

/** Why a server was of no use, and what to do; its codes are stable. */
export const failureWords = (code: string, w: MailWords) => w.or(`failure.${code}`, 'failure.other', { code });
