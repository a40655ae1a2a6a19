import type { AgentTicket } from '../../../contract/hubs';
import en from '../../../i18n/settings/development.en.json';
import ru from '../../../i18n/settings/development.ru.json';
import { speech } from '../../../i18n/settings/words';

export const severities = ['Critical', 'High', 'Normal', 'Low'] as const;
/** As they stand on the board; only a release leads to the one before the last. */
export const states = ['Planned', 'InWork', 'Done', 'Released', 'Rejected'] as const;

export type Severity = (typeof severities)[number];
export type State = (typeof states)[number];

export interface Item {
  id: string;
  version: number;
  title: string;
  description: string;
  severity: Severity;
  state: State;
  plannedVersion: string | null;
  link: string | null;
  externalKey: string | null;
  releasedIn: string | null;
  tickets: number;
  clinics: number;
}

export interface Localized {
  russian: string;
  english: string;
}

export interface Board {
  items: readonly Item[];
  more: boolean;
  texts: { text: Localized; update: Localized };
}

export interface Card {
  item: Item;
  tickets: readonly AgentTicket[];
  next: string | null;
  told: number;
}

export const isOver = ({ state }: Pick<Item, 'state'>) => state === 'Released' || state === 'Rejected';

export const developmentSpeech = speech({ ru, en });

export type DevelopmentWords = ReturnType<typeof developmentSpeech>;
