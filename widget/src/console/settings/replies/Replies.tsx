import { useSignal } from '@preact/signals';
import { asExample, type CannedReply, placeholders, repliesSpeech } from '../../canned/reply';
import type { Locale } from '../../../i18n/translate';
import { useFace } from '../../face';
import { go, linkTo } from '../address';
import { useFrame, useWords } from '../frame';
import { Form } from '../kit/Form';
import { AreaField, TextField } from '../kit/fields';
import { api, withQuery } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Places } from '../kit/Places';
import { Table } from '../kit/Table';
import { TextPreview } from '../kit/TextPreview';
import { Trouble } from '../kit/Trouble';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';
import { mayAs, type ScreenProps } from '../screens';

type Whose = 'team' | 'own';
const path = '/api/canned-replies';

/** What `/` in the composer finds: the team's, which supervisors keep, and everybody's own. */
export default function Replies({ rest: [whose, id] }: ScreenProps) {
  const w = useWords(repliesSpeech);
  const replies = useResource<readonly CannedReply[]>(path);
  const mayTeam = mayAs(useFace().desk.me.value?.roles ?? [], 'Supervisor');
  if (whose === undefined || id === undefined) {
    return (
      <Page title={w.t('screen.replies')} about={w.t('replies.about')}>
        <Loaded of={replies}>
          {(all) => (
            <>
              <Part whose="team" replies={all.filter(({ own }) => !own)} mayChange={mayTeam} />
              <Part whose="own" replies={all.filter(({ own }) => own)} mayChange />
            </>
          )}
        </Loaded>
      </Page>
    );
  }
  const one = replies.value?.find((reply) => reply.id === id && reply.own === (whose === 'own'));
  const isOpen = (whose === 'own' || (whose === 'team' && mayTeam)) && (one !== undefined || id === 'new');
  return (
    <Page title={one?.title ?? w.t(whose === 'own' ? 'replies.newOwn' : 'replies.newTeam')} up={{ link: linkTo('replies'), name: w.t('screen.replies') }}>
      <Loaded of={replies}>{() => (isOpen ? <Edit key={id} whose={whose} reload={replies.reload} {...(one && { reply: one })} /> : <p class="nothing">{w.t('refusal.not-found')}</p>)}</Loaded>
    </Page>
  );
}

function Part({ whose, replies, mayChange }: { whose: Whose; replies: readonly CannedReply[]; mayChange: boolean }) {
  const w = useWords(repliesSpeech);
  return (
    <section class="page-part">
      <h3>{w.t(`replies.${whose}.part`)}</h3>
      {replies.length === 0 && <p class="nothing">{w.t(`replies.${whose}.empty`)}</p>}
      {replies.length > 0 && (
        <Table
          caption={w.t(`replies.${whose}.part`)}
          rows={replies}
          keyOf={({ id }) => id}
          columns={[
            { title: w.t('replies.title'), cell: ({ id, title }) => (mayChange ? <a href={linkTo('replies', whose, id)}>{title}</a> : title) },
            { title: w.t('replies.shortcut'), cell: ({ shortcut }) => shortcut && `/${shortcut}` },
            { title: w.t('replies.text'), cell: ({ text: { russian, english } }) => (w.locale === 'ru' ? russian || english : english || russian) },
          ]}
        />
      )}
      {mayChange && (
        <p class="field-row">
          <a class="button quiet" href={linkTo('replies', whose, 'new')}>
            {w.t(`replies.${whose}.add`)}
          </a>
        </p>
      )}
    </section>
  );
}

function Edit({ reply, whose, reload }: { reply?: CannedReply; whose: Whose; reload(): void }) {
  const w = useWords(repliesSpeech);
  const me = useFace().desk.me.value;
  const form = useForm({
    w,
    reload,
    initial: { title: reply?.title ?? '', shortcut: reply?.shortcut ?? '', russian: reply?.text.russian ?? '', english: reply?.text.english ?? '' },
    save: (values) => (reply ? api.put<CannedReply>(`${path}/${whose}/${reply.id}`, { ...values, version: reply.version }) : api.post<CannedReply>(`${path}/${whose}`, values)),
    saved: () => (reply ? reload() : go(linkTo('replies'))),
  });
  const preview = (locale: Locale, text: string) =>
    text.trim() !== '' && <TextPreview title={w.t('replies.preview')} locale={locale} text={asExample(text.trim(), me?.name ?? '', locale)} />;
  return (
    <>
      <Form of={form}>
        <TextField label={w.t('replies.title')} hint={w.t('replies.title.hint')} required maxLength={100} {...form.field('title')} />
        <TextField label={w.t('replies.shortcut')} hint={w.t('replies.shortcut.hint')} maxLength={41} {...form.field('shortcut')} />
        <AreaField label={w.t('replies.russian')} hint={w.t('replies.language.hint')} rows={5} maxLength={8000} {...form.field('russian')} />
        {preview('ru', form.values.russian)}
        <AreaField label={w.t('replies.english')} rows={5} maxLength={8000} {...form.field('english')} />
        {preview('en', form.values.english)}
      </Form>
      <Places title={w.t('replies.places')} about={w.t('replies.places.about')} names={placeholders} meaning={(name) => w.t(`place.${name}`)} />
      {reply && <Remove reply={reply} whose={whose} />}
    </>
  );
}

function Remove({ reply, whose }: { reply: CannedReply; whose: Whose }) {
  const w = useWords(repliesSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const remove = async () => {
    const { id, title, version } = reply;
    if (!(await ask({ title: w.t('replies.remove.ask', { title }), text: w.t(`replies.${whose}.remove`), yes: w.t('replies.remove'), no: w.t('cancel') }))) return;
    trouble.value = null;
    await api.delete(withQuery(`${path}/${whose}/${id}`, { version })).then(
      () => go(linkTo('replies')),
      (error: unknown) => void (trouble.value = error),
    );
  };
  return (
    <p class="page-part field-row">
      <button type="button" class="button quiet" onClick={() => void remove()}>
        {w.t('replies.remove')}
      </button>
      {trouble.value !== null && <Trouble error={trouble.value} retry={() => void remove()} />}
    </p>
  );
}
