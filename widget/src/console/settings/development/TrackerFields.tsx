import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { CheckField, SelectField, TextField } from '../kit/fields';
import { developmentSpeech } from './development';
import type { Written } from './LinksForm';
import { type Links, linkSpeech, type Meaning, type TrackerLink, trackerStates } from './links';

interface TrackerProps {
  link: Written<TrackerLink>;
  /** Where it sends its news. */
  address: string;
  defaults: readonly Meaning[];
  tally: Links['tallies'][number] | null;
  change(link: Written<TrackerLink>): void;
}

const mostStates = 50;

/** One issue tracker: whether it is listened to, how it is set up, and what its states mean. */
export function TrackerFields({ link, address, defaults, tally, change }: TrackerProps) {
  const w = useWords(linkSpeech);
  const words = useWords(developmentSpeech);
  const { tracker, isOn, states, secretHint } = link;
  const write = (next: readonly Meaning[]) => change({ ...link, states: next });
  return (
    <div class="link-part" role="group" aria-label={tracker}>
      <CheckField label={w.t('links.tracker', { tracker })} value={isOn} write={(on) => change({ ...link, isOn: on })} />
      {isOn && (
        <>
          <p class="hint">{w.t(`links.how.${tracker}`)}</p>
          <p class="link-address">
            <code>{address}</code>
          </p>
          {secretHint !== null && <CheckField label={w.t('links.newSecret', { hint: secretHint })} value={link.isNew} write={(isNew) => change({ ...link, isNew })} />}
          {tally && <p>{w.t('links.tally', { ...tally, at: instantWords(new Date(tally.lastAt), w.locale) })}</p>}
          <p>{w.t('links.states')}</p>
          {states.length === 0 && <p class="hint">{defaults.map(({ name, state }) => `${name} — ${words.t(`state.${state}`)}`).join('; ')}</p>}
          {states.map((meaning, at) => (
            <div key={at} class="link-state">
              <TextField label={w.t('links.state.name', { number: at + 1 })} maxLength={200} name={`state-${tracker}-${at}`} value={meaning.name} write={(name) => write(states.with(at, { ...meaning, name }))} />
              <SelectField
                label={w.t('links.state.means', { number: at + 1 })}
                options={trackerStates.map((value) => ({ value, label: words.t(`state.${value}`) }))}
                value={meaning.state as (typeof trackerStates)[number]}
                write={(state) => write(states.with(at, { ...meaning, state }))}
              />
              <button type="button" class="button quiet" aria-label={w.t('links.state.remove', { number: at + 1 })} onClick={() => write(states.filter((_, other) => other !== at))}>
                {w.t('links.remove')}
              </button>
            </div>
          ))}
          <p class="page-actions">
            {states.length === 0 && (
              <button type="button" class="button quiet" onClick={() => write(defaults)}>
                {w.t('links.states.change')}
              </button>
            )}
            {states.length > 0 && states.length < mostStates && (
              <button type="button" class="button quiet" onClick={() => write([...states, { name: '', state: 'Planned' }])}>
                {w.t('links.state.add')}
              </button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
