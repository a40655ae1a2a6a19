import { useFace } from './face';

export function Empty() {
  const w = useFace().words;
  return (
    <div class="empty">
      <h2>{w.t('empty.title')}</h2>
      <p>{w.t('empty.text')}</p>
      <p class="fine">{w.t('empty.rule')}</p>
    </div>
  );
}
