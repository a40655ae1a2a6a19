import { useRef } from 'preact/hooks';
import { newId } from '../../../ui/browser';
import { useWords } from '../frame';
import { AreaField, SelectField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import { developmentSpeech, type Item, type Severity, severities, type State, states } from './development';

interface ItemFormProps {
  /** Without it, a new one. */
  item?: Item;
  saved(item: Item): unknown;
  reload?(): void;
}

export function ItemForm({ item, saved, reload }: ItemFormProps) {
  const w = useWords(developmentSpeech);
  const id = useRef('');
  const form = useForm({
    w,
    initial: {
      title: item?.title ?? '',
      description: item?.description ?? '',
      severity: item?.severity ?? ('Normal' as Severity),
      state: item?.state ?? ('Planned' as State),
      plannedVersion: item?.plannedVersion ?? '',
      link: item?.link ?? '',
      externalKey: item?.externalKey ?? '',
    },
    save: (values) => api.put<Item>(`/api/development/items/${item?.id ?? (id.current ||= newId())}`, { ...values, version: item?.version ?? null }),
    saved,
    ...(reload && { reload }),
  });
  return (
    <Form of={form}>
      <TextField label={w.t('item.title')} required maxLength={200} {...form.field('title')} />
      <AreaField label={w.t('item.description')} hint={w.t('item.description.hint')} rows={6} maxLength={8000} {...form.field('description')} />
      <div class="item-pair">
        <SelectField label={w.t('item.severity')} options={severities.map((value) => ({ value, label: w.t(`severity.${value}`) }))} {...form.field('severity')} />
        <SelectField label={w.t('item.state')} options={states.filter((state) => state !== 'Released').map((value) => ({ value, label: w.t(`state.${value}`) }))} {...form.field('state')} />
        <TextField label={w.t('item.planned')} hint={w.t('item.planned.hint')} maxLength={200} {...form.field('plannedVersion')} />
      </div>
      <div class="item-pair">
        <TextField label={w.t('item.key')} hint={w.t('item.key.hint')} maxLength={200} {...form.field('externalKey')} />
        <TextField type="url" label={w.t('item.link')} maxLength={500} {...form.field('link')} />
      </div>
    </Form>
  );
}
