import type { AttachmentView } from '../contract/hubs';
import { filesPart } from './filesPart';

/** The files of a message or note: by name, until what shows them is there. */
export function FileNames({ files }: { files: readonly AttachmentView[] | null | undefined }) {
  const part = filesPart.value;
  return files ? part ? <part.FilesOf files={files} /> : <p>{files.map(({ name }) => name).join(', ')}</p> : null;
}
