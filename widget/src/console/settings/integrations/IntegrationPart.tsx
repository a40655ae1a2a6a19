import { instantWords } from '../../../i18n/settings/dates';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { api } from '../kit/http';
import { type Integration, integrationSpeech, nameOf, reasonWords, setUpAt } from './integrations';
import { WaitingDeliveries } from './WaitingDeliveries';

interface PartProps {
  of: Integration;
  isAdministrator: boolean;
  reload(): void;
}

/** One integration: whether it works, since when it does not and what to do, and what has not reached it. */
export function IntegrationPart({ of, isAdministrator, reload }: PartProps) {
  const w = useWords(integrationSpeech);
  const { name, isSetUp, isPaused, waiting } = of;
  const title = nameOf(name, w);
  const pause = () => void api.put(`/api/integrations/${name}`, { isPaused: !isPaused }).finally(reload);
  return (
    <section class="page-part" aria-labelledby={`integration-${name}`} data-testid="integration">
      <header class="part-head">
        <h3 id={`integration-${name}`}>{title}</h3>
        {isPaused && <span class="chip">{w.t('integrations.paused')}</span>}
        {isAdministrator && (
          <span class="part-deeds">
            {(isSetUp || isPaused) && (
              <button type="button" class="button quiet" aria-label={w.t(isPaused ? 'integrations.goOn.of' : 'integrations.pause.of', { name: title })} onClick={pause}>
                {w.t(isPaused ? 'integrations.goOn' : 'integrations.pause')}
              </button>
            )}
            {name in setUpAt && (
              <a class="button quiet" href={linkTo(setUpAt[name] ?? '')} aria-label={w.t('integrations.setUp.of', { name: title })}>
                {w.t('integrations.setUp')}
              </a>
            )}
          </span>
        )}
      </header>
      <p class="hint">{w.or(`integration.${name}.about`, 'integration.other.about', {})}</p>
      {isSetUp ? <State of={of} /> : <p>{w.t('integrations.notSetUp')}</p>}
      {waiting.length > 0 && <WaitingDeliveries of={of} reload={reload} />}
    </section>
  );
}

function State({ of: { workedAt, failedAt, reason } }: { of: Integration }) {
  const w = useWords(integrationSpeech);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  return (
    <>
      {failedAt !== null && reason !== null && <p class="trouble">{w.t('integrations.failed', { at: at(failedAt), why: reasonWords(reason, w) })}</p>}
      <p>{workedAt === null ? w.t(failedAt === null ? 'integrations.untried' : 'integrations.neverWorked') : w.t('integrations.worked', { at: at(workedAt) })}</p>
    </>
  );
}
