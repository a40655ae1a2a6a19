import type { AgentTicket } from '../../../contract/hubs';
import { instantWords } from '../../../i18n/settings/dates';
import { look, useFace } from '../../face';
import { useWords } from '../frame';
import { More } from '../kit/More';
import { Table } from '../kit/Table';
import { usePages } from '../kit/usePages';
import { clinicSpeech } from './clinic';

interface Visitor {
  id: string;
  name: string | null;
  email: string | null;
  site: string;
}

/** What a clinic has asked, and who writes for it. */
export function ClinicHistory({ id }: { id: string }) {
  const w = useWords(clinicSpeech);
  const tickets = usePages<AgentTicket>(`/api/clinics/${id}/tickets?limit=20`);
  const visitors = usePages<Visitor>(`/api/clinics/${id}/visitors?limit=20`);
  return (
    <>
      <section class="page-part" aria-labelledby="clinic-tickets">
        <h3 id="clinic-tickets">{w.t('clinics.tickets')}</h3>
        <More of={tickets} empty={w.t('clinics.tickets.empty')}>
          {(items) => <Tickets tickets={items} />}
        </More>
      </section>
      <section class="page-part" aria-labelledby="clinic-visitors">
        <h3 id="clinic-visitors">{w.t('clinics.visitors')}</h3>
        <More of={visitors} empty={w.t('clinics.visitors.empty')}>
          {(items) => <Visitors visitors={items} />}
        </More>
      </section>
    </>
  );
}

function Tickets({ tickets }: { tickets: readonly AgentTicket[] }) {
  const w = useWords(clinicSpeech);
  const face = useFace();
  return (
    <Table
      caption={w.t('clinics.tickets')}
      rows={tickets}
      keyOf={({ id }) => id}
      columns={[
        {
          title: w.t('clinics.ticket'),
          cell: (ticket) => (
            <button type="button" class="plain" onClick={() => look(face, ticket, false)}>
              {ticket.number}
            </button>
          ),
        },
        { title: w.t('clinics.asked'), cell: ({ preview }) => preview },
        { title: w.t('clinics.status'), cell: ({ status }) => w.or(`status.${status}`, 'refusal.unknown', { code: status }) },
        { title: w.t('clinics.opened'), cell: ({ openedAt }) => instantWords(new Date(openedAt), w.locale) },
      ]}
    />
  );
}

function Visitors({ visitors }: { visitors: readonly Visitor[] }) {
  const w = useWords(clinicSpeech);
  return (
    <Table
      caption={w.t('clinics.visitors')}
      rows={visitors}
      keyOf={({ id }) => id}
      columns={[
        { title: w.t('clinics.visitor'), cell: ({ name }) => name ?? w.t('clinics.unnamed') },
        { title: w.t('clinics.contact.email'), cell: ({ email }) => email ?? '—' },
        { title: w.t('clinics.site'), cell: ({ site }) => site },
      ]}
    />
  );
}
