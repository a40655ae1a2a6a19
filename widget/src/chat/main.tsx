import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { VisitorClient, VisitorHub } from '../contract/hubs';
import { backoff } from '../core/backoff';
import { Connection } from '../core/connection';
import { chatWords } from '../i18n/chat';
import { ServerTime } from '../core/serverTime';
import { asLocale } from '../i18n/translate';
import '../ui/tokens.css';
import '../ui/base.css';
import './styles/panel.css';
import './styles/ticket.css';
import './styles/log.css';
import './styles/composer.css';
import { clock, keep, letterStore, newId, onWake, openHub, random } from '../ui/browser';
import { longest } from '../ui/LengthWords';
import { Conversation } from './conversation';
import { type Face, FaceContext } from './face';
import { readFrameSettings } from './frameSettings';
import { eventTo, type Host, meetHost } from './host';
import { Panel } from './Panel';
import { report } from './report';
import { endSession, type Fatal, fatalReason, startSession } from './session';
import { unreadCounter } from './unread';

const settings = readFrameSettings(document);
const time = new ServerTime(clock);
const isText = (value: unknown): value is string => typeof value === 'string';

function begin(host: Host): void {
  const locale = signal(asLocale(host.init.locale));
  const fatal = signal<Fatal | null>(null);
  let spoken = locale.value;
  const session = () => startSession({ site: settings.site, ...host.init, locale: locale.value });
  const prepare = () =>
    session().then(
      () => true,
      (error: unknown) => (fatal.value = fatalReason(error)) === null,
    );
  const connection = new Connection<VisitorHub, VisitorClient>({ open: () => openHub(`/hubs/visitor?locale=${locale.value}`), clock, random, prepare });
  const conversation = new Conversation({ connection, clock, time, random, newId, store: letterStore('istom-outbox', isText) });
  const face = makeFace(host, conversation, locale, fatal);

  render(
    <FaceContext.Provider value={face.face}>
      <Panel />
    </FaceContext.Provider>,
    document.getElementById('app') ?? document.body,
  );
  report(conversation, eventTo(host));
  onWake(() => connection.wake());
  // The hub speaks the language that it was dialled in.
  locale.subscribe((language) => {
    if (language !== spoken) connection.restart();
    spoken = language;
  });
  host.listen((message) => face.hear(message));
  host.say({ type: 'ready' });

  // Until the first session there is nothing to connect with; the server may be down for a while.
  const first = (failures: number): void => {
    void prepare().then((goOn) => {
      if (fatal.value !== null) return;
      if (goOn) connection.start();
      else clock.after(backoff(failures, random()), () => first(failures + 1));
    });
  };
  first(1);
}

function makeFace(host: Host, conversation: Conversation, locale: ReturnType<typeof signal<'ru' | 'en'>>, fatal: Face['fatal']) {
  const draftKept = keep(() => sessionStorage, 'istom-draft');
  const draft = signal(draftKept.get() ?? '');
  effect(() => draftKept.set(draft.value));
  const openings = signal(0);
  const isOpen = signal(!host.isEmbedded);
  const isVisible = signal(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', () => (isVisible.value = document.visibilityState === 'visible'));

  const isSeen = computed(() => isOpen.value && isVisible.value);
  const unread = unreadCounter(conversation, isSeen, keep(() => localStorage, 'istom-read'));
  effect(() => host.say({ type: 'unread', count: unread.value }));
  effect(() => {
    if (conversation.messages.value.length > 0) host.say({ type: 'underway' });
  });
  const words = signal(chatWords(locale.value ?? 'ru'));
  effect(() => {
    words.value = chatWords(locale.value ?? 'ru');
    document.documentElement.lang = words.value.locale;
    document.title = words.value.t('title');
  });

  const face: Face = { conversation, words, draft, fatal, openings, isEmbedded: host.isEmbedded, now: time.now, close: () => host.say({ type: 'close' }) };
  const hear: Parameters<Host['listen']>[0] = (message) => {
    if (message.type === 'opened') {
      isOpen.value = true;
      openings.value++;
    } else if (message.type === 'closed') isOpen.value = false;
    else if (message.type === 'prefill') draft.value = message.text.slice(0, longest);
    else if (message.type === 'locale') locale.value = asLocale(message.locale);
    else {
      conversation.wipe();
      void endSession().catch(() => {});
      draft.value = '';
    }
  };
  return { face, hear };
}

void meetHost(window, settings).then(begin);
