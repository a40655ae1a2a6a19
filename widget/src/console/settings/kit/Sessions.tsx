import { instantWords } from '../../../i18n/settings/dates';
import en from '../../../i18n/settings/security.en.json';
import ru from '../../../i18n/settings/security.ru.json';
import { speech } from '../../../i18n/settings/words';
import { useWords } from '../frame';
import { Table } from './Table';

export const securitySpeech = speech({ ru, en });

export interface Session {
  id: string;
  device: string | null;
  address: string | null;
  since: string;
  seenAt: string;
  current: boolean;
}

/** Where somebody is signed in, with a way to end it; the sign-in of this browser ends by signing out. */
export function Sessions({ sessions, end }: { sessions: readonly Session[]; end(session: Session): void }) {
  const w = useWords(securitySpeech);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  const device = (session: Session) => session.device ?? w.t('security.session.unknown');
  return (
    <Table
      caption={w.t('security.sessions')}
      keyOf={(session) => session.id}
      rows={sessions}
      columns={[
        { title: w.t('security.session.device'), cell: (session) => (session.current ? `${device(session)} — ${w.t('security.session.this')}` : device(session)) },
        { title: w.t('security.session.address'), cell: (session) => session.address ?? '—' },
        { title: w.t('security.session.since'), cell: (session) => at(session.since) },
        { title: w.t('security.session.seen'), cell: (session) => at(session.seenAt) },
        {
          title: w.t('security.session.end'),
          cell: (session) =>
            !session.current && (
              <button type="button" class="button quiet" aria-label={w.t('security.session.endOf', { device: device(session), since: at(session.since) })} onClick={() => end(session)}>
                {w.t('security.session.end')}
              </button>
            ),
        },
      ]}
    />
  );
}
