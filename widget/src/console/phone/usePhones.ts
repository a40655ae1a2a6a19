import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../settings/kit/http';

/** Where the customer of a ticket can be called. */
export interface Phone {
  number: string;
  /** A link; null: no number that can be called. */
  tel: string | null;
  /** Whose it is; null: the visitor's. */
  name: string | null;
}

/** Null until they are there; none where they cannot be had: a number can be typed. */
export function usePhones(ticket: string): readonly Phone[] | null {
  const phones = useSignal<readonly Phone[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    phones.value = null;
    void api.get<Phone[]>(`/api/tickets/${ticket}/phones`).then((found) => isCurrent && (phones.value = found), () => isCurrent && (phones.value = []));
    return () => void (isCurrent = false);
  }, [ticket]);
  return phones.value;
}
