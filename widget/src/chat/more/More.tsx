import { useEffect, useRef, useState } from 'preact/hooks';
import en from '../../i18n/panel/more.en.json';
import ru from '../../i18n/panel/more.ru.json';
import { useFace } from '../face';
import { askPermission, permission, wants } from '../notices';
import { addStyles, partWords } from '../../ui/part';
import { view } from '../view';
import { EndHere } from './EndHere';
import styles from './more.css?inline';
import { rings } from './sound';

addStyles(styles);

/** What is chosen once and then left alone, and the way out. */
export const More = view(({ close }: { close(): void }) => {
  const w = partWords(useFace().words.locale, ru, en);
  const box = useRef<HTMLDialogElement>(null);
  const [isEnding, setEnding] = useState(false);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog
      class="more"
      ref={box}
      aria-label={w.t('title')}
      onClose={close}
      onClick={(event) => {
        if (event.target === box.current) close();
      }}
      // It is the dialog that Escape closes here, not the panel; Tab stays within by itself.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {isEnding ? <EndHere w={w} leave={close} /> : <Choices w={w} end={() => setEnding(true)} close={close} />}
    </dialog>
  );
});

export type MoreWords = ReturnType<typeof partWords<typeof ru>>;

const Choices = view(({ w, end, close }: { w: MoreWords; end(): void; close(): void }) => (
  <>
    <label class="more-row">
      <input type="checkbox" checked={rings.value} onChange={(event) => (rings.value = event.currentTarget.checked)} /> {w.t('sound')}
    </label>
    <Notices w={w} />
    <button type="button" class="button quiet" onClick={end}>
      {w.t('end')}
    </button>
    <button type="button" class="button" onClick={close}>
      {w.t('done')}
    </button>
  </>
));

/** Offered where the page can show them. The browser asks when they are chosen, and not before. */
const Notices = view(({ w }: { w: MoreWords }) => {
  const [isAsking, ask] = useState(false);
  const may = permission.value;
  useEffect(() => askPermission(false), []);
  useEffect(() => {
    if (isAsking && may === 'granted') wants.value = true;
  }, [may]);
  const choose = (yes: boolean) => {
    wants.value = yes && may === 'granted';
    ask(yes);
    if (yes && may !== 'granted') askPermission(true);
  };
  if (may === 'denied' && isAsking) return <p role="alert">{w.t('notices.denied')}</p>;
  return (
    (may === 'granted' || may === 'default') && (
      <label class="more-row">
        <input type="checkbox" checked={wants.value && may === 'granted'} onChange={(event) => choose(event.currentTarget.checked)} /> {w.t('notices')}
      </label>
    )
  );
});
