import type { FrameWords } from '../../../i18n/settings/words';
import { useFrame } from '../frame';

/** Why a line of a file was refused. Lines count from 1. */
export interface LineError {
  line: number;
  /** Where there are several. */
  file?: string;
  code: string;
}

const shown = 50;

/** What has to be mended in a file before any of it is applied. `w`: the screen's own words, of its `refusal.*`. */
export function LineErrors({ errors, w: own }: { errors: readonly LineError[]; w: Pick<FrameWords, 'or'> }) {
  const { w } = useFrame();
  if (errors.length === 0) return null;
  return (
    <div class="line-errors" role="alert">
      <p>{w.plural('file.errors', errors.length)}</p>
      <dl>
        {errors.slice(0, shown).map(({ line, file, code }) => (
          <div key={`${file} ${line} ${code}`}>
            <dt>{file === undefined ? w.t('file.line', { line }) : `${file}: ${w.t('file.line', { line })}`}</dt>
            <dd>{own.or(`refusal.${code}`, 'refusal.unknown', { code })}</dd>
          </div>
        ))}
      </dl>
      {errors.length > shown && <p>{w.plural('file.moreErrors', errors.length - shown)}</p>}
    </div>
  );
}
