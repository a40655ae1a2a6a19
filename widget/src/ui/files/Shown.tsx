import { useState } from 'preact/hooks';
import type { AttachmentView } from '../../contract/hubs';
import { saveAs } from '../save';
import { Large } from './Large';
import { type FileWords, sizeWords } from './words';

export interface ShownProps {
  files: readonly AttachmentView[];
  path(id: string): string;
  w: FileWords;
}

/** The files of a message: pictures as they are, small, and all else by name. */
export function Shown({ files, path, w }: ShownProps) {
  const [open, setOpen] = useState<AttachmentView | null>(null);
  return (
    <>
      <ul class="files" aria-label={w.t('files')}>
        {files.map((file) => (
          <li key={file.id} data-testid="file">
            {file.picture ? (
              <button type="button" class="picture" aria-label={w.t('open', { name: file.name })} onClick={() => setOpen(file)}>
                <img src={path(file.id)} alt={file.name} loading="lazy" />
              </button>
            ) : (
              <Save file={file} path={path} w={w}>
                <bdi>{file.name}</bdi> <span class="file-size">{sizeWords(file.size, w)}</span>
              </Save>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <Large file={open} src={path(open.id)} w={w} close={() => setOpen(null)}>
          <Save file={open} path={path} w={w}>
            {w.t('save')} <span class="file-size">{sizeWords(open.size, w)}</span>
          </Save>
        </Large>
      )}
    </>
  );
}

type SaveProps = Omit<ShownProps, 'files'> & { file: AttachmentView; children: preact.ComponentChildren };

function Save({ file, path, w, children }: SaveProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const save = async () => {
    setState('busy');
    try {
      const answer = await fetch(path(file.id));
      if (!answer.ok) throw new Error(String(answer.status));
      saveAs(await answer.blob(), file.name);
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <button type="button" class="file-save" title={w.t('save.name', { name: file.name })} aria-busy={state === 'busy'} disabled={state === 'busy'} onClick={() => void save()}>
        {children}
      </button>
      <span class="file-fault" role="alert">
        {state === 'failed' && w.t('save.failed')}
      </span>
    </>
  );
}
