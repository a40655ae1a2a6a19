import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AgentTicket } from '../../contract/hubs';
import { useFace, useOpenTicket } from '../face';
import { useWords } from '../settings/frame';
import { api } from '../settings/kit/http';
import { Invitation } from './Invitation';
import './remote.css';
import { Session } from './Session';
import { refusedWords, remoteSpeech } from './speech';

/** What the ticket's agent connects with; nobody else is told. */
export interface Access {
  canMake: boolean;
  code: string | null;
  link: string | null;
  teamViewerId: string | null;
  password: string | null;
  until: string | null;
}

/** What the parts of the dialog do: whatever changes the ticket answers with it. */
export interface Acts {
  isBusy: boolean;
  post(deed: string, body: object): Promise<boolean>;
}

/** Remote support of the open ticket: an invitation, or what became of it. */
export default function Remote() {
  const { desk } = useFace();
  const open = useOpenTicket();
  const w = useWords(remoteSpeech);
  const access = useSignal<Access | null>(null);
  const trouble = useSignal('');
  const isBusy = useSignal(false);
  const ticket = open?.ticket;
  const path = `/api/tickets/${ticket?.id ?? ''}/remote-support`;
  const fail = (error: unknown) => (trouble.value = refusedWords(error, w));
  const read = () => void api.get<Access>(path).then((answer) => (access.value = answer), fail);
  useEffect(read, [path, ticket?.version]);
  const post = async (deed: string, body: object) => {
    isBusy.value = true;
    trouble.value = '';
    const done = await api.post<AgentTicket>(`${path}${deed}`, body).then(
      (answer) => (desk.open.peek()?.see(answer), true),
      (error: unknown) => (fail(error), false),
    );
    isBusy.value = false;
    return done;
  };
  if (!ticket || !access.value) return <p role="status">{trouble.value || w.t('loading')}</p>;
  const acts: Acts = { isBusy: isBusy.value, post };
  return (
    <div class="remote">
      {ticket.remote ? <Session ticket={ticket} remote={ticket.remote} access={access.value} acts={acts} read={read} /> : <Invitation ticket={ticket} access={access.value} acts={acts} />}
      <div role="alert">{trouble.value && <p class="remote-trouble">{trouble.value}</p>}</div>
    </div>
  );
}
