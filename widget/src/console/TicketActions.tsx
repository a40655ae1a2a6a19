import type { AgentTicket } from '../contract/hubs';
import { useFace } from './face';
import type { Standing } from './standing';

/** What can be done with the ticket now; what cannot is not there. */
export function TicketActions({ ticket, stands }: { ticket: AgentTicket; stands: Standing }) {
  const { desk, stage, words } = useFace();
  const w = words.value;
  const isBusy = desk.isBusy.value;
  const request = { ticket: ticket.id };
  if (!stands.isHeld) return null;
  return (
    <div class="actions">
      {stands.isWaitedFor ? (
        <button type="button" class="button quiet" title={w.t('endWait.hint')} disabled={isBusy} onClick={() => void desk.change('EndWait', request)}>
          {w.t('endWait')}
        </button>
      ) : (
        <button type="button" class="button quiet" title={w.t('resolve.hint')} disabled={isBusy} onClick={() => void desk.change('Resolve', request)}>
          {w.t('resolve')}
        </button>
      )}
      <button type="button" class="button quiet" disabled={isBusy} onClick={() => (stage.dialog.value = 'transfer')}>
        {w.t('transfer')}
      </button>
      <button type="button" class={ticket.remote ? 'button' : 'button quiet'} title={w.t('remote')} disabled={isBusy} onClick={() => (stage.dialog.value = 'remote')}>
        {w.t('remote.open')}
      </button>
      <button type="button" class="button quiet" title={w.t('split')} disabled={isBusy} onClick={() => (stage.dialog.value = 'split')}>
        {w.t('split.open')}
      </button>
      <button type="button" class="button quiet" title={w.t('development')} disabled={isBusy} onClick={() => (stage.dialog.value = 'development')}>
        {w.t('development.open')}
      </button>
      <button type="button" class="button quiet" disabled={isBusy} onClick={() => void desk.change('Release', request)}>
        {w.t('release')}
      </button>
    </div>
  );
}

/** A claim that waits for a decision: who says what, and the two answers. */
export function ClaimBox({ ticket, stands }: { ticket: AgentTicket; stands: Standing }) {
  const { desk, stage, words } = useFace();
  const w = words.value;
  const { claim } = ticket;
  if (!claim || stands.isOver) return null;
  return (
    <section class="claim-box" aria-label={w.t('criticality')}>
      <h3>{w.t(claim.byVisitor ? 'claim.byVisitor' : 'claim.byAgent', { kind: w.t(`kind.${claim.kind}`) })}</h3>
      <p>{w.t(claim.counts ? 'claim.counts' : 'claim.doubtful')}</p>
      <div class="actions">
        <button type="button" class="button" disabled={desk.isBusy.value} onClick={() => void desk.change('ConfirmCriticality', { ticket: ticket.id })}>
          {w.t('claim.confirm')}
        </button>
        <button type="button" class="button quiet" disabled={desk.isBusy.value} onClick={() => (stage.dialog.value = 'claim')}>
          {w.t('claim.reject.open')}
        </button>
      </div>
    </section>
  );
}
