import type { PrivacyNotice } from '../../contract/frame';
import en from '../../i18n/panel/consent.en.json';
import ru from '../../i18n/panel/consent.ru.json';
import { useFace } from '../face';
import { addStyles, partWords } from '../../ui/part';
import { view } from '../view';
import styles from './consent.css?inline';

addStyles(styles);

/** What the site tells about personal data; with a box where the first message needs consent. */
export const Notice = view(({ notice }: { notice: PrivacyNotice }) => {
  const { words, consent } = useFace();
  const w = partWords(words.locale, ru, en);
  const more = notice.link && (
    <a href={notice.link} target="_blank" rel="noopener noreferrer">
      {w.t('more')}
    </a>
  );
  if (!notice.needsConsent)
    return (
      <p class="consent fine">
        {notice.text} {more}
      </p>
    );
  return (
    <div class="consent fine">
      <label>
        <input type="checkbox" checked={consent.value === true} aria-describedby="consent-why" aria-invalid={consent.value === false} onChange={(event) => (consent.value = event.currentTarget.checked || null)} />
        <span>{notice.text}</span>
      </label>{' '}
      {more}
      <p id="consent-why" class="failure" role="alert">
        {consent.value === false && w.t('missing')}
      </p>
    </div>
  );
});
