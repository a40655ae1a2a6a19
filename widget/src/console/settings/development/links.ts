import en from '../../../i18n/settings/trackers.en.json';
import ru from '../../../i18n/settings/trackers.ru.json';
import { speech } from '../../../i18n/settings/words';
import type { State } from './development';

export const trackers = ['Jira', 'YouTrack', 'GitHub'] as const;
/** What a tracker may say; that something is released is for people to say. */
export const trackerStates = ['Planned', 'InWork', 'Done', 'Rejected'] as const satisfies readonly State[];

export type Tracker = (typeof trackers)[number];

export interface Hook {
  id: string;
  url: string;
  items: boolean;
  releases: boolean;
  secretHint: string | null;
}

export interface Meaning {
  name: string;
  state: State;
}

export interface TrackerLink {
  tracker: Tracker;
  isOn: boolean;
  states: readonly Meaning[];
  secretHint: string | null;
}

export interface Links {
  settings: { hooks: readonly Hook[]; trackers: readonly TrackerLink[] };
  version: number;
  inbound: string;
  defaults: readonly TrackerLink[];
  tallies: readonly { id: string; tracker: Tracker; changed: number; same: number; unknown: number; lastAt: string }[];
}

export interface Changed {
  secrets: readonly { of: string; secret: string }[];
}

export const linkSpeech = speech({ ru, en });
