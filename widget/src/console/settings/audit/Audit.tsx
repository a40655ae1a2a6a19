import { useRef } from 'preact/hooks';
import { useAddress } from '../address';
import { useWords } from '../frame';
import { instantsOf } from '../kit/days';
import { withQuery } from '../kit/http';
import { More } from '../kit/More';
import { Page } from '../kit/Page';
import { usePages } from '../kit/usePages';
import './audit.css';
import { AuditDays } from './AuditDays';
import { AuditFilters, filterNames, filterOf } from './AuditFilters';
import { type AuditEntry, auditSpeech } from './entry';

/** Who changed what, newest first. The filter is part of the address, so that it can be handed on and gone back from. */
export default function Audit() {
  const w = useWords(auditSpeech);
  const { query } = useAddress();
  const filter = filterOf(query);
  const pages = usePages<AuditEntry>(withQuery('/api/audit', { ...filter, ...instantsOf(filter), limit: 50 }));
  const isFiltered = filterNames.some((name) => filter[name] !== '');
  const people = usePeople(pages.items);
  return (
    <Page title={w.t('screen.audit')} about={w.t('audit.about')}>
      <AuditFilters filter={filter} people={people} />
      <More of={pages} empty={w.t(isFiltered ? 'audit.emptyFiltered' : 'audit.empty')}>
        {(entries) => <AuditDays entries={entries} />}
      </More>
    </Page>
  );
}

/** Whoever was met in the entries so far, by id. */
function usePeople(entries: readonly AuditEntry[]): ReadonlyMap<string, string> {
  const met = useRef(new Map<string, string>());
  for (const { by } of entries) if (by.id !== null && by.kind === 'Agent') met.current.set(by.id, by.name ?? by.id);
  return met.current;
}
