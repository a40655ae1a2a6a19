import { useMemo } from 'preact/hooks';
import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { DateField, NumberField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import { type Edition, levels, nextName, regulationSpeech, type Settings, startOf } from './edition';
import { HoursField } from './HoursField';
import { LevelField } from './LevelField';

interface EditionProps {
  /** 'new' for one that begins as the latest is. */
  id: string;
  editions: readonly Edition[];
  today: string;
  reload(): void;
}

export function EditionForm({ id, editions, today, reload }: EditionProps) {
  const w = useWords(regulationSpeech);
  const own = useMemo(() => (id === 'new' ? crypto.randomUUID() : id), []);
  const edition = editions.find(({ settings }) => settings.id === id);
  const latest = editions.at(-1)?.settings;
  if (id !== 'new' && (!edition || startOf(edition) <= today)) return <p class="nothing">{w.t(edition ? 'refusal.regulation-in-force' : 'refusal.not-found')}</p>;
  const start = edition ? { ...edition.settings, holdsFrom: startOf(edition) } : latest && { ...latest, id: own, name: nextName(editions), holdsFrom: '' };
  return start ? <Fields start={start} version={edition?.version ?? 0} today={today} reload={reload} /> : null;
}

function Fields({ start, version, today, reload }: { start: Settings & { holdsFrom: string }; version: number; today: string; reload(): void }) {
  const w = useWords(regulationSpeech);
  const form = useForm({
    w,
    initial: start,
    reload,
    // An emptied number is none: the server says so at its field.
    save: (values) => api.put<Edition>(`/api/regulation/${start.id}?version=${version}`, values),
    saved: () => go(linkTo('regulation')),
  });
  const { hours } = form.values;
  const shortened = form.field('shortenedByMinutes');
  return (
    <Form of={form} left={() => go(linkTo('regulation'))}>
      <p class="hint">{w.t(version === 0 ? 'edition.new.about' : 'edition.change.about')}</p>
      <TextField label={w.t('edition.name')} hint={w.t('edition.name.hint')} required maxLength={40} {...form.field('name')} />
      <DateField label={w.t('edition.holdsFrom')} hint={w.t('edition.holdsFrom.hint')} required min={after(today)} {...form.field('holdsFrom')} />
      <HoursField {...form.field('hours')} />
      <NumberField label={w.t('edition.shortened')} hint={w.t('edition.shortened.hint')} required min={0} max={600} step={1} {...shortened} write={(minutes) => shortened.write(minutes as number)} />
      {levels.map((level) => (
        <LevelField key={level} level={level} hours={hours} {...form.field(level)} />
      ))}
    </Form>
  );
}

const after = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
