import { useWords } from '../frame';
import type { Site } from './site';
import { siteSpeech } from './words';

/** What the site's owner puts into its pages. */
export function Snippet({ site, chatOrigin }: { site: Site; chatOrigin: string }) {
  const w = useWords(siteSpeech);
  return (
    <section aria-labelledby="snippet">
      <h3 id="snippet">{w.t('sites.snippet')}</h3>
      <p>{w.t('sites.snippet.about')}</p>
      <pre class="snippet">
        <code>{`<script async src="${chatOrigin}/widget.js" data-site="${site.key}"${site.position === 'Left' ? ' data-position="left"' : ''}></script>`}</code>
      </pre>
    </section>
  );
}
