import { newId } from '../../../ui/browser';
import { useWords } from '../frame';
import { CheckField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { type Bound, useForm } from '../kit/useForm';
import { type Changed, type Hook, type Links, linkSpeech, type TrackerLink, trackers } from './links';
import { TrackerFields } from './TrackerFields';

interface LinksFormProps {
  links: Links;
  reload(): void;
  saved(changed: Changed): unknown;
}

/** A part of what is kept, and whether its secret is made anew. */
export type Written<T> = T & { isNew: boolean };

const mostHooks = 10;

/** Everything is saved together; secrets that were made are shown once. */
export function LinksForm({ links: { settings, version, inbound, defaults, tallies }, reload, saved }: LinksFormProps) {
  const w = useWords(linkSpeech);
  const none = (tracker: TrackerLink['tracker']): TrackerLink => ({ tracker, isOn: false, states: [], secretHint: null });
  const kept = trackers.map((tracker) => settings.trackers.find((link) => link.tracker === tracker) ?? none(tracker));
  const form = useForm({
    w,
    reload,
    initial: {
      hooks: settings.hooks.map((hook) => ({ ...hook, isNew: false })) as readonly Written<Hook>[],
      trackers: kept.map((link) => ({ ...link, isNew: false })) as readonly Written<TrackerLink>[],
    },
    save: (values) =>
      api.put<Changed>('/api/development/links', {
        hooks: values.hooks,
        trackers: values.trackers.filter(({ isOn, states, secretHint }) => isOn || states.length > 0 || secretHint !== null),
        newSecrets: values.hooks.filter(({ isNew }) => isNew).map(({ id }) => id),
        newTrackerSecrets: values.trackers.filter(({ isNew }) => isNew).map(({ tracker }) => tracker),
        version,
      }),
    saved,
  });
  const links = form.field('trackers');
  return (
    <Form of={form}>
      <Hooks of={form.field('hooks')} />
      <fieldset class="field">
        <legend>{w.t('links.trackers')}</legend>
        <p class="hint">{w.t('links.trackers.hint')}</p>
        {links.value.map((link, at) => (
          <TrackerFields
            key={link.tracker}
            link={link}
            address={inbound + link.tracker.toLowerCase()}
            defaults={defaults.find(({ tracker }) => tracker === link.tracker)?.states ?? []}
            tally={tallies.find(({ tracker }) => tracker === link.tracker) ?? null}
            change={(changed) => links.write(links.value.with(at, changed))}
          />
        ))}
      </fieldset>
    </Form>
  );
}

function Hooks({ of: { value, write } }: { of: Bound<readonly Written<Hook>[]> }) {
  const w = useWords(linkSpeech);
  return (
    <fieldset class="field">
      <legend>{w.t('links.hooks')}</legend>
      <p class="hint">{w.t('links.hooks.hint')}</p>
      {value.map((hook, at) => (
        <HookFields key={hook.id} hook={hook} number={at + 1} change={(changed) => write(value.with(at, changed))} remove={() => write(value.filter((_, other) => other !== at))} />
      ))}
      {value.length < mostHooks && (
        <button type="button" class="button quiet" onClick={() => write([...value, { id: newId(), url: '', items: true, releases: true, secretHint: null, isNew: false }])}>
          {w.t('links.hook.add')}
        </button>
      )}
    </fieldset>
  );
}

function HookFields({ hook, number, change, remove }: { hook: Written<Hook>; number: number; change(hook: Written<Hook>): void; remove(): void }) {
  const w = useWords(linkSpeech);
  return (
    <div class="link-part" role="group" aria-label={w.t('links.hook', { number })}>
      <TextField type="url" label={w.t('links.hook.url')} required maxLength={500} name={`hook-${hook.id}`} value={hook.url} write={(url) => change({ ...hook, url })} />
      <CheckField label={w.t('links.hook.items')} value={hook.items} write={(items) => change({ ...hook, items })} />
      <CheckField label={w.t('links.hook.releases')} value={hook.releases} write={(releases) => change({ ...hook, releases })} />
      {hook.secretHint !== null && <CheckField label={w.t('links.newSecret', { hint: hook.secretHint })} value={hook.isNew} write={(isNew) => change({ ...hook, isNew })} />}
      <button type="button" class="button quiet" aria-label={w.t('links.hook.removeOne', { number })} onClick={remove}>
        {w.t('links.remove')}
      </button>
    </div>
  );
}
