const carriesFiles = (from: DataTransfer | null) => from?.types.includes('Files') ?? false;
/** Words that have a picture beside them, as a table that was copied, are words. */
const filesIn = (from: DataTransfer | null) => (from?.getData('text') ? [] : [...(from?.files ?? [])]);
/** Behind a dialog nothing is written. */
const isBehind = () => document.querySelector('dialog[open]') !== null;

/**
 * Files that are dropped or pasted, wherever in the document: without this the browser would leave it to show them. Returns what ends it.
 * @param over Whether something that could be dropped is held over the document.
 */
export function onHanded(add: (files: File[]) => void, over: (yes: boolean) => void): () => void {
  const given = (from: DataTransfer | null) => {
    const files = filesIn(from);
    if (files.length > 0 && !isBehind()) add(files);
  };
  const ended = new AbortController();
  const on = <K extends keyof DocumentEventMap>(type: K, hear: (event: DocumentEventMap[K]) => void) => document.addEventListener(type, hear, ended);
  on('dragover', (event) => {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    over(!isBehind());
  });
  on('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  on('drop', (event) => {
    over(false);
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    given(event.dataTransfer);
  });
  on('paste', (event) => given(event.clipboardData));
  return () => ended.abort();
}
