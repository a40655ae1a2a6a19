import { useSignal } from '@preact/signals';
import { go, linkTo } from '../address';
import { useFrame, useWords } from '../frame';
import { base64 } from '../kit/base64';
import { FileDrop } from '../kit/FileDrop';
import { api } from '../kit/http';
import { LineErrors } from '../kit/LineErrors';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { Trouble } from '../kit/Trouble';
import { type ArticleLanguage, manualSpeech } from './article';

interface PreviewFile {
  file: string;
  title: string | null;
  language: ArticleLanguage | null;
  outcome: 'Added' | 'Changed' | 'Unchanged' | 'Error';
  fields: readonly string[];
  errors: readonly { line: number; code: string }[];
}

interface Preview {
  fingerprint: string;
  added: number;
  changed: number;
  unchanged: number;
  errors: number;
  files: readonly PreviewFile[];
}

interface Seen {
  files: readonly { name: string; file: string }[];
  preview: Preview;
}

/** A folder of Markdown: what it would change is shown first, and done as it was shown. */
export function ImportFolder() {
  const w = useWords(manualSpeech);
  const seen = useSignal<Seen | null>(null);
  const trouble = useSignal<unknown>(null);
  const show = async (chosen: readonly File[]) => {
    seen.value = trouble.value = null;
    try {
      const files = await Promise.all(chosen.map(async (file) => ({ name: file.name, file: await base64(file) })));
      seen.value = { files, preview: await api.post<Preview>('/api/articles/import/preview', { files }) };
    } catch (error) {
      trouble.value = error;
    }
  };
  const apply = async ({ files, preview: { fingerprint } }: Seen) => {
    trouble.value = null;
    await api.post('/api/articles/import', { files, fingerprint }).then(
      () => go(linkTo('manual')),
      (error: unknown) => void (trouble.value = error),
    );
  };
  const { value } = seen;
  return (
    <Page title={w.t('import.title')} about={w.t('import.about')} up={{ link: linkTo('manual'), name: w.t('screen.manual') }}>
      <div class="import-files">
        <FileDrop label={w.t('import.files')} hint={w.t('import.files.hint')} kinds={['md', 'markdown']} limit={1} several chosen={(...files) => void show(files)} />
      </div>
      {trouble.value !== null && <Trouble error={trouble.value} retry={() => void (value && apply(value))} />}
      {value && <Shown preview={value.preview} apply={() => void apply(value)} />}
    </Page>
  );
}

function Shown({ preview: { added, changed, unchanged, errors, files }, apply }: { preview: Preview; apply(): void }) {
  const w = useWords(manualSpeech);
  const { w: frame } = useFrame();
  const moved = files.filter(({ outcome }) => outcome === 'Added' || outcome === 'Changed');
  return (
    <>
      <p class="import-counts" role="status">
        <span>{w.plural('import.added', added)}</span>
        <span>{w.plural('import.changed', changed)}</span>
        <span>{w.plural('import.unchanged', unchanged)}</span>
      </p>
      <LineErrors errors={files.flatMap((one) => one.errors.map((error) => ({ ...error, ...(one.file && { file: one.file }) })))} w={w} />
      {errors === 0 && moved.length > 0 && (
        <p>
          <button type="button" class="button" onClick={apply}>
            {w.t('import.apply')}
          </button>
        </p>
      )}
      {errors === 0 && moved.length === 0 && <p>{frame.t('change.none')}</p>}
      {moved.length > 0 && (
        <Table
          caption={w.t('import.articles')}
          rows={moved}
          keyOf={({ file }) => file}
          columns={[
            { title: w.t('manual.title'), cell: ({ title }) => title },
            { title: w.t('import.file'), cell: ({ file }) => file },
            { title: w.t('import.what'), cell: ({ outcome, fields }) => (outcome === 'Added' ? w.t('import.Added') : fields.map((field) => w.or(`manual.${field}`, 'import.other')).join(', ')) },
          ]}
        />
      )}
    </>
  );
}
