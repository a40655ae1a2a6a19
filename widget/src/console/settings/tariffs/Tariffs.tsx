import type { RequestKind, SupportPlan } from '../../../contract/hubs';
import en from '../../../i18n/settings/tariffs.en.json';
import ru from '../../../i18n/settings/tariffs.ru.json';
import { speech } from '../../../i18n/settings/words';
import { go, linkTo } from '../address';
import type { Tariff } from '../clinics/clinic';
import { useWords } from '../frame';
import { Form } from '../kit/Form';
import { AreaField, ChecksField, SelectField, TextField } from '../kit/fields';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';
import type { ScreenProps } from '../screens';

const tariffSpeech = speech({ ru, en });
const plans: readonly SupportPlan[] = ['Standard', 'Paid'];
const kinds = ['Question', 'FirstInstallation', 'WorkStopped', 'CriticalError', 'Training', 'ModuleSetup', 'WindowsHelp', 'DevelopmentRequest'] as const satisfies readonly RequestKind[];

/** What clinics buy. */
export default function Tariffs({ rest: [id] }: ScreenProps) {
  const w = useWords(tariffSpeech);
  const tariffs = useResource<readonly Tariff[]>('/api/tariffs');
  if (id === undefined) {
    const add = (
      <a class="button" href={linkTo('tariffs', 'new')}>
        {w.t('tariffs.add')}
      </a>
    );
    return (
      <Page title={w.t('screen.tariffs')} about={w.t('tariffs.about')} actions={add}>
        <Loaded of={tariffs}>{(known) => <Lines tariffs={known} />}</Loaded>
      </Page>
    );
  }
  const one = tariffs.value?.find((tariff) => tariff.id === id);
  return (
    <Page title={one?.name ?? w.t('tariffs.new')} up={{ link: linkTo('tariffs'), name: w.t('screen.tariffs') }}>
      <Loaded of={tariffs}>{() => (one ? <Edit tariff={one} reload={tariffs.reload} saved={tariffs.reload} /> : id === 'new' ? <Edit /> : <p class="nothing">{w.t('refusal.not-found')}</p>)}</Loaded>
    </Page>
  );
}

function Lines({ tariffs }: { tariffs: readonly Tariff[] }) {
  const w = useWords(tariffSpeech);
  return (
    <Table
      caption={w.t('screen.tariffs')}
      rows={tariffs}
      keyOf={({ id }) => id}
      columns={[
        { title: w.t('tariffs.name'), cell: ({ id, name }) => <a href={linkTo('tariffs', id)}>{name}</a> },
        { title: w.t('tariffs.plan'), cell: ({ plan }) => w.t(`plan.${plan}`) },
        { title: w.t('tariffs.serves'), cell: ({ serves }) => serves.map((kind) => w.or(`kind.${kind}`, 'tariffs.other')).join(', ') },
      ]}
    />
  );
}

interface EditProps {
  /** Without it, a new one. */
  tariff?: Tariff;
  reload?(): void;
  saved?(tariff: Tariff): void;
}

function Edit({ tariff, reload, saved = ({ id }) => go(linkTo('tariffs', id)) }: EditProps) {
  const w = useWords(tariffSpeech);
  const form = useForm({
    w,
    ...(reload && { reload }),
    initial: { name: tariff?.name ?? '', plan: tariff?.plan ?? 'Standard', serves: (tariff?.serves ?? []) as readonly (typeof kinds)[number][], offerRussian: tariff?.offer.russian ?? '', offerEnglish: tariff?.offer.english ?? '' },
    save: (values) => (tariff ? api.put<Tariff>(`/api/tariffs/${tariff.id}`, { ...values, version: tariff.version }) : api.post<Tariff>('/api/tariffs', values)),
    saved,
  });
  return (
    <Form of={form}>
      <TextField label={w.t('tariffs.name')} required maxLength={200} {...form.field('name')} />
      <SelectField label={w.t('tariffs.plan')} hint={w.t('tariffs.plan.hint')} options={plans.map((plan) => ({ value: plan, label: w.t(`plan.${plan}`) }))} {...form.field('plan')} />
      <ChecksField label={w.t('tariffs.serves')} options={kinds.map((kind) => ({ value: kind, label: w.t(`kind.${kind}`) }))} {...form.field('serves')} />
      <AreaField label={w.t('tariffs.offerRussian')} hint={w.t('tariffs.offer.hint')} maxLength={8000} {...form.field('offerRussian')} />
      <AreaField label={w.t('tariffs.offerEnglish')} maxLength={8000} {...form.field('offerEnglish')} />
    </Form>
  );
}
