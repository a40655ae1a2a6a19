import { linkTo } from '../address';
import { useFrame, useWords } from '../frame';
import { base64 } from '../kit/base64';
import { FileDrop } from '../kit/FileDrop';
import { LineErrors } from '../kit/LineErrors';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { Trouble } from '../kit/Trouble';
import { useImport } from '../kit/useImport';
import './clinics.css';
import { clinicSpeech } from './clinic';

type Outcome = 'Added' | 'Changed' | 'Unchanged' | 'Error';

interface Line {
  line: number;
  number: string | null;
  name: string | null;
  outcome: Outcome;
  fields: readonly string[];
  code: string | null;
}

interface Preview {
  fingerprint: string;
  added: number;
  changed: number;
  unchanged: number;
  errors: number;
  lines: readonly Line[];
}

/** A list of clinics: what it would change is shown first, and done as it was shown. */
export function Import() {
  const w = useWords(clinicSpeech);
  const { preview, trouble, choose, apply } = useImport<Preview>({
    path: '/api/clinics/import',
    read: async ([file]) => ({ file: file && (await base64(file)) }),
    then: linkTo('clinics'),
  });
  return (
    <Page title={w.t('import.title')} about={w.t('import.about')} up={{ link: linkTo('clinics'), name: w.t('screen.clinics') }}>
      <div class="import-file">
        <FileDrop label={w.t('import.file')} hint={w.t('import.file.hint')} kinds={['csv', 'txt']} limit={1} chosen={choose} />
      </div>
      {trouble !== null && <Trouble error={trouble} retry={apply} />}
      {preview && <Shown preview={preview} apply={apply} />}
    </Page>
  );
}

function Shown({ preview, apply }: { preview: Preview; apply(): void }) {
  const w = useWords(clinicSpeech);
  const { w: frame } = useFrame();
  const { added, changed, unchanged, errors, lines } = preview;
  const moved = lines.filter(({ outcome }) => outcome === 'Added' || outcome === 'Changed');
  return (
    <>
      <p class="import-counts" role="status">
        <span>{w.plural('import.added', added)}</span>
        <span>{w.plural('import.changed', changed)}</span>
        <span>{w.plural('import.unchanged', unchanged)}</span>
      </p>
      <LineErrors errors={lines.flatMap(({ line, code }) => (code === null ? [] : [{ line, code }]))} w={w} />
      {errors === 0 && moved.length > 0 && (
        <p>
          <button type="button" class="button" onClick={apply}>
            {w.t('import.apply')}
          </button>
        </p>
      )}
      {errors === 0 && moved.length === 0 && <p>{frame.t('change.none')}</p>}
      {moved.length > 0 && <Lines lines={moved} />}
    </>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const w = useWords(clinicSpeech);
  return (
    <Table
      caption={w.t('import.lines')}
      rows={lines}
      keyOf={({ line }) => String(line)}
      columns={[
        { title: w.t('clinics.name'), cell: ({ name }) => name },
        { title: w.t('clinics.number'), cell: ({ number }) => number },
        { title: w.t('import.what'), cell: ({ outcome, fields }) => (outcome === 'Added' ? w.t('import.Added') : fields.map((field) => w.or(`field.${field}`, 'import.other')).join(', ')) },
        { title: w.t('import.line'), isNumber: true, cell: ({ line }) => line },
      ]}
    />
  );
}
