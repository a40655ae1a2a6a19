import { dateWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { type ClinicCard, clinicSpeech } from './clinic';

/** A clinic for who only reads it; what is not known is not named. */
export function ClinicFacts({ clinic }: { clinic: ClinicCard }) {
  const w = useWords(clinicSpeech);
  const contacts = clinic.contacts.map(({ name, role, phones, email }) => [name, role, ...phones, email].filter(Boolean).join(', '));
  const facts: readonly (readonly [string, string | null])[] = [
    [w.t('clinics.number'), clinic.number],
    [w.t('clinics.tariff'), clinic.clinic.tariff],
    [w.t('clinics.until'), clinic.tariffUntil && dateWords(clinic.tariffUntil, w.locale)],
    [w.t('clinics.contacts'), contacts.join('; ')],
    [w.t('clinics.product'), [clinic.product, clinic.productVersion].filter(Boolean).join(' ')],
    [w.t('clinics.teamViewer'), clinic.teamViewerId],
    [w.t('clinics.notes'), clinic.notes],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([name, fact]) =>
          fact && (
            <>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </>
          ),
      )}
    </dl>
  );
}
