import { AlarmBar } from './AlarmBar';
import { ConversationPane } from './ConversationPane';
import { Details } from './Details';
import { Dialogs } from './Dialogs';
import { useFace } from './face';
import { useKeys } from './keys';
import { PaneTabs } from './PaneTabs';
import { QueuePane } from './QueuePane';
import { TopBar } from './TopBar';

export function DeskScreen() {
  const face = useFace();
  useKeys(face);
  return (
    <div class="desk" lang={face.words.value.locale}>
      <TopBar />
      <div class="notices">
        <Notices />
        <AlarmBar />
      </div>
      <main class={`panes shows-${face.stage.pane.value}`}>
        <QueuePane />
        <ConversationPane />
        <Details />
      </main>
      <PaneTabs />
      <Dialogs />
    </div>
  );
}

/** The connection and the last refusal, in words. */
function Notices() {
  const { desk, words } = useFace();
  const w = words.value;
  const link = desk.link.value;
  const code = desk.refusal.value;
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
