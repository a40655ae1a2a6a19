import { computed, effect, type ReadonlySignal, type Signal, signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ComponentType } from 'preact';
import type { ServerTime } from '../core/serverTime';
import { deskWords, type DeskWords } from '../i18n/desk';
import type { Locale } from '../i18n/translate';
import { signOut, whoAmI } from './account';
import type { Desk } from './desk';
import { DeskScreen } from './DeskScreen';
import { type Face, FaceContext } from './face';
import type { LinkProps } from './settings/account/LinkPage';
import { SignIn } from './SignIn';
import { type Preferences, Stage } from './stage';

export interface AppProps {
  locale: Signal<Locale>;
  now: ReadonlySignal<number>;
  preferences: Preferences;
  /** A new desk, connected; `expired` is called when the server no longer knows the agent. */
  makeDesk(expired: () => void): Desk;
}

type State = { name: 'asking' } | { name: 'out' } | { name: 'in'; face: Face };

export function App({ locale, now, preferences, makeDesk }: AppProps) {
  const state = useSignal<State>({ name: 'asking' });
  const words: ReadonlySignal<DeskWords> = useMemo(() => computed(() => deskWords(locale.value, state.value.name === 'in' ? state.value.face.desk.worded.value : {})), []);
  const link = useSignal<{ Page: ComponentType<LinkProps>; secret: string } | null>(null);
  /** Whoever signs out leaves nothing behind; whoever is merely no longer known finds it again. */
  const leave = (isDeliberate: boolean) => {
    if (state.value.name === 'in') state.value.face.desk.end(isDeliberate);
    state.value = { name: 'out' };
  };
  const enter = () => {
    const desk = makeDesk(() => leave(false));
    const goodbye = () => leave(true);
    const face: Face = { desk, stage: new Stage(preferences), words, locale, now, signOut: () => void signOut().then(goodbye, goodbye) };
    state.value = { name: 'in', face };
  };
  useEffect(() => {
    const { load, secret } = takeLink() ?? {};
    if (load && secret) void load().then(({ default: Page }) => (link.value = { Page, secret }));
    void whoAmI().then(
      (me) => (me ? enter() : leave(false)),
      () => leave(false),
    );
    let spoken = locale.value;
    return effect(() => {
      if (locale.value !== spoken && state.peek().name === 'in') (state.peek() as { face: Face }).face.desk.redial();
      spoken = locale.value;
      document.title = titleOf(words.value, state.value);
      document.documentElement.lang = words.value.locale;
    });
  }, []);
  if (state.value.name === 'asking') return <p class="visually-hidden">{words.value.t('loading')}</p>;
  if (link.value !== null) {
    const { Page, secret } = link.value;
    return <Page secret={secret} words={words} locale={locale} done={() => (link.value = null)} />;
  }
  if (state.value.name === 'out') return <SignIn words={words} locale={locale} entered={enter} />;
  return (
    <FaceContext.Provider value={state.value.face}>
      <DeskScreen />
    </FaceContext.Provider>
  );
}

const links = {
  invite: () => import('./settings/account/AcceptInvitation'),
  reset: () => import('./settings/account/ResetPassword'),
};

/** The secret of a link and what it opens; it leaves the address, so that nobody reads it off the screen or goes back to it. */
function takeLink() {
  const [, kind, secret] = /^#(invite|reset)\/([\w-]+)$/.exec(location.hash) ?? [];
  if (!kind || !secret) return null;
  history.replaceState(null, '', location.pathname);
  return { load: links[kind as keyof typeof links], secret };
}

/** What another tab's user sees of this one: a deadline first, then what is unread. */
function titleOf(w: DeskWords, state: State): string {
  const title = `${(state.name === 'in' && state.face.stage.title.value) || w.t('title')} — iStom Chat`;
  if (state.name !== 'in') return title;
  const { alarms, unread } = state.face.desk;
  if (alarms.calls.on.value.length > 0) return `❗ ${w.t('alarm.call')} — iStom Chat`;
  if (alarms.raised.value.length > 0) return `❗ ${w.t('alarm.title')} — iStom Chat`;
  return unread.value.size > 0 ? `(${unread.value.size}) ${title}` : title;
}

/** The second hand; it rests while nobody looks. */
export function secondHand(time: ServerTime): ReadonlySignal<number> {
  const now = signal(time.now());
  time.corrected = () => (now.value = time.now());
  setInterval(() => {
    if (document.visibilityState === 'visible') now.value = time.now();
  }, 1000);
  return now;
}
