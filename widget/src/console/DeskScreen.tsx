import { useEffect } from 'preact/hooks';
import { dueWords } from '../i18n/moscow';
import { AlarmBar } from './AlarmBar';
import { ConversationPane } from './ConversationPane';
import { Details } from './Details';
import { Dialogs } from './Dialogs';
import { type Face, useFace } from './face';
import { useKeys } from './keys';
import { Later } from './Later';
import { PaneTabs } from './PaneTabs';
import { QueuePane } from './QueuePane';
import { TopBar } from './TopBar';

const calls = () => import('./phone/CallCards');
const settings = () => import('./settings/Settings');

export function DeskScreen() {
  const face = useFace();
  const { route, pane } = face.stage;
  const isBehind = route.isSettings.value;
  useKeys(face);
  useEffect(() => route.follow(), [route]);
  useTicketLink(face);
  return (
    <div class="desk" lang={face.words.value.locale}>
      <TopBar />
      <div class="notices">
        <Notices />
        <PaidGap />
        <AlarmBar />
      </div>
      {isBehind && (
        <main class="settings">
          <Later load={settings} give={{}} />
        </main>
      )}
      <main class={`panes shows-${pane.value}`} hidden={isBehind}>
        <QueuePane />
        <ConversationPane />
        <Details />
      </main>
      {!isBehind && <PaneTabs />}
      {face.desk.alarms.phone.value.length + face.desk.alarms.callbacks.value.length > 0 && <Later load={calls} give={{}} />}
      <Dialogs />
    </div>
  );
}

/** `#ticket/<id>`, from an alarm that another program was told. It opens once: what is open then is the agent's affair. */
function useTicketLink({ desk, stage }: Face): void {
  const [, ticket] = /^ticket\/([\w-]+)$/.exec(stage.route.path.value) ?? [];
  const isReady = desk.isLoaded.value && desk.link.value === 'open';
  useEffect(() => {
    if (!ticket || !isReady) return;
    stage.route.forget();
    stage.turnTo({ wantsBox: false });
    void desk.openLinked(ticket);
  }, [ticket, isReady]);
}

/** A Paid shift that has nobody: somebody has to be found. */
function PaidGap() {
  const { desk, words } = useFace();
  const w = words.value;
  const gap = desk.paidGap.value;
  return (
    <div role="alert">
      {gap && (
        <p class="bar refusal">
          <span>{w.t(gap.isAbsence ? 'paidGap.absence' : 'paidGap.unplanned', { from: dueWords(new Date(gap.from), w.locale, true) })}</span>
          <a class="plain" href="#settings/shifts">
            {w.t('paidGap.shifts')}
          </a>
          <button type="button" class="plain" onClick={() => (desk.paidGap.value = null)}>
            {w.t('dismiss')}
          </button>
        </p>
      )}
    </div>
  );
}

/** The connection and the last refusal, in words. */
function Notices() {
  const { desk, words } = useFace();
  const w = words.value;
  const link = desk.link.value;
  // That the connection is gone is said once.
  const code = desk.refusal.value === 'lost' && link !== 'open' ? null : desk.refusal.value;
  return (
    <>
      <p class={link === 'open' ? 'visually-hidden' : `bar ${link}`} role="status">
        {link === 'lost' ? w.t('link.lost') : link === 'connecting' ? w.t('link.connecting') : ''}
      </p>
      <div role="alert">
        {code !== null && (
          <p class="bar refusal">
            <span>{w.or(`refusal.${code}`, 'refusal.unknown', { code })}</span>
            <button type="button" class="plain" onClick={() => (desk.refusal.value = null)}>
              {w.t('dismiss')}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
