import en from '../../../i18n/settings/audit.en.json';
import ru from '../../../i18n/settings/audit.ru.json';
import { speech } from '../../../i18n/settings/words';
import type { Json } from '../kit/difference';

export const auditSpeech = speech({ ru, en });

/** Ids tell a reader nothing: whose they are stands beside them, by name. What follows from the rest is said by it. */
export const unsaid: ReadonlySet<string> = new Set(['id', 'agent', 'by', 'visitor', 'items', 'takesTickets', 'activeKeys', 'isGiven']);

/** One line of `GET /api/audit`. */
export interface AuditEntry {
  id: string;
  at: string;
  /** What was changed: `Clinic`, `Agent` … */
  kind: string;
  subject: string;
  /** Of the subject, as it was called then. */
  name: string;
  by: { kind: 'Agent' | 'Desk' | 'Integration' | 'Operator'; id: string | null; name: string | null };
  /** The network address; null where nobody came over the net. */
  from: string | null;
  /** Null: it was created. */
  before: Json;
  /** Null: it was removed. */
  after: Json;
}
