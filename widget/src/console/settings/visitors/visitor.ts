import type { ClinicView, Person } from '../../../contract/hubs';
import en from '../../../i18n/settings/visitors.en.json';
import ru from '../../../i18n/settings/visitors.ru.json';
import { speech } from '../../../i18n/settings/words';
import { useFace } from '../../face';
import { mayAs } from '../screens';

export const visitorSpeech = speech({ ru, en });

export interface Block {
  visitorId: string;
  visitorName: string | null;
  reason: string;
  by: string;
  at: string;
  /** Null: until it is lifted. */
  until: string | null;
  version: number;
}

export interface VisitorCard {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  verified: boolean;
  clinic: ClinicView | null;
  sites: readonly string[];
  /** Null: nothing yet. */
  firstWrote: string | null;
  /** The verified user as whom this browser writes now. */
  verifiedAs: Person | null;
  block: Block | null;
  blockVersion: number;
  /** Where they may be reached, as they say themselves. */
  givenEmail: string | null;
  givenPhone: string | null;
  /** Null: nobody asked them. */
  consentAt: string | null;
}

export const useMayBlock = () => mayAs(useFace().desk.me.value?.roles ?? [], 'Supervisor');
