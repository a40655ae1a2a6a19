import { useSignal } from '@preact/signals';
import { instantWords } from '../../../i18n/settings/dates';
import { useFace } from '../../face';
import { useFrame, useWords } from '../frame';
import { AreaField, DateField, SelectField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { Trouble } from '../kit/Trouble';
import { useForm } from '../kit/useForm';
import { type Block, useMayBlock, type VisitorCard, visitorSpeech } from './visitor';

interface PartProps {
  visitor: VisitorCard;
  changed(): void;
}

/** Whether this visitor may write; whoever may changes it here. */
export function BlockPart({ visitor, changed }: PartProps) {
  const w = useWords(visitorSpeech);
  const mayBlock = useMayBlock();
  const isAsked = useSignal(false);
  const done = () => {
    isAsked.value = false;
    changed();
  };
  if (visitor.block) return <Standing block={visitor.block} changed={changed} />;
  if (!mayBlock) return null;
  return (
    <section class="page-part" aria-labelledby="visitor-block">
      <h3 id="visitor-block">{w.t('block')}</h3>
      {isAsked.value ? (
        <BlockForm visitor={visitor} left={() => (isAsked.value = false)} changed={done} />
      ) : (
        <button type="button" class="button quiet" onClick={() => (isAsked.value = true)}>
          {w.t('block.open')}
        </button>
      )}
    </section>
  );
}

/** Who blocked, why and until when; and the way back. */
function Standing({ block: { visitorId, reason, by, at, until, version }, changed }: { block: Block; changed(): void }) {
  const w = useWords(visitorSpeech);
  const { ask } = useFrame();
  const mayBlock = useMayBlock();
  const trouble = useSignal<unknown>(null);
  const lift = async () => {
    if (!(await ask({ title: w.t('block.lift.title'), text: w.t('block.lift.text'), yes: w.t('block.lift.yes'), no: w.t('cancel') }))) return;
    trouble.value = null;
    await api.delete(`/api/visitors/${visitorId}/block?version=${version}`).then(changed, (error: unknown) => void (trouble.value = error));
  };
  return (
    <section class="page-part" aria-labelledby="visitor-block">
      <h3 id="visitor-block">{w.t('block.stands')}</h3>
      <dl class="facts">
        <dt>{w.t('block.until')}</dt>
        <dd>{until === null ? w.t('block.endless') : <time dateTime={until}>{instantWords(new Date(until), w.locale)}</time>}</dd>
        <dt>{w.t('block.reason')}</dt>
        <dd>{reason}</dd>
        <dt>{w.t('block.by')}</dt>
        <dd>
          {by}, <time dateTime={at}>{instantWords(new Date(at), w.locale)}</time>
        </dd>
      </dl>
      {trouble.value !== null && <Trouble error={trouble.value} retry={changed} />}
      {mayBlock && (
        <div class="form-foot">
          <button type="button" class="button quiet" onClick={() => void lift()}>
            {w.t('block.lift')}
          </button>
        </div>
      )}
    </section>
  );
}

const hour = 3_600_000;
const terms = { hour, day: 24 * hour, week: 7 * 24 * hour, month: 30 * 24 * hour } as const;
type Term = keyof typeof terms | 'date' | 'endless';
const allTerms: readonly Term[] = ['hour', 'day', 'week', 'month', 'date', 'endless'];

function BlockForm({ visitor: { id, blockVersion }, left, changed }: PartProps & { left(): void }) {
  const w = useWords(visitorSpeech);
  const { now } = useFace();
  const form = useForm({
    w,
    reload: changed,
    initial: { reason: '', term: 'day' as Term, date: '' },
    save: ({ reason, term, date }) => api.put<Block>(`/api/visitors/${id}/block`, { reason, until: endOf(term, date, now.peek()), version: blockVersion }),
    saved: changed,
  });
  return (
    <Form of={form} save={w.t('block.do')} left={left}>
      <AreaField label={w.t('block.reason')} hint={w.t('block.reason.hint')} rows={2} maxLength={500} required {...form.field('reason')} />
      <SelectField label={w.t('block.term')} options={allTerms.map((value) => ({ value, label: w.t(`block.term.${value}`) }))} {...form.field('term')} />
      {form.values.term === 'date' && <DateField label={w.t('block.date')} hint={w.t('block.date.hint')} required {...form.field('date')} />}
      <p class="hint">{w.t('block.hint')}</p>
    </Form>
  );
}

/** A date is the day on which writing is allowed again, from its beginning in Moscow. */
function endOf(term: Term, date: string, now: number): string | null {
  if (term === 'endless') return null;
  return new Date(term === 'date' ? Date.parse(`${date}T00:00:00+03:00`) : now + terms[term]).toISOString();
}
