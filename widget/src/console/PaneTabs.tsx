import { useFace } from './face';
import type { Pane } from './stage';

const panes: readonly Pane[] = ['queue', 'talk', 'ticket'];

/** Where there is no room for three panes side by side. */
export function PaneTabs() {
  const { desk, stage, words } = useFace();
  const w = words.value;
  const unread = desk.unread.value.size;
  return (
    <nav class="pane-tabs" aria-label={w.t('panes')}>
      {panes.map((pane) => (
        <button key={pane} type="button" class={pane} aria-current={stage.pane.value === pane} disabled={pane === 'ticket' && !desk.open.value} onClick={() => (stage.pane.value = pane)}>
          {w.t(`pane.${pane}`)}
          {pane === 'queue' && unread > 0 && <span class="count new">{unread}</span>}
        </button>
      ))}
    </nav>
  );
}
