import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { AgentTicket } from '../../contract/hubs';
import { newId } from '../../ui/browser';
import { look, useFace } from '../face';
import { api } from '../settings/kit/http';

/** Opens a ticket and turns to it. Pressed again after a broken connection, it asks for the same ticket. */
export function useOpening(path: string) {
  const face = useFace();
  const id = useRef('');
  const isBusy = useSignal(false);
  const trouble = useSignal<unknown>(null);
  const open = async (body: object) => {
    if (isBusy.peek()) return;
    id.current ||= newId();
    isBusy.value = true;
    trouble.value = null;
    try {
      const ticket = await api.post<AgentTicket>(path, { ...body, id: id.current });
      face.stage.dialog.value = null;
      look(face, ticket, false);
    } catch (error) {
      trouble.value = error;
    }
    isBusy.value = false;
  };
  return { open, isBusy: isBusy.value, trouble: trouble.value };
}
