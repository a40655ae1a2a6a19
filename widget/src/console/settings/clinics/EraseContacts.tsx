import { useSignal } from '@preact/signals';
import { useFace } from '../../face';
import { useFrame, useWords } from '../frame';
import { api } from '../kit/http';
import { Trouble } from '../kit/Trouble';
import { clinicSpeech } from './clinic';

/** For administrators: what the law may ask for. */
export function EraseContacts({ id, erased }: { id: string; erased(): void }) {
  const w = useWords(clinicSpeech);
  const { desk } = useFace();
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  if (!desk.me.value?.roles.includes('Administrator')) return null;
  const erase = async () => {
    if (!(await ask({ title: w.t('clinics.erase.title'), text: w.t('clinics.erase.text'), yes: w.t('clinics.erase'), no: w.t('cancel') }))) return;
    trouble.value = null;
    await api.post(`/api/clinics/${id}/erase-contacts`).then(erased, (error: unknown) => void (trouble.value = error));
  };
  return (
    <section class="page-part">
      {trouble.value !== null && <Trouble error={trouble.value} retry={() => void erase()} />}
      <button type="button" class="button quiet" onClick={() => void erase()}>
        {w.t('clinics.erase')}
      </button>
    </section>
  );
}
