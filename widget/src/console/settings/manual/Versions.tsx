import { useSignal } from '@preact/signals';
import { instantWords } from '../../../i18n/settings/dates';
import { useFrame, useWords } from '../frame';
import { More } from '../kit/More';
import { Trouble } from '../kit/Trouble';
import { usePages } from '../kit/usePages';
import { type Article, type ArticleVersion, manualSpeech } from './article';

interface VersionsProps {
  article: Article;
  /** Gives the old text again, as a new version. */
  restore(old: Article): Promise<void>;
}

/** What the article was. To go back is a change like any other, so nothing is lost by it. */
export function Versions({ article, restore }: VersionsProps) {
  const w = useWords(manualSpeech);
  const pages = usePages<ArticleVersion>(`/api/articles/${article.id}/versions?limit=20`);
  return (
    <section class="article-versions">
      <h3>{w.t('versions')}</h3>
      <More of={pages} empty={w.t('versions.none')}>
        {(versions) => (
          <ol>
            {versions.map((one) => (
              <One key={one.version} one={one} isNow={one.version === article.version} restore={restore} />
            ))}
          </ol>
        )}
      </More>
    </section>
  );
}

function One({ one, isNow, restore }: { one: ArticleVersion; isNow: boolean; restore: VersionsProps['restore'] }) {
  const w = useWords(manualSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const back = async () => {
    const { version } = one;
    if (!(await ask({ title: w.t('versions.ask', { version }), text: w.t('versions.ask.text'), yes: w.t('versions.restore'), no: w.t('cancel') }))) return;
    trouble.value = null;
    await restore(one.article).catch((error: unknown) => void (trouble.value = error));
  };
  return (
    <li>
      <details>
        <summary>
          {w.t('versions.one', { version: one.version, by: one.by ?? w.t('versions.desk'), at: instantWords(new Date(one.at), w.locale) })}
          {isNow && ` · ${w.t('versions.now')}`}
        </summary>
        <p class="version-title">{one.article.title}</p>
        <pre tabIndex={0} aria-label={w.t('manual.body')}>
          {one.article.body}
        </pre>
        {!isNow && (
          <button type="button" class="button quiet" onClick={() => void back()}>
            {w.t('versions.restore')}
          </button>
        )}
        {trouble.value !== null && <Trouble error={trouble.value} retry={() => void back()} />}
      </details>
    </li>
  );
}
