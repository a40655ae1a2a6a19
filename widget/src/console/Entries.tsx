import type { ComponentChildren } from 'preact';
import type { Message, TicketEventView, TicketNotice } from '../contract/hubs';
import type { Letter } from '../core/outbox';
import { dayKey, dayWords, messageTime } from '../i18n/moscow';
import { RichText } from '../ui/RichText';
import type { Reply } from './deskOptions';
import { eventWords } from './eventWords';
import { Extra } from './Extra';
import { useFace } from './face';
import { FileNames } from './FileNames';
import { Lock } from './Lock';
import type { Entry } from './transcript';

export function DayMark({ at, before }: { at: string; before: string | undefined }) {
  const { words, now } = useFace();
  const w = words.value;
  const day = new Date(at);
  if (before !== undefined && dayKey(new Date(before), true) === dayKey(day, true)) return null;
  return <li class="day">{dayWords(day, new Date(now.peek()), w.locale, { today: w.t('day.today'), yesterday: w.t('day.yesterday') }, true)}</li>;
}

type RemoteNotice = Extract<TicketNotice, `RemoteSupport${string}`>;

interface EntryProps {
  isLastOfOurs: boolean;
  /** It is what this ticket, split off from another, is about. */
  isAbout: boolean | undefined;
}

export function EntryView({ entry, ...rest }: EntryProps & { entry: Entry }) {
  return entry.kind === 'message' ? <MessageView message={entry.message} {...rest} /> : <EventView event={entry.event} />;
}

function Time({ at }: { at: string }) {
  const w = useFace().words.value;
  return <time dateTime={at}>{messageTime(new Date(at), w.locale, true)}</time>;
}

function MessageView({ message, isLastOfOurs, isAbout }: EntryProps & { message: Message }) {
  const { words, desk } = useFace();
  const w = words.value;
  if (message.author === null) {
    if (!message.notice) return null;
    return (
      <li class="event">
        {message.remote ? w.t(`event.${message.notice as RemoteNotice}`, { by: message.remote.agentName }) : w.t(`notice.${message.notice as Exclude<TicketNotice, RemoteNotice>}`, { number: message.ticketNumber ?? '' })}
        {message.text !== null && `: ${message.text}`}
        {message.callback && `, ${w.t(`callback.${message.callback}`)}`} · <Time at={message.sentAt} />
        {message.said && <RichText text={message.said[w.locale === 'en' ? 'english' : 'russian']} />}
      </li>
    );
  }
  const isVisitor = message.author === 'Visitor';
  const name = message.authorName ?? (isVisitor ? (desk.open.value?.ticket.value.visitorName ?? w.t('visitor')) : '');
  return (
    <li class={`entry ${isVisitor ? 'visitor' : 'agent'}`} data-testid="message" data-id={message.id} data-author={isVisitor ? 'visitor' : 'agent'}>
      <p class="entry-head">
        <strong>{name}</strong> <Time at={message.sentAt} /> {isAbout && <span class="chip">{w.t('about')}</span>}
        <Extra of="QuoteThis" message={message} />
      </p>
      {message.replyTo && <Extra of="Quoted" id={message.replyTo} />}
      {message.mail && <Extra of="MailHead" subject={message.mail.subject} />}
      <RichText text={message.text ?? ''} />
      <FileNames files={message.attachments} />
      {message.mail && <Extra of="MailFoot" mail={message.mail} />}
      {!isVisitor && <Extra of="SentByMail" id={message.id} />}
      {isLastOfOurs && desk.open.value?.ticket.value.channel !== 'Email' && <p class="foot">{w.t((desk.open.value?.visitorRead.value ?? 0) >= message.sequence ? 'letter.read' : 'letter.saved')}</p>}
    </li>
  );
}

function EventView({ event }: { event: TicketEventView }) {
  const w = useFace().words.value;
  const isCall = event.type === 'CallLogged';
  if (isCall || event.type === 'NoteWritten')
    return (
      <li class="note" data-testid={isCall ? 'call-note' : 'note'}>
        <NoteHead by={event.by ?? ''} />
        {isCall && <p>{eventWords({ ...event, text: null }, w)}</p>}
        <RichText text={event.text ?? ''} />
        <FileNames files={event.attachments} />
        <p class="foot">
          <Time at={event.at} />
        </p>
      </li>
    );
  const line = (
    <li class="event">
      {eventWords(event, w)} · <Time at={event.at} />
      {event.type === 'MailHeldBack' && <Extra of="HeldBack" mail={event.messages?.[0] ?? ''} />}
    </li>
  );
  return event.type === 'TicketLinked' ? <Linked>{line}</Linked> : line;
}

/** What the visitor wrote before a site said who they are: it is in no other place of the desk. */
function Linked({ children }: { children: ComponentChildren }) {
  const { words, desk } = useFace();
  return (
    <>
      <li class="event">{words.value.t('earlier')}</li>
      {desk.open.value?.earlier.value.map((message) => message.author && <MessageView key={message.id} message={message} isLastOfOurs={false} isAbout={false} />)}
      {children}
    </>
  );
}

function NoteHead({ by }: { by: string }) {
  const w = useFace().words.value;
  return (
    <p class="entry-head">
      <Lock /> <strong>{by}</strong> <span>{w.t('note.label')}</span>
    </p>
  );
}

/** What the agent wrote and the server has not stored yet. */
export function LetterView({ letter }: { letter: Letter<Reply> }) {
  const { words, desk } = useFace();
  const w = words.value;
  const { note, text, replyTo, files } = letter.body;
  return (
    <li class={`${note ? 'note' : 'entry agent'} ${letter.state}`} data-testid={note ? 'note' : 'message'} data-author="agent" data-state={letter.state}>
      {note && <NoteHead by={desk.me.value?.name ?? ''} />}
      {replyTo && <Extra of="Quoted" id={replyTo} />}
      <RichText text={text} />
      <FileNames files={files} />
      <p class="foot">
        {w.t(`letter.${letter.state}`)}
        {letter.state === 'failed' && (
          <>
            : {w.or(`refusal.${letter.code ?? ''}`, 'refusal.unknown', { code: letter.code ?? '' })}{' '}
            <button type="button" class="plain" onClick={() => desk.retry(letter.id)}>
              {w.t('retry')}
            </button>{' '}
            <button type="button" class="plain" onClick={() => desk.discard(letter.id)}>
              {w.t('discard')}
            </button>
          </>
        )}
      </p>
    </li>
  );
}
