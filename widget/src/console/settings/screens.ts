import type { ComponentType } from 'preact';
import type { AgentRole } from '../../contract/hubs';
import type ru from '../../i18n/settings/frame.ru.json';

export interface ScreenProps {
  /** What follows the screen's own path: `people/42` gives `['42']`. */
  rest: readonly string[];
}

export type Group = 'own' | 'people' | 'clinics' | 'links' | 'regulation' | 'texts' | 'journal';

export interface Screen {
  /** After `#settings/`. */
  path: string;
  group: Group;
  title: keyof typeof ru & `screen.${string}`;
  /** The least role that may open it; the server refuses the others anyway. */
  role: AgentRole;
  load(): Promise<{ default: ComponentType<ScreenProps> }>;
}

/** Every screen of the settings, in the order in which they are listed within their group. */
export const screens: readonly Screen[] = [
  { path: 'me', group: 'own', title: 'screen.me', role: 'Agent', load: () => import('./me/MyAccount') },
  { path: 'security', group: 'own', title: 'screen.security', role: 'Agent', load: () => import('./security/Security') },
  { path: 'people', group: 'people', title: 'screen.people', role: 'Administrator', load: () => import('./people/People') },
  { path: 'shifts', group: 'people', title: 'screen.shifts', role: 'Agent', load: () => import('./shifts/Shifts') },
  { path: 'ratings', group: 'people', title: 'screen.ratings', role: 'Supervisor', load: () => import('./ratings/Ratings') },
  { path: 'alarms', group: 'people', title: 'screen.alarms', role: 'Administrator', load: () => import('./alarms/Alarms') },
  { path: 'clinics', group: 'clinics', title: 'screen.clinics', role: 'Agent', load: () => import('./clinics/Clinics') },
  { path: 'visitors', group: 'clinics', title: 'screen.visitors', role: 'Agent', load: () => import('./visitors/Visitors') },
  { path: 'development', group: 'clinics', title: 'screen.development', role: 'Agent', load: () => import('./development/Development') },
  { path: 'tariffs', group: 'clinics', title: 'screen.tariffs', role: 'Supervisor', load: () => import('./tariffs/Tariffs') },
  { path: 'sites', group: 'clinics', title: 'screen.sites', role: 'Administrator', load: () => import('./sites/Sites') },
  { path: 'integrations', group: 'links', title: 'screen.integrations', role: 'Supervisor', load: () => import('./integrations/Integrations') },
  { path: 'mail', group: 'links', title: 'screen.mail', role: 'Supervisor', load: () => import('./mail/Mail') },
  { path: 'telephony', group: 'links', title: 'screen.telephony', role: 'Administrator', load: () => import('./telephony/Telephony') },
  { path: 'trackers', group: 'links', title: 'screen.trackers', role: 'Administrator', load: () => import('./development/Links') },
  { path: 'remote', group: 'links', title: 'screen.remote', role: 'Administrator', load: () => import('./remote/RemoteSupport') },
  { path: 'keys', group: 'links', title: 'screen.keys', role: 'Administrator', load: () => import('./keys/ApiKeys') },
  { path: 'calendar', group: 'regulation', title: 'screen.calendar', role: 'Agent', load: () => import('./calendar/Calendar') },
  { path: 'regulation', group: 'regulation', title: 'screen.regulation', role: 'Administrator', load: () => import('./regulation/Regulation') },
  { path: 'manual', group: 'texts', title: 'screen.manual', role: 'Supervisor', load: () => import('./manual/Manual') },
  { path: 'replies', group: 'texts', title: 'screen.replies', role: 'Agent', load: () => import('./replies/Replies') },
  { path: 'texts', group: 'texts', title: 'screen.texts', role: 'Supervisor', load: () => import('./texts/Texts') },
  { path: 'retention', group: 'journal', title: 'screen.retention', role: 'Administrator', load: () => import('./retention/Retention') },
  { path: 'audit', group: 'journal', title: 'screen.audit', role: 'Administrator', load: () => import('./audit/Audit') },
];

export const groups: readonly Group[] = ['own', 'people', 'clinics', 'links', 'regulation', 'texts', 'journal'];

const roles: readonly AgentRole[] = ['Agent', 'Supervisor', 'Administrator'];

/** Each role may do all that those before it may. */
export const mayAs = (held: readonly AgentRole[], least: AgentRole) => held.some((one) => roles.indexOf(one) >= roles.indexOf(least));

export const screensFor = (held: readonly AgentRole[]) => screens.filter(({ role }) => mayAs(held, role));
