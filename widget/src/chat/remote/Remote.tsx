import { useEffect, useState } from 'preact/hooks';
import type { Message } from '../../contract/hubs';
import { Refused } from '../../core/refused';
import { request } from '../../ui/http';
import { addStyles } from '../../ui/part';
import { refusalWords } from '../extras/refusals';
import { useFace } from '../face';
import { view } from '../view';
import { GivenForm } from './GivenForm';
import styles from './remote.css?inline';
import { lineOf, remoteWords } from './words';

addStyles(styles);

interface Secret {
  code: string | null;
  link: string | null;
}

/** What the thread says of remote support: the invitation is a card, which lives until it is over; all else is a line. */
export const Remote = view(({ message }: { message: Message }) => {
  const { conversation, words } = useFace();
  const { notice, remote } = message;
  if (!remote) return null;
  if (notice !== 'RemoteSupportInvited') return <li class="notice remote-line">{lineOf(message, words.locale)}</li>;
  const last = conversation.messages.value.findLast((other) => other.remote?.session === remote.session);
  return <Card message={message} remote={remote} state={last?.notice ?? notice} />;
});

interface CardProps {
  message: Message;
  remote: NonNullable<Message['remote']>;
  /** What happened last. */
  state: string;
}

function Card({ message, remote, state }: CardProps) {
  const { words } = useFace();
  const w = remoteWords(words.locale);
  const isOpen = state !== 'RemoteSupportDeclined' && state !== 'RemoteSupportEnded';
  const isAgreed = state !== 'RemoteSupportInvited';
  return (
    <li class={`remote-card${isOpen ? '' : ' over'}`} data-testid="remote-card" data-state={state}>
      <h2>{w.t('card.title')}</h2>
      <p>{w.t('card.who', { agent: remote.agentName, company: remote.company })}</p>
      <p>
        {w.t('card.purpose')}: <strong dir="auto">{message.text}</strong>
      </p>
      {isOpen && !remote.asksForId && <Code session={remote.session} />}
      <p class="remote-state" role="status">
        {w.or(`state.${state}`, 'state.Invited', { agent: remote.agentName })}
      </p>
      {isOpen && <Answer remote={remote} isAgreed={isAgreed} isBegun={state === 'RemoteSupportStarted'} />}
      {isOpen && <p class="hint">{w.t('trust')}</p>}
    </li>
  );
}

/** Fetched when it is shown, and kept by nobody. */
function Code({ session }: { session: string }) {
  const w = remoteWords(useFace().words.locale);
  const [secret, show] = useState<Secret | 'gone' | null>(null);
  useEffect(() => void request<Secret>('GET', `/api/visitor/remote-support/${session}`).then(show, () => show('gone')), [session]);
  if (secret === null) return <p>{w.t('loading')}</p>;
  if (secret === 'gone' || secret.code === null || secret.link === null) return <p>{w.t('gone')}</p>;
  return (
    <>
      <p>
        {w.t('code')}: <strong class="remote-code">{secret.code}</strong>
      </p>
      <p>
        <a class="button" href={secret.link} target="_blank" rel="noopener noreferrer nofollow">
          {w.t('open')}
        </a>
      </p>
      <p class="hint">{w.t('open.how')}</p>
    </>
  );
}

function Answer({ remote: { session, asksForId }, isAgreed, isBegun }: { remote: CardProps['remote']; isAgreed: boolean; isBegun: boolean }) {
  const { conversation, words } = useFace();
  const w = remoteWords(words.locale);
  const [refused, refuse] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isOff = isBusy || conversation.link.value !== 'open';
  const tell = (saying: Promise<void>) => {
    refuse('');
    setBusy(true);
    return saying
      .then(
        () => true,
        (error: unknown) => (refuse(error instanceof Refused ? error.code : 'internal'), false),
      )
      .finally(() => setBusy(false));
  };
  const answer = (consent: boolean) => void tell(conversation.say('AcceptRemoteSession', { session, consent }));
  return (
    <>
      {asksForId && <GivenForm isAgreed={isAgreed} isOff={isOff} give={(teamViewerId, password) => tell(conversation.say('GiveRemoteAccess', { session, teamViewerId, password }))} />}
      <p class="remote-row">
        {!asksForId && !isAgreed && (
          <button type="button" class="button" disabled={isOff} onClick={() => answer(true)}>
            {w.t('consent')}
          </button>
        )}
        {!isBegun && (
          <button type="button" class="button quiet" disabled={isOff} onClick={() => answer(false)}>
            {w.t(isAgreed ? 'takeBack' : 'decline')}
          </button>
        )}
      </p>
      <p class="failure" role="alert">
        {refused && (w.find(`refusal.${refused}`) ?? refusalWords(words.locale, refused))}
      </p>
    </>
  );
}
