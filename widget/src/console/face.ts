import type { ReadonlySignal, Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AgentTicket, CallView } from '../contract/hubs';
import type { DeskWords } from '../i18n/desk';
import type { Locale } from '../i18n/translate';
import type { Desk } from './desk';
import type { Preset, Stage } from './stage';
import { type Standing, standing } from './standing';

/** What every part of the desk needs. */
export interface Face {
  desk: Desk;
  stage: Stage;
  words: ReadonlySignal<DeskWords>;
  locale: Signal<Locale>;
  /** Moves once a second. */
  now: ReadonlySignal<number>;
  signOut(): void;
}

export const FaceContext = createContext<Face | null>(null);

export function useFace(): Face {
  const face = useContext(FaceContext);
  if (!face) throw new Error('Outside the desk');
  return face;
}

/** Opens a ticket for reading. `wantsBox`: the agent means to write, and does not leaf through. */
export function look({ desk, stage }: Face, ticket: AgentTicket, wantsBox = true): void {
  stage.turnTo({ wantsBox });
  void desk.look(ticket);
}

/** The first of the queue is to be answered, so it comes to the front. */
export async function takeNext({ desk, stage }: Face): Promise<void> {
  if (await desk.takeNext()) stage.turnTo({ wantsBox: true });
}

/** Asks what a ticket on a customer's behalf is about, and for whom where that is not known. */
export function openFor({ stage }: Face, preset: Preset | null): void {
  stage.preset = preset;
  stage.dialog.value = 'newTicket';
}

/** Asks what was learnt on the phone, for a note on the open ticket. `call`: the telephone exchange's; null: the agent's own. */
export function logCall({ stage }: Face, call: CallView | null): void {
  stage.call = call;
  stage.dialog.value = 'call';
}

/** The open ticket and how its reader stands to it. */
export function useOpenTicket(): { ticket: AgentTicket; stands: Standing } | null {
  const { desk } = useFace();
  const ticket = desk.open.value?.ticket.value;
  return ticket ? { ticket, stands: standing(ticket, desk.me.value?.id) } : null;
}
