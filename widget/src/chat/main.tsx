import { render } from 'preact';
import type { RequestKind, VisitorClient, VisitorHub } from '../contract/hubs';
import { backoff } from '../core/backoff';
import { Connection } from '../core/connection';
import { ServerTime } from '../core/serverTime';
import { computed, type ReadonlySignal, signal } from '../core/signals';
import { chatWords } from '../i18n/chat';
import { asLocale } from '../i18n/translate';
import base from '../ui/base.css?inline';
import { clock, newId, random } from '../ui/browser';
import { hubOpener } from '../ui/hubOpener';
import { longest } from '../ui/LengthWords';
import tokens from '../ui/tokens.css?inline';
import { Conversation } from './conversation';
import { type Face, provideFace } from './face';
import { readFrameSettings } from './frameSettings';
import { type Host, meetHost } from './host';
import type { Surroundings } from './afterwards';
import { Panel } from './Panel';
import { endSession, type Fatal, fatalReason, type Session, startSession } from './session';
import composer from './styles/composer.css?inline';
import kinds from './styles/kinds.css?inline';
import log from './styles/log.css?inline';
import panel from './styles/panel.css?inline';
import ticket from './styles/ticket.css?inline';

// In the script and not in files beside it: a request less on a poor network. A constructed sheet passes the document's policy.
document.adoptedStyleSheets = [tokens, base, panel, ticket, log, kinds, composer].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

const settings = readFrameSettings(document);
const locale = asLocale(settings.locale);
const time = new ServerTime(clock);
/** What waits in the outbox is shared with other tabs before anything is sent; but not at any price. */
const keepingAllowed = 10_000;
/** While kinds are shown, their promises are asked for as often as this: time passes. */
const askEvery = 60_000;

function begin(host: Host): void {
  const fatal = signal<Fatal | null>(null);
  // It serves once: from here on the cookie says who that is, and a word that was not taken keeps nobody from writing.
  const session = () => startSession({ site: settings.site, ...host.init, locale }).finally(() => delete host.init.identity).then(keepOnce);
  const prepare = () =>
    session().then(
      () => true,
      (error: unknown) => (fatal.value = fatalReason(error)) === null,
    );
  const connection = new Connection<VisitorHub, VisitorClient>({ open: hubOpener(`/hubs/visitor?locale=${locale}`), clock, random, prepare });
  const conversation = new Conversation({ connection, clock, time, random, newId, store: { load: () => [], save: () => {} } });
  const { face, hear, isSeen } = makeFace(host, conversation, fatal);
  let visitor = '';
  const keepOnce = ({ visitorId, verified }: Session) => {
    if (visitor === '') comeLater({ connection, conversation, draft: face.draft, fatal, host, isSeen, title: face.words.t('title'), fills: face.fills }, verified ? visitorId : '');
    // Somebody else by now, by another tab's doing: what is shown here is not theirs.
    else if (visitor !== visitorId && conversation.isLoaded.value) location.reload();
    visitor = visitorId;
  };
  conversation.outbox.turn(false);

  provideFace(face);
  render(<Panel />, document.getElementById('app') ?? document.body);
  host.listen(hear);
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

/** What shows nothing comes after the panel is shown. Where it cannot come, what waits waits in this tab alone. */
function comeLater(shared: Surroundings, owner: string): void {
  const { outbox, isKept } = shared.conversation;
  const alone = () => {
    isKept.value = false;
    outbox.turn(true);
  };
  const cancel = clock.after(keepingAllowed, alone);
  void import('./afterwards').then(({ comeAfterwards }) => comeAfterwards(shared, owner)).then(cancel, alone);
}

function makeFace(host: Host, conversation: Conversation, fatal: Face['fatal']) {
  const draft = signal('');
  const kind = signal<RequestKind | null>(null);
  const openings = signal(0);
  const fills = signal(false);
  const isOpen = signal(!host.isEmbedded);
  const isVisible = signal(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', () => (isVisible.value = document.visibilityState === 'visible'));
  const isSeen = computed(() => isOpen.value && isVisible.value);
  const words = chatWords(locale, settings.words);

  askKinds(conversation, isSeen);
  const leave = () => {
    conversation.wipe();
    fatal.value = 'ended';
  };
  fatal.subscribe((why) => why === 'ended' && host.say({ type: 'ended' }));
  const face: Face = { end: () => endSession().then(leave), conversation, words, draft, kind, fatal, openings, fills, notice: settings.notice, consent: signal<boolean | null>(null), isEmbedded: host.isEmbedded, now: time.now, close: () => host.say({ type: 'close' }) };
  const hear: Parameters<Host['listen']>[0] = (message) => {
    if (message.type === 'opened') {
      fills.value = message.fills;
      isOpen.value = true;
      openings.value++;
    } else if (message.type === 'closed') isOpen.value = false;
    else if (message.type === 'prefill') draft.value = message.text.slice(0, longest);
    else if (message.type === 'locale') speak(message.locale);
    else {
      leave();
      void endSession().catch(() => {});
    }
  };
  return { face, hear, isSeen };
}

/** The other language is another document; what is written and what waits is kept by the browser. */
function speak(wanted: string): void {
  if (asLocale(wanted) === locale) return;
  const address = new URL(location.href);
  address.searchParams.set('locale', asLocale(wanted));
  location.replace(address);
}

function askKinds(conversation: Conversation, isSeen: ReadonlySignal<boolean>): void {
  let cancel = () => {};
  const ask = () => {
    void conversation.askKinds();
    cancel = clock.after(askEvery, ask);
  };
  const isWanted = computed(() => isSeen.value && conversation.begins.value && conversation.link.value === 'open');
  isWanted.subscribe((yes) => {
    cancel();
    if (yes) ask();
  });
}

void meetHost(window, settings).then(begin);
