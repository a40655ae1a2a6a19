import { instantWords } from '../../../i18n/settings/dates';
import { useWords } from '../frame';
import { Once } from '../kit/Once';
import { peopleSpeech } from './person';

/** A link for somebody, as the server tells it this once. */
export interface Issued {
  email: string;
  secret: string;
  expiresAt: string;
}

/** The secret stands behind the `#`: it is sent to no server on the way and stands in no log. */
export function IssuedLink({ kind, issued: { email, secret, expiresAt }, left }: { kind: 'invite' | 'reset'; issued: Issued; left(): void }) {
  const w = useWords(peopleSpeech);
  return (
    <Once
      title={w.t('people.link', { email })}
      text={w.t('people.link.text', { until: instantWords(new Date(expiresAt), w.locale) })}
      lines={[`${location.origin}/desk#${kind}/${secret}`]}
      copy={w.t('people.link.copy')}
      copied={w.t('people.link.copied')}
      done={w.t('people.link.done')}
      left={left}
    />
  );
}
