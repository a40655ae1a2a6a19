import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request } from '../../ui/http';
import type { CannedReply } from './reply';

/** Asked for each time the list is wanted anew: a colleague may have added one. Null: they are not known yet. */
export function useReplies(isWanted: boolean): readonly CannedReply[] | null {
  const known = useSignal<readonly CannedReply[] | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    request<readonly CannedReply[]>('GET', '/api/canned-replies').then(
      (replies) => (known.value = replies),
      // Without them, `/` is a sign like any other.
      () => {},
    );
  }, [isWanted]);
  return known.value;
}
