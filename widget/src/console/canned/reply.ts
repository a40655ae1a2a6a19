import type { AgentTicket, Message } from '../../contract/hubs';
import { dueWords } from '../../i18n/moscow';
import en from '../../i18n/settings/replies.en.json';
import ru from '../../i18n/settings/replies.ru.json';
import { speech } from '../../i18n/settings/words';
import type { Locale } from '../../i18n/translate';

export const repliesSpeech = speech({ ru, en });

export interface CannedReply {
  id: string;
  version: number;
  /** Nobody else sees it. */
  own: boolean;
  title: string;
  shortcut: string | null;
  /** Empty in a language in which it was not written. */
  text: { russian: string; english: string };
}

/** What a slash asks for: where it stands in the text, and the words after it up to the caret. */
export interface Asked {
  from: number;
  words: string;
}

const longest = 60;
/** What the server fills nothing into: it is done here, where the agent sees it. */
export const placeholders = ['visitor', 'agent', 'ticket', 'deadline', 'clinic'] as const;
type Placeholder = (typeof placeholders)[number];

/** A slash at the beginning of a word asks; one within a word, as in an address, or alone, as in "да / нет", does not. */
export function askedIn(text: string, caret: number): Asked | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('/');
  if (from < 0 || (from > 0 && !/\s/.test(before.charAt(from - 1)))) return null;
  const words = before.slice(from + 1);
  return /^\s|\n/.test(words) || words.length > longest ? null : { from, words };
}

const normal = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** Those that have every word: by shortcut, then by title, then by text; one's own before the team's. */
export function found(replies: readonly CannedReply[], asked: string): readonly CannedReply[] {
  const wanted = normal(asked).split(/\s+/).filter((word) => word !== '');
  const has = (text: string) => wanted.every((word) => normal(text).includes(word));
  const rank = ({ own, title, shortcut, text }: CannedReply) => {
    const place = shortcut === normal(asked) ? 0 : shortcut && normal(shortcut).startsWith(normal(asked)) ? 1 : has(title) ? 2 : has(`${title} ${text.russian} ${text.english}`) ? 3 : Infinity;
    return place * 2 + (own ? 0 : 1);
  };
  return replies
    .map((reply) => ({ reply, at: rank(reply) }))
    .filter(({ at }) => at < Infinity)
    .sort((a, b) => a.at - b.at)
    .map(({ reply }) => reply);
}

/** In which language the customer writes: that of their last letter which has one. */
export function languageOf(messages: readonly Pick<Message, 'author' | 'text'>[]): Locale {
  const last = messages.findLast(({ author, text }) => author === 'Visitor' && /[a-zа-яё]/i.test(text ?? ''));
  return last && !/[а-яё]/i.test(last.text ?? '') ? 'en' : 'ru';
}

/** The text in the wanted language; where it was not written in it, in the other. */
export function spoken({ text }: CannedReply, wanted: Locale): { text: string; locale: Locale } {
  const locale = (wanted === 'en' ? text.english : text.russian) !== '' ? wanted : wanted === 'en' ? 'ru' : 'en';
  return { text: locale === 'en' ? text.english : text.russian, locale };
}

/** The text with what is known in its places; what is not known is a gap in square brackets, for the agent to fill. */
export function filled(reply: CannedReply, { ticket, agent, wanted }: { ticket: AgentTicket; agent: string; wanted: Locale }): string {
  const { text, locale } = spoken(reply, wanted);
  const known: Readonly<Record<Placeholder, string | null | undefined>> = {
    visitor: ticket.visitorName,
    agent,
    ticket: ticket.number,
    deadline: ticket.promise && dueWords(new Date(ticket.promise.due), locale, true),
    clinic: ticket.clinic?.name,
  };
  return text.replace(/\{(\w+)\}/g, (_, name: Placeholder) => known[name] || gap(name, locale));
}

/** As it would reach a customer of whom everything is known. */
export function asExample(text: string, agent: string, locale: Locale): string {
  const w = repliesSpeech(locale);
  const examples: Readonly<Record<string, string>> = {
    visitor: w.t('example.visitor'), agent, ticket: 'IS-2026-000123', deadline: dueWords(new Date('2026-11-24T07:00:00Z'), locale, true), clinic: w.t('example.clinic'),
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => examples[name] ?? whole);
}

const gap = (name: Placeholder, locale: Locale) => `[${repliesSpeech(locale).t(`gap.${name}`)}]`;
const gaps = placeholders.flatMap((name) => [gap(name, 'ru'), gap(name, 'en')]);

/** The first place that nobody has filled, and its length; null when there is none. */
export function gapIn(text: string, from = 0): { at: number; length: number } | null {
  const all = gaps.map((words) => ({ at: text.indexOf(words, from), length: words.length })).filter(({ at }) => at >= 0);
  return all.length === 0 ? null : all.reduce((first, one) => (one.at < first.at ? one : first));
}
