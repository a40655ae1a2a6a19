import { useFace } from '../../face';
import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { dayOf, isHalfTyped } from '../kit/days';
import { DateField, SelectField } from '../kit/fields';
import { withQuery } from '../kit/http';
import { auditSpeech } from './entry';

export const filterNames = ['kind', 'by', 'since', 'until'] as const;
export type Filter = Readonly<Record<(typeof filterNames)[number], string>>;

/** As the address has it; what is no date is none. */
export function filterOf(query: URLSearchParams): Filter {
  const [kind, by, since, until] = filterNames.map((name) => query.get(name) ?? '') as [string, string, string, string];
  return { kind, by, since: dayOf(since), until: dayOf(until) };
}

const kinds = ['AgentRights', 'Invitation', 'PasswordReset', 'Shift', 'AlarmSettings', 'RetentionSettings', 'RetentionRun', 'Clinic', 'TariffTerms', 'Site', 'Mailbox', 'MailSettings', 'TelephonySettings', 'ApiKey', 'IntegrationSwitch', 'DevelopmentItem', 'ProgramRelease', 'DevelopmentSettings', 'RemoteSupportSettings', 'VisitorBlock', 'CalendarYear', 'RegulationSettings', 'Article', 'CannedReply', 'WorkingText'] as const;

/** `people`: names by id, of those who may be chosen. */
export function AuditFilters({ filter, people }: { filter: Filter; people: ReadonlyMap<string, string> }) {
  const { desk } = useFace();
  const w = useWords(auditSpeech);
  const me = desk.me.value;
  const choose = (name: keyof Filter) => (value: string) => {
    if (!(/^(since|until)$/.test(name) && isHalfTyped(value))) go(withQuery(linkTo('audit'), { ...filter, [name]: value }));
  };
  const known = new Map([...(me ? [[me.id, me.name] as const] : []), ...people]);
  const { by } = filter;
  if (by !== '' && !known.has(by)) known.set(by, by);
  const isFiltered = filterNames.some((name) => filter[name] !== '');
  const field = (name: keyof Filter) => ({ name, value: filter[name], write: choose(name) });
  return (
    <search class="filters" aria-label={w.t('audit.filters')}>
      <SelectField label={w.t('audit.kind')} {...field('kind')} none={w.t('any')} options={kinds.map((kind) => ({ value: kind, label: w.t(`kind.${kind}`) }))} />
      <SelectField label={w.t('audit.by')} {...field('by')} none={w.t('any')} options={[...known].map(([value, label]) => ({ value, label }))} />
      <DateField label={w.t('audit.since')} {...field('since')} max={filter.until} />
      <DateField label={w.t('audit.until')} {...field('until')} min={filter.since} />
      {isFiltered && (
        <button type="button" class="button quiet" onClick={() => go(linkTo('audit'))}>
          {w.t('audit.clear')}
        </button>
      )}
    </search>
  );
}
