import type { AgentRole } from '../../../contract/hubs';
import en from '../../../i18n/settings/people.en.json';
import ru from '../../../i18n/settings/people.ru.json';
import { speech } from '../../../i18n/settings/words';
import { useWords } from '../frame';

export const peopleSpeech = speech({ ru, en });

export interface Person {
  id: string;
  email: string;
  name: string;
  roles: readonly AgentRole[];
  paidSupport: boolean;
  chatLimit: number | null;
  disabled: boolean;
  signIn: { passwordSetAt: string | null; totp: boolean; passkeys: number; recoveryCodes: number };
  seenAt: string | null;
  version: number;
}

const roles: readonly AgentRole[] = ['Agent', 'Supervisor', 'Administrator'];

/** Each role with what it adds. */
export function useRoles() {
  const w = useWords(peopleSpeech);
  return roles.map((role) => ({ value: role, label: w.t(`role.${role}`), hint: w.t(`people.${role}.hint` as 'people.Agent.hint') }));
}
