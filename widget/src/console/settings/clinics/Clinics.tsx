import { go, linkTo, useAddress } from '../address';
import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import { withQuery } from '../kit/http';
import { More } from '../kit/More';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { usePages } from '../kit/usePages';
import { dateWords } from '../../../i18n/settings/dates';
import type { ScreenProps } from '../screens';
import './clinics.css';
import { type ClinicLine, clinicSpeech, useMayChange } from './clinic';
import { Clinic, NewClinic } from './ClinicPage';
import { Import } from './Import';

/** The customers: who they are, by what they are served, what they have asked. */
export default function Clinics({ rest: [what] }: ScreenProps) {
  if (what === undefined) return <List />;
  return what === 'new' ? <NewClinic /> : what === 'import' ? <Import /> : <Clinic id={what} />;
}

/** What is sought is part of the address, so that Back leads to what was found. */
function List() {
  const w = useWords(clinicSpeech);
  const search = useAddress().query.get('search') ?? '';
  const pages = usePages<ClinicLine>(withQuery('/api/clinics', { search, limit: 50 }));
  const seek = (text: string) => go(withQuery(linkTo('clinics'), { search: text }));
  const mayChange = useMayChange();
  const actions = mayChange && (
    <p class="page-actions">
      <a class="button" href={linkTo('clinics', 'new')}>
        {w.t('clinics.add')}
      </a>
      <a class="button quiet" href={linkTo('clinics', 'import')}>
        {w.t('clinics.import')}
      </a>
    </p>
  );
  return (
    <Page title={w.t('screen.clinics')} about={w.t('clinics.about')} actions={actions}>
      <search class="filters" aria-label={w.t('clinics.search')}>
        <TextField type="search" label={w.t('clinics.search')} hint={w.t('clinics.search.hint')} maxLength={200} value={search} write={seek} />
      </search>
      <More of={pages} empty={w.t(search === '' ? 'clinics.empty' : 'clinics.emptySearch')}>
        {(clinics) => <Lines clinics={clinics} />}
      </More>
    </Page>
  );
}

function Lines({ clinics }: { clinics: readonly ClinicLine[] }) {
  const w = useWords(clinicSpeech);
  return (
    <Table
      caption={w.t('screen.clinics')}
      rows={clinics}
      keyOf={({ clinic }) => clinic.id}
      columns={[
        { title: w.t('clinics.name'), cell: ({ clinic }) => <a href={linkTo('clinics', clinic.id)}>{clinic.name}</a> },
        { title: w.t('clinics.number'), cell: ({ number }) => number ?? '—' },
        { title: w.t('clinics.tariff'), cell: ({ clinic }) => clinic.tariff },
        { title: w.t('clinics.until'), cell: ({ tariffUntil }) => (tariffUntil === null ? w.t('clinics.endless') : dateWords(tariffUntil, w.locale)) },
      ]}
    />
  );
}
