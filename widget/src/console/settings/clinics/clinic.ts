import type { SupportPlan } from '../../../contract/hubs';
import en from '../../../i18n/settings/clinics.en.json';
import ru from '../../../i18n/settings/clinics.ru.json';
import { speech } from '../../../i18n/settings/words';
import { useFace } from '../../face';

/** Agents read clinics, supervisors and administrators change them. */
export function useMayChange(): boolean {
  return useFace().desk.me.value?.roles.some((role) => role !== 'Agent') ?? false;
}

export const clinicSpeech = speech({ ru, en });

/** A clinic with the tariff that holds today. */
export interface ClinicView {
  id: string;
  name: string;
  tariff: string;
  plan: SupportPlan;
}

export interface ClinicLine {
  clinic: ClinicView;
  number: string | null;
  tariffUntil: string | null;
}

export interface Contact {
  name: string;
  role: string | null;
  phones: readonly string[];
  email: string | null;
}

export interface ClinicCard extends ClinicLine {
  version: number;
  tariffId: string | null;
  /** From before tariffs were kept; they hold until one is chosen. */
  ownTerms: { name: string } | null;
  tariffFrom: string | null;
  contacts: readonly Contact[];
  product: string | null;
  productVersion: string | null;
  teamViewerId: string | null;
  notes: string | null;
}

export interface Tariff {
  id: string;
  version: number;
  name: string;
  plan: SupportPlan;
  serves: readonly string[];
  offer: { russian: string; english: string };
}
