import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { newId } from '../../../ui/browser';
import { linkTo } from '../address';
import { useFrame, useWords } from '../frame';
import { AreaField, ChecksField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { TextPreview } from '../kit/TextPreview';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';
import { type Board, developmentSpeech, isOver } from './development';

interface Answer {
  version: string;
  tickets: number;
}

/** A version came out: what it brings, and what whoever waited for it is told. */
export function ReleasePage() {
  const w = useWords(developmentSpeech);
  const board = useResource<Board>('/api/development/items');
  const done = useSignal<Answer | null>(null);
  return (
    <Page title={w.t('release.title')} about={w.t('release.about')} up={{ link: linkTo('development'), name: w.t('screen.development') }}>
      {done.value ? (
        <p role="status">
          {w.t('release.done', { version: done.value.version })} {w.plural('release.told', done.value.tickets)} <a href={linkTo('development')}>{w.t('release.back')}</a>
        </p>
      ) : (
        <Loaded of={board}>{(known) => <ReleaseForm board={known} done={(answer) => (done.value = answer)} />}</Loaded>
      )}
    </Page>
  );
}

const example = 'IS-2026-000123';

function ReleaseForm({ board: { items, texts }, done }: { board: Board; done(answer: Answer): void }) {
  const w = useWords(developmentSpeech);
  const { ask } = useFrame();
  const id = useRef('');
  const open = items.filter((item) => !isOver(item));
  const form = useForm({
    w,
    initial: {
      version: '',
      items: [] as readonly string[],
      textRussian: texts.text.russian,
      textEnglish: texts.text.english,
      updateRussian: texts.update.russian,
      updateEnglish: texts.update.english,
    },
    save: async (values) => {
      const tickets = open.filter((item) => values.items.includes(item.id)).reduce((sum, item) => sum + item.tickets, 0);
      const isSure = await ask({ title: w.t('release.ask', { version: values.version }), text: `${w.plural('release.ask.text', tickets)} ${w.t('release.ask.final')}`, yes: w.t('release.do'), no: w.t('release.notYet') });
      return isSure ? api.post<Answer>('/api/development/releases', { ...values, id: (id.current ||= newId()) }) : null;
    },
    saved: (answer) => answer && done(answer),
  });
  const { version, textRussian, textEnglish, updateRussian, updateEnglish } = form.values;
  const filled = (text: string, update: string) =>
    [text, update].filter(Boolean).join('\n\n').replaceAll('{version}', version.trim() || '…').replaceAll('{number}', example);
  const option = ({ id: value, title, tickets, plannedVersion, state }: (typeof open)[number]) => ({
    value,
    label: title,
    hint: [w.t(`state.${state}`), plannedVersion && w.t('item.forVersion', { version: plannedVersion }), tickets > 0 && w.plural('waiting.tickets', tickets)].filter(Boolean).join(' · '),
  });
  if (open.length === 0) return <p class="nothing">{w.t('release.nothing')}</p>;
  return (
    <Form of={form} save={w.t('release.do')}>
      <TextField label={w.t('release.version')} hint={w.t('release.version.hint')} required maxLength={40} {...form.field('version')} />
      <ChecksField label={w.t('release.items')} required options={open.map(option)} {...form.field('items')} />
      <AreaField label={w.t('release.text.russian')} hint={w.t('release.text.hint')} required rows={5} maxLength={2000} {...form.field('textRussian')} />
      <AreaField label={w.t('release.text.english')} required rows={5} maxLength={2000} {...form.field('textEnglish')} />
      <AreaField label={w.t('release.update.russian')} hint={w.t('release.update.hint')} rows={4} maxLength={2000} {...form.field('updateRussian')} />
      <AreaField label={w.t('release.update.english')} rows={4} maxLength={2000} {...form.field('updateEnglish')} />
      <div class="item-pair">
        <TextPreview title={w.t('release.preview.russian')} locale="ru" text={filled(textRussian, updateRussian)} />
        <TextPreview title={w.t('release.preview.english')} locale="en" text={filled(textEnglish, updateEnglish)} />
      </div>
    </Form>
  );
}
