import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useFace } from '../face';
import { useWords } from '../settings/frame';
import { api } from '../settings/kit/http';
import type { Preset } from '../stage';
import { type Clinic, ClinicChoice } from './ClinicChoice';
import { OpeningForm } from './OpeningForm';
import { openingSpeech } from './speech';

interface Visitor {
  id: string;
  name: string | null;
  email: string | null;
}

/** A ticket on a customer's behalf, after a call or a visit. */
export function NewTicket({ preset }: { preset: Preset | null }) {
  const w = useWords(openingSpeech);
  const unnamed = useFace().words.value.t('visitor.unnamed');
  const clinic = useSignal<Clinic | null>(preset?.clinic ?? null);
  const visitor = useSignal(preset?.visitor?.id ?? '');
  const [name, phone, text] = [useSignal(preset?.name ?? ''), useSignal(preset?.phone ?? ''), useSignal('')];
  const visitors = useVisitors(clinic.value, preset);
  const isKnown = visitor.value !== '';
  const isReady = text.value.trim() !== '' && (isKnown || clinic.value !== null || name.value.trim() !== '' || phone.value.trim() !== '');
  const body = () => ({
    clinic: clinic.peek()?.id ?? null,
    visitor: isKnown ? visitor.peek() : null,
    name: isKnown ? null : name.peek(),
    phone: isKnown ? null : phone.peek(),
    text: text.peek(),
    call: preset?.call ?? null,
  });
  const choose = (chosen: Clinic | null) => {
    clinic.value = chosen;
    visitor.value = '';
  };
  return (
    <OpeningForm path="/api/tickets" button={w.t('new.do')} isReady={isReady} body={body}>
      <ClinicChoice clinic={clinic.value} choose={choose} />
      <label class="field">
        {w.t('new.who')}
        <select value={visitor.value} onChange={(event) => (visitor.value = event.currentTarget.value)}>
          <option value="">{w.t('new.other')}</option>
          {visitors.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {[name ?? unnamed, email].filter(Boolean).join(', ')}
            </option>
          ))}
        </select>
      </label>
      {!isKnown && (
        <>
          <label class="field">
            {w.t('new.name')}
            <input type="text" autocomplete="off" maxLength={200} value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} />
          </label>
          <label class="field">
            {w.t('new.phone')}
            <input type="tel" autocomplete="off" maxLength={200} value={phone.value} onInput={(event) => (phone.value = event.currentTarget.value)} />
          </label>
        </>
      )}
      <label class="field">
        {w.t('new.text')}
        <textarea rows={4} maxLength={8000} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
      </label>
      <p class="hint">{w.t('new.text.hint')}</p>
    </OpeningForm>
  );
}

/** Who writes for the clinic, and whom this was opened for; an answer that comes after another clinic was chosen does not count. */
function useVisitors(clinic: Clinic | null, preset: Preset | null): readonly Visitor[] {
  const found = useSignal<readonly Visitor[]>([]);
  useEffect(() => {
    let isCurrent = true;
    found.value = [];
    if (clinic) void api.get<{ items: Visitor[] }>(`/api/clinics/${clinic.id}/visitors?limit=100`).then(({ items }) => isCurrent && (found.value = items), () => {});
    return () => void (isCurrent = false);
  }, [clinic?.id]);
  const known = (preset?.clinic?.id ?? null) === (clinic?.id ?? null) ? preset?.visitor : null;
  return known && !found.value.some(({ id }) => id === known.id) ? [{ ...known, email: null }, ...found.value] : found.value;
}
