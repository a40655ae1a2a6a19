import { useSignal } from '@preact/signals';
import { type ArticleNode, Rendered } from '../../../ui/manual/Rendered';
import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { Form } from '../kit/Form';
import { AreaField, SelectField, TextField } from '../kit/fields';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Trouble } from '../kit/Trouble';
import { useForm } from '../kit/useForm';
import { type Resource, useResource } from '../kit/useResource';
import { type Article, languages, manualSpeech, states } from './article';
import { Versions } from './Versions';

const blank = { language: 'Russian', title: '', body: '', tags: '', product: '', module: '', state: 'Draft' } as const satisfies Values;

type Values = Pick<Article, 'language' | 'title' | 'body' | 'state'> & { tags: string; product: string; module: string };

export function NewArticle() {
  const w = useWords(manualSpeech);
  return (
    <Page title={w.t('manual.new')} up={{ link: linkTo('manual'), name: w.t('screen.manual') }}>
      <Edit initial={blank} save={(values) => api.post<Article>('/api/articles', bodyOf(values))} saved={({ id }) => go(linkTo('manual', id))} />
    </Page>
  );
}

export function ArticlePage({ id }: { id: string }) {
  const w = useWords(manualSpeech);
  const article = useResource<Article>(`/api/articles/${id}`);
  return (
    <Page title={article.value?.title ?? w.t('manual.one')} up={{ link: linkTo('manual'), name: w.t('screen.manual') }}>
      <Use id={id} />
      <Loaded of={article}>{(value) => <Known article={value} of={article} />}</Loaded>
    </Page>
  );
}

/** How the article has served; nothing where that cannot be told. */
function Use({ id }: { id: string }) {
  const w = useWords(manualSpeech);
  const use = useResource<{ helped: number }>(`/api/articles/${id}/use`);
  return <p class="hint">{use.value && (use.value.helped > 0 ? w.plural('manual.helped', use.value.helped) : w.t('manual.helpedNobody'))}</p>;
}

function Known({ article, of }: { article: Article; of: Resource<Article> }) {
  const put = (values: Values) => api.put<Article>(`/api/articles/${article.id}`, { ...bodyOf(values), version: article.version });
  const initial = valuesOf(article);
  return (
    <>
      <Edit initial={initial} save={put} saved={of.set} reload={of.reload} />
      {/* What is published stays so, and a draft a draft: only the text goes back. */}
      <Versions key={article.version} article={article} restore={async (old) => of.set(await put({ ...valuesOf(old), state: article.state }))} />
    </>
  );
}

const valuesOf = ({ language, title, body, state, tags, product, module }: Article): Values => ({ language, title, body, state, tags: tags.join(', '), product: product ?? '', module: module ?? '' });
const bodyOf = (values: Values) => ({ ...values, tags: values.tags.split(',') });

interface EditProps {
  initial: Values;
  save(values: Values): Promise<Article>;
  saved(article: Article): void;
  reload?(): void;
}

function Edit({ initial, save, saved, reload }: EditProps) {
  const w = useWords(manualSpeech);
  const form = useForm<Values, Article>({ w, initial, save, saved, ...(reload && { reload }) });
  return (
    <Form of={form}>
      <TextField label={w.t('manual.title')} required maxLength={200} {...form.field('title')} />
      <AreaField label={w.t('manual.body')} hint={w.t('manual.body.hint')} required rows={16} maxLength={50_000} {...form.field('body')} />
      <Preview body={form.values.body} />
      <TextField label={w.t('manual.tags')} hint={w.t('manual.tags.hint')} {...form.field('tags')} />
      <div class="article-pair">
        <TextField label={w.t('manual.product')} maxLength={200} {...form.field('product')} />
        <TextField label={w.t('manual.module')} maxLength={200} {...form.field('module')} />
        <SelectField label={w.t('manual.language')} options={languages.map((value) => ({ value, label: w.t(`language.${value}`) }))} {...form.field('language')} />
        <SelectField label={w.t('manual.state')} hint={w.t('manual.state.hint')} options={states.map((value) => ({ value, label: w.t(`state.${value}`) }))} {...form.field('state')} />
      </div>
    </Form>
  );
}

/** What readers will see, when it is asked for; it says so when the text has gone on since. */
function Preview({ body }: { body: string }) {
  const w = useWords(manualSpeech);
  const shown = useSignal<{ of: string; nodes: readonly ArticleNode[] } | null>(null);
  const trouble = useSignal<unknown>(null);
  const show = () => {
    trouble.value = null;
    api.post<readonly ArticleNode[]>('/api/articles/preview', { body }).then(
      (nodes) => (shown.value = { of: body, nodes }),
      (error: unknown) => (trouble.value = error),
    );
  };
  const { value } = shown;
  return (
    <section class="article-preview" aria-label={w.t('manual.preview')}>
      <p class="field-row">
        <button type="button" class="button quiet" disabled={body.trim() === ''} onClick={show}>
          {w.t(value === null ? 'manual.show' : 'manual.showAgain')}
        </button>
        <span class="hint" role="status">
          {value !== null && value.of !== body ? w.t('manual.stale') : ''}
        </span>
      </p>
      {trouble.value !== null && <Trouble error={trouble.value} retry={show} />}
      {value && <Rendered nodes={value.nodes} />}
    </section>
  );
}
