import { useSignal } from '@preact/signals';
import { dateWords } from '../../../i18n/settings/dates';
import { linkTo } from '../address';
import { useFrame, useWords } from '../frame';
import { api } from '../kit/http';
import { Trouble } from '../kit/Trouble';
import { type Edition, levels, regulationSpeech, startOf } from './edition';
import type { Stands } from './Regulation';
import { budgetWords, guardWords, hoursWords, shortenedWords } from './words';

interface CardProps {
  edition: Edition;
  /** The first day of the next one; null for the last. */
  until: string | null;
  stands: Stands;
  changed(): void;
}

/** An edition in words. */
export function EditionCard({ edition, until, stands, changed }: CardProps) {
  const w = useWords(regulationSpeech);
  const { id, name, hours, shortenedByMinutes } = edition.settings;
  return (
    <li class={`edition is-${stands}`} data-testid="edition">
      <header class="edition-head">
        <h3>{periodWords(edition, until, w)}</h3>
        <span class={`chip ${stands}`}>{w.t(`stands.${stands}`)}</span>
        <span class="edition-name">{name}</span>
      </header>
      <dl class="facts">
        <dt>{w.t('hours.label')}</dt>
        <dd>{hoursWords(hours, w)}</dd>
        <dt>{w.t('shortened.label')}</dt>
        <dd>{shortenedWords(shortenedByMinutes, w)}</dd>
        {levels.map((level) => (
          <>
            <dt key={level}>{w.t(`level.${level}`)}</dt>
            <dd>
              {budgetWords(edition.settings[level], level, hours, w)}
              <span class="guard">{guardWords(edition.settings[level], level, hours, w)}</span>
            </dd>
          </>
        ))}
      </dl>
      {stands === 'later' && <Later id={id} edition={edition} changed={changed} />}
    </li>
  );
}

function periodWords({ settings }: Edition, until: string | null, w: ReturnType<typeof regulationSpeech>): string {
  const from = settings.holdsFrom === null ? w.t('holds.always') : w.t('holds.from', { date: dateWords(settings.holdsFrom, w.locale) });
  return until === null ? from : w.t('holds.until', { from, date: dateWords(until, w.locale) });
}

/** What may be done with an edition before it holds. */
function Later({ id, edition, changed }: { id: string; edition: Edition; changed(): void }) {
  const w = useWords(regulationSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const takeBack = async () => {
    const { name } = edition.settings;
    if (!(await ask({ title: w.t('remove.title'), text: w.t('remove.text', { name, date: dateWords(startOf(edition), w.locale) }), yes: w.t('remove'), no: w.t('remove.keep') }))) return;
    trouble.value = null;
    api.delete(`/api/regulation/${id}?version=${edition.version}`).then(changed, (error: unknown) => (trouble.value = error));
  };
  return (
    <>
      {trouble.value !== null && <Trouble error={trouble.value} retry={changed} />}
      <div class="form-foot">
        <a class="button quiet" href={linkTo('regulation', id)}>
          {w.t('edition.edit')}
        </a>
        <button type="button" class="button quiet" onClick={() => void takeBack()}>
          {w.t('remove')}
        </button>
      </div>
    </>
  );
}
