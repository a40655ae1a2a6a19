import { linkTo } from '../address';
import { useFrame, useWords } from '../frame';
import { base64 } from '../kit/base64';
import { FileDrop } from '../kit/FileDrop';
import { LineErrors } from '../kit/LineErrors';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { Trouble } from '../kit/Trouble';
import { useImport } from '../kit/useImport';
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

/** A folder of Markdown: what it would change is shown first, and done as it was shown. */
export function ImportFolder() {
  const w = useWords(manualSpeech);
  const { preview, trouble, choose, apply } = useImport<Preview>({
    path: '/api/articles/import',
    read: async (files) => ({ files: await Promise.all(files.map(async (file) => ({ name: file.name, file: await base64(file) }))) }),
    then: linkTo('manual'),
  });
  return (
    <Page title={w.t('import.title')} about={w.t('import.about')} up={{ link: linkTo('manual'), name: w.t('screen.manual') }}>
      <div class="import-files">
        <FileDrop label={w.t('import.files')} hint={w.t('import.files.hint')} kinds={['md', 'markdown']} limit={1} several chosen={choose} />
      </div>
      {trouble !== null && <Trouble error={trouble} retry={apply} />}
      {preview && <Shown preview={preview} apply={apply} />}
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
