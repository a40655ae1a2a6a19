import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { type Resource, useResource } from '../kit/useResource';
import { type ClinicCard, clinicSpeech, type Tariff, useMayChange } from './clinic';
import { ClinicFacts } from './ClinicFacts';
import { ClinicForm } from './ClinicForm';
import { ClinicHistory } from './ClinicHistory';
import { EraseContacts } from './EraseContacts';

const useUp = () => ({ link: linkTo('clinics'), name: useWords(clinicSpeech).t('screen.clinics') });

export function NewClinic() {
  const w = useWords(clinicSpeech);
  const tariffs = useResource<readonly Tariff[]>('/api/tariffs');
  return (
    <Page title={w.t('clinics.new')} up={useUp()}>
      <Loaded of={tariffs}>{(known) => <ClinicForm tariffs={known} saved={({ clinic }) => go(linkTo('clinics', clinic.id))} />}</Loaded>
    </Page>
  );
}

export function Clinic({ id }: { id: string }) {
  const w = useWords(clinicSpeech);
  const card = useResource<ClinicCard>(`/api/clinics/${encodeURIComponent(id)}`);
  const tariffs = useResource<readonly Tariff[]>('/api/tariffs');
  return (
    <Page title={card.value?.clinic.name ?? w.t('clinics.one')} up={useUp()}>
      <Loaded of={card}>{(clinic) => <Loaded of={tariffs}>{(known) => <Whole card={card} clinic={clinic} tariffs={known} />}</Loaded>}</Loaded>
    </Page>
  );
}

/** Whoever may not change a clinic reads what its tickets need. */
function Whole({ card, clinic, tariffs }: { card: Resource<ClinicCard>; clinic: ClinicCard; tariffs: readonly Tariff[] }) {
  return (
    <>
      {useMayChange() ? <ClinicForm clinic={clinic} tariffs={tariffs} reload={card.reload} saved={card.set} /> : <ClinicFacts clinic={clinic} />}
      <ClinicHistory id={clinic.clinic.id} />
      <EraseContacts id={clinic.clinic.id} erased={card.reload} />
    </>
  );
}
