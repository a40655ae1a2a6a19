import type { RefObject } from 'preact';
import { Refused } from '../../core/refused';
import enExtras from '../../i18n/panel/extras.en.json';
import ruExtras from '../../i18n/panel/extras.ru.json';
import en from '../../i18n/panel/quote.en.json';
import ru from '../../i18n/panel/quote.ru.json';
import enMail from '../../i18n/mail.en.json';
import ruMail from '../../i18n/mail.ru.json';
import { words } from '../../i18n/translate';
import type { ClinicProposalView, Message, MessageMail } from '../../contract/hubs';
import '../../ui/emoji/emoji.css';
import { EmojiButton } from '../../ui/emoji/EmojiButton';
import { RichText } from '../../ui/RichText';
import { goTo } from '../../ui/quote/goTo';
import { Quote, QuoteButton, Quoting } from '../../ui/quote/Quote';
import '../../ui/quote/quote.css';
import { useFace, useOpenTicket } from '../face';
import { api } from '../settings/kit/http';
import './extras.css';

export { PhoneBox } from '../phone/PhoneBox';

/** An older message is looked for in at most so many pages at one press. */
const mostPages = 10;

function useQuotes() {
  const face = useFace();
  const locale = face.locale.value;
  const w = words(locale, locale === 'en' ? (en as typeof ru) : ru);
  const nameOf = ({ authorName }: Message) => authorName ?? face.desk.open.value?.ticket.value.visitorName ?? face.words.value.t('visitor');
  return { ...face, w, nameOf };
}

/** What a message answers, read from where it stands. */
export function Quoted({ id }: { id: string }) {
  const { desk, w, nameOf } = useQuotes();
  const open = desk.open.value;
  const find = () => open?.messages.value.find((other) => other.id === id);
  const show = async () => {
    for (let page = 0; !find() && open?.hasOlder.value && page < mostPages; page++) await desk.older();
    goTo(id);
  };
  const message = find();
  return <Quote w={w} name={message && nameOf(message)} message={message} go={() => void show()} />;
}

/** Not where one only reads. */
export function QuoteThis({ message }: { message: Message }) {
  const { desk, stage, w } = useQuotes();
  const opened = useOpenTicket();
  const messages = desk.open.value?.messages.value ?? [];
  if (!opened?.stands.isHeld || !messages.includes(message)) return null;
  const quote = () => {
    stage.quoted.value = { ticket: opened.ticket.id, message };
    stage.mode.value = 'reply';
    document.querySelector<HTMLElement>('.composer textarea')?.focus();
  };
  const isNewest = messages.findLast(({ author }) => author !== null) === message;
  return <QuoteButton w={w} message={message} isNewest={isNewest} quote={quote} />;
}

/** Above the box: what the next reply answers. */
export function QuotingNow({ ticket }: { ticket: string }) {
  const { stage, w, nameOf } = useQuotes();
  const quoted = stage.quoted.value;
  return quoted?.ticket === ticket ? <Quoting w={w} name={nameOf(quoted.message)} message={quoted.message} cancel={() => (stage.quoted.value = null)} /> : null;
}

export function Emoji({ box }: { box: RefObject<HTMLTextAreaElement> }) {
  const locale = useFace().locale.value;
  return <EmojiButton label={(locale === 'en' ? enExtras : ruExtras).emoji} locale={locale} box={box} />;
}

function useMailWords() {
  const locale = useFace().locale.value;
  return words(locale, locale === 'en' ? (enMail as typeof ruMail) : ruMail);
}

/** Above a message that came by mail: that it did, and under which subject. */
export function MailHead({ subject }: { subject: string }) {
  const w = useMailWords();
  return (
    <p class="mail-head">
      <span class="chip">{w.t('mail')}</span> {subject}
    </p>
  );
}

/** Below it: what was folded away, what is missing here, and the mail itself. */
export function MailFoot({ mail }: { mail: MessageMail }) {
  const w = useMailWords();
  return (
    <>
      {mail.folded !== null && (
        <details class="mail-folded">
          <summary>{w.t('folded')}</summary>
          <RichText text={mail.folded} />
        </details>
      )}
      {mail.leftOut && <p class="mail-missing">{w.t('leftOut', { names: mail.leftOut.join(', ') })}</p>}
      {mail.isCut && <p class="mail-missing">{w.t(mail.original ? 'isCut' : 'isTooBig')}</p>}
      {mail.original && (
        <p class="foot">
          <a href={`/api/attachments/${mail.original}`}>{w.t('original')}</a>
        </p>
      )}
    </>
  );
}

/** Below an answer that goes by mail: whether it has left, and what its server or the customer's says. */
export function SentByMail({ id }: { id: string }) {
  const open = useFace().desk.open.value;
  const w = useMailWords();
  const told = open?.events.value.filter(({ type, messages }) => (type === 'ReplyMailed' || type === 'MailUndelivered') && messages?.includes(id)) ?? [];
  const last = told.findLast(({ type }) => type === 'MailUndelivered') ?? told.at(-1);
  if (!last && open?.ticket.value.channel !== 'Email') return null;
  const state = !last ? 'waits' : last.type === 'ReplyMailed' ? 'left' : last.detail === 'ForGood' ? 'failed' : 'delayed';
  return (
    <p class={`mail-sent is-${state}`}>
      <span class="chip">{w.t('mail.out')}</span> {w.t(`sent.${state}`, { status: last?.about ?? '' })}
      {state === 'failed' && last?.text && <small>{last.text}</small>}
    </p>
  );
}

/** A mail that no person seemed to have written, until an agent says that one has. */
export function HeldBack({ mail }: { mail: string }) {
  const { desk } = useFace();
  const w = useMailWords();
  const isOpened = desk.open.value?.events.value.some(({ type, messages }) => type === 'HeldMailOpened' && messages?.includes(mail));
  const open = async () => {
    try {
      await desk.openLinked((await api.post<{ ticket: string }>(`/api/mail/held-back/${mail}/open`)).ticket);
    } catch (error) {
      desk.refusal.value = error instanceof Refused ? error.code : 'lost';
    }
  };
  return isOpened ? null : (
    <>
      {' '}
      <button type="button" class="plain" onClick={() => void open()}>
        {w.t('held.person')}
      </button>
    </>
  );
}

/** The address is a clinic's, but anybody can write under any: an agent decides, and may think better of it. */
export function ClinicProposed({ ticket, proposal }: { ticket: string; proposal: ClinicProposalView }) {
  const { desk } = useFace();
  const w = useMailWords();
  const answer = (call: 'ConfirmClinic' | 'DeclineClinic') => void desk.change(call, { ticket });
  return (
    <span class="clinic-proposed">
      {proposal.confirmed === null && <span>{w.t('clinic.proposed', { clinic: proposal.name })}</span>}
      {proposal.confirmed === false && <span>{w.t('clinic.declined', { clinic: proposal.name })}</span>}
      {!proposal.confirmed && (
        <button type="button" class="plain" disabled={desk.isBusy.value} onClick={() => answer('ConfirmClinic')}>
          {w.t('clinic.confirm')}
        </button>
      )}
      {proposal.confirmed !== false && (
        <button type="button" class="plain" disabled={desk.isBusy.value} onClick={() => answer('DeclineClinic')}>
          {w.t('clinic.decline')}
        </button>
      )}
    </span>
  );
}
