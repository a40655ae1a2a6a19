import { useSignal } from '@preact/signals';
import { useFrame, useWords } from '../frame';
import { api, troubleWords } from '../kit/http';
import { type Person, peopleSpeech } from './person';

/** Ends an account, or lets it be used again. */
export function Disable({ person: { id, name, disabled }, done }: { person: Person; done(): void }) {
  const w = useWords(peopleSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const turn = async () => {
    const isSure = disabled || (await ask({ title: w.t('people.disable.title'), text: w.t('people.disable.text', { name }), yes: w.t('people.disable'), no: w.t('people.keep') }));
    if (!isSure) return;
    trouble.value = null;
    await api.post(`/api/agents/${id}/${disabled ? 'enable' : 'disable'}`).then(done, (error: unknown) => (trouble.value = error));
  };
  return (
    <section class="page-part">
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {troubleWords(trouble.value, w, true)}
        </p>
      )}
      <button type="button" class="button quiet" onClick={() => void turn()}>
        {w.t(disabled ? 'people.enable' : 'people.disable')}
      </button>
    </section>
  );
}
