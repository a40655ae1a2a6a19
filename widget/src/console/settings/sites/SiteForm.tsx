import { useWords } from '../frame';
import { Form } from '../kit/Form';
import { AreaField, CheckField, SelectField, TextField } from '../kit/fields';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import { positions, type Site } from './site';
import { siteSpeech } from './words';

interface FormProps {
  /** Without it, a new one. */
  site?: Site;
  reload?(): void;
  saved(site: Site): void;
}

const lines = (text: string) => text.split(/[\s,]+/).filter((line) => line !== '');

/** Where the panel may be framed, and what it looks like there. */
export function SiteForm({ site, reload, saved }: FormProps) {
  const w = useWords(siteSpeech);
  const form = useForm({
    w,
    ...(reload && { reload }),
    initial: {
      key: site?.key ?? '',
      name: site?.name ?? '',
      origins: site?.origins.join('\n') ?? '',
      colour: site?.colour ?? '',
      titleRussian: site?.title.russian ?? '',
      titleEnglish: site?.title.english ?? '',
      greetingRussian: site?.greeting.russian ?? '',
      greetingEnglish: site?.greeting.english ?? '',
      position: site?.position ?? 'Right',
      noticeRussian: site?.notice.text.russian ?? '',
      noticeEnglish: site?.notice.text.english ?? '',
      noticeLink: site?.notice.link ?? '',
      needsConsent: site?.notice.needsConsent ?? false,
    },
    save: (values) => {
      const body = { ...values, origins: lines(values.origins) };
      return site ? api.put<Site>(`/api/sites/${site.id}`, { ...body, version: site.version }) : api.post<Site>('/api/sites', body);
    },
    saved,
  });
  return (
    <Form of={form}>
      {!site && <TextField label={w.t('sites.key')} hint={w.t('sites.key.hint')} required maxLength={40} pattern="[a-z0-9][a-z0-9\-]*" {...form.field('key')} />}
      <TextField label={w.t('sites.name')} required maxLength={60} {...form.field('name')} />
      <AreaField label={w.t('sites.origins')} hint={w.t('sites.origins.hint')} rows={3} {...form.field('origins')} />
      <div class="site-colour">
        <TextField label={w.t('sites.colour')} hint={w.t('sites.colour.hint')} maxLength={7} pattern="#[0-9a-fA-F]{6}" {...form.field('colour')} />
        <input type="color" aria-label={w.t('sites.colour.pick')} value={/^#[0-9a-f]{6}$/i.test(form.values.colour) ? form.values.colour : '#0b5563'} onInput={(event) => form.field('colour').write(event.currentTarget.value)} />
      </div>
      <SelectField label={w.t('sites.position')} hint={w.t('sites.position.hint')} options={positions.map((value) => ({ value, label: w.t(`position.${value}`) }))} {...form.field('position')} />
      <TextField label={w.t('sites.titleRussian')} hint={w.t('sites.own')} maxLength={60} {...form.field('titleRussian')} />
      <TextField label={w.t('sites.titleEnglish')} maxLength={60} {...form.field('titleEnglish')} />
      <AreaField label={w.t('sites.greetingRussian')} hint={w.t('sites.own')} rows={3} maxLength={300} {...form.field('greetingRussian')} />
      <AreaField label={w.t('sites.greetingEnglish')} rows={3} maxLength={300} {...form.field('greetingEnglish')} />
      <AreaField label={w.t('sites.noticeRussian')} hint={w.t('sites.notice.hint')} rows={3} maxLength={500} {...form.field('noticeRussian')} />
      <AreaField label={w.t('sites.noticeEnglish')} rows={3} maxLength={500} {...form.field('noticeEnglish')} />
      <TextField label={w.t('sites.noticeLink')} maxLength={500} {...form.field('noticeLink')} />
      <CheckField label={w.t('sites.needsConsent')} {...form.field('needsConsent')} />
    </Form>
  );
}
