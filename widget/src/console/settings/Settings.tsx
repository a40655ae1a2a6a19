import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { frameSpeech } from '../../i18n/settings/words';
import { useFace } from '../face';
import { Later } from '../Later';
import type { Stage } from '../stage';
import { go, linkTo, useAddress } from './address';
import { FrameContext } from './frame';
import { Ask, type Question } from './kit/Ask';
import { Page } from './kit/Page';
import { Menu } from './Menu';
import { screensFor } from './screens';
import './styles/frame.css';
import './styles/kit.css';
import { guard, Unsaved } from './unsaved';
import { useWide } from './useWide';

/** The settings, in front of the desk, which goes on behind them. */
export default function Settings() {
  const { stage, words } = useFace();
  const asked = useSignal<{ question: Question; answer(isYes: boolean): void } | null>(null);
  const frame = useMemo(() => {
    const ask = (question: Question) => new Promise<boolean>((answer) => (asked.value = { question, answer }));
    return { ask, unsaved: new Unsaved() };
  }, []);
  useEffect(() => guard(stage.route, frame.unsaved, frame.ask, () => frameSpeech(words.peek().locale)), []);
  useEffect(() => () => leave(stage), []);
  const question = asked.value;
  return (
    <FrameContext.Provider value={frame}>
      <Places />
      {question && (
        <Ask
          question={question.question}
          answer={(isYes) => {
            asked.value = null;
            question.answer(isYes);
          }}
        />
      )}
    </FrameContext.Provider>
  );
}

/** The desk is in front again, and whoever came by the gear finds themselves there. */
function leave({ title }: Stage): void {
  title.value = null;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.top [href="#settings"]')?.focus();
  });
}

/** The list of screens and one of them; on a phone one or the other. */
function Places() {
  const { desk, stage, words } = useFace();
  const address = useAddress();
  const isWide = useWide();
  const me = desk.me.value;
  const w = frameSpeech(words.value.locale);
  useEscape(address, isWide);
  if (!me) return <p class="nothing" role="status">{w.t('loading')}</p>;
  const mine = screensFor(me.roles);
  const screen = address.screen === '' && isWide ? mine[0] : mine.find(({ path }) => path === address.screen);
  const isList = address.screen === '' && !isWide;
  return (
    <>
      {(isWide || isList) && <Menu screens={mine} current={screen?.path ?? null} takesFocus={isList} />}
      {!isList && (
        <div class="settings-screen">
          {!isWide && (
            <a class="settings-up" href={linkTo()}>
              {w.t('settings.back')}
            </a>
          )}
          {screen ? (
            <Later key={[screen.path, ...address.rest].join('/')} load={screen.load} give={{ rest: address.rest }} />
          ) : (
            <Page key={stage.route.path.value} title={w.t('settings')}>
              <p>{w.t('settings.nothing')}</p>
            </Page>
          )}
        </div>
      )}
    </>
  );
}

/** Esc leaves a field first, then goes up: to the list a screen is in, to the desk. */
function useEscape({ screen, rest }: { screen: string; rest: readonly string[] }, isWide: boolean): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      const field = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (field) document.querySelector<HTMLElement>('.settings-screen h2')?.focus();
      else if (rest.length > 0) go(linkTo(screen, ...rest.slice(0, -1)));
      else go(screen !== '' && !isWide ? linkTo() : '#');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [screen, rest.join('/'), isWide]);
}
