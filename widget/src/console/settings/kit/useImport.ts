import { useSignal } from '@preact/signals';
import { go } from '../address';
import { api } from './http';

interface ImportOptions {
  /** Takes what was sent; its `/preview` says what that would change. */
  path: string;
  /** What is sent of the chosen files. */
  read(files: readonly File[]): Promise<object>;
  /** Where the imported is seen. */
  then: string;
}

/** A file or several: what they would change is shown first, and done as it was shown. */
export function useImport<P extends { fingerprint: string }>({ path, read, then }: ImportOptions) {
  const seen = useSignal<{ sent: object; preview: P } | null>(null);
  const trouble = useSignal<unknown>(null);
  const choose = async (...files: File[]) => {
    seen.value = trouble.value = null;
    try {
      const sent = await read(files);
      seen.value = { sent, preview: await api.post<P>(`${path}/preview`, sent) };
    } catch (error) {
      trouble.value = error;
    }
  };
  const apply = async () => {
    if (!seen.value) return;
    const { sent, preview } = seen.value;
    trouble.value = null;
    await api.post(path, { ...sent, fingerprint: preview.fingerprint }).then(
      () => go(then),
      (error: unknown) => void (trouble.value = error),
    );
  };
  return { preview: seen.value?.preview ?? null, trouble: trouble.value, choose: (...files: File[]) => void choose(...files), apply: () => void apply() };
}
