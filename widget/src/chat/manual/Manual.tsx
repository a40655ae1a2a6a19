import { useEffect, useMemo, useRef } from 'preact/hooks';
import en from '../../i18n/panel/manual.en.json';
import ru from '../../i18n/panel/manual.ru.json';
import { clock } from '../../ui/browser';
import { Rendered } from '../../ui/manual/Rendered';
import { useFace } from '../face';
import { addStyles, partWords } from '../../ui/part';
import { view } from '../view';
import { Finder } from './finder';
import styles from './manual.css?inline';

addStyles(styles);

/** §2: the manual first, as far as the visitor likes it; the box to write in stays where it is. */
export const Manual = view(() => {
  const { conversation, draft, words, openings, kind } = useFace();
  const w = partWords(words.locale, ru, en);
  const finder = useMemo(() => new Finder(conversation, clock, words.locale), []);
  const text = draft.value;
  useEffect(() => finder.typed(text), [text]);
  useEffect(() => () => finder.stop(), []);
  const found = finder.found.value;
  const article = finder.article.value;
  const toTheBox = () => openings.value++;
  const end = () => {
    finder.end();
    draft.value = '';
    kind.value = null;
    conversation.attention.typed(false);
    toTheBox();
  };
  const back = () => {
    finder.close();
    toTheBox();
  };
  return (
    <section class={article === null ? 'manual' : 'manual reading'} aria-label={w.t('label')}>
      {article === null ? (
        <>
          <p class="fine" role="status">
            {finder.helped.value ? w.t('thanks') : found.length > 0 ? w.t('found') : ''}
          </p>
          <ul>
            {found.map((each) => (
              <li key={each.id}>
                <button type="button" class="plain" onClick={() => void finder.open(each)}>
                  {each.title}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <button type="button" class="plain" onClick={back}>
            ← {w.t('back')}
          </button>
          {article === 'failed' ? (
            <p role="alert">{w.t('failed')}</p>
          ) : (
            <>
              <Reading title={article.title}>
                <Rendered nodes={article.body} />
              </Reading>
              <p class="article-ask">
                {w.t('ask')}
                <button type="button" class="button" onClick={end}>
                  {w.t('helped')}
                </button>
                <button type="button" class="button quiet" onClick={back}>
                  {w.t('notHelped')}
                </button>
              </p>
            </>
          )}
        </>
      )}
    </section>
  );
});

/** It takes the focus, so that it is read out and the arrow keys scroll it. */
function Reading({ title, children }: { title: string; children: preact.ComponentChildren }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <article ref={box} class="article" tabIndex={0} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </article>
  );
}
