import type { AgentRole } from '../src/contract/hubs';
import { drawn, given, press, show, status } from './deskHarness';

/** What the server answers to a path. */
export function answer(path: string, body: unknown, code = 200): void {
  status[path] = [code, body];
}

/** The desk of somebody with this role, at a place of the settings: '' for where the gear leads. */
export async function openSettings(place: string, role: AgentRole = 'Administrator'): Promise<void> {
  given.view = { ...given.view, me: { id: 'a1', name: 'Оператор 1', roles: [role], paidSupport: false } };
  location.hash = place === '' ? '#settings' : `#settings/${place}`;
  await show();
  await fetched();
}

/** A part that is fetched is there after its module was read, which here takes its time. */
export async function fetched(): Promise<void> {
  const patience = Date.now() + 5_000;
  const isBusy = () => [...document.querySelectorAll('.settings [role=status]')].some(({ textContent }) => /Открываем|Загружаем|Loading|Opening/.test(textContent));
  do await drawn();
  while (isBusy() && Date.now() < patience);
  await drawn();
}

export async function turnTo(place: string): Promise<void> {
  location.hash = place;
  await fetched();
}

export async function back(): Promise<void> {
  history.back();
  await fetched();
}

export async function pressAndWait(name: string): Promise<void> {
  await press(name);
  await fetched();
}

export const heading = () => document.querySelector('.settings-screen h2')?.textContent;
export const links = () => [...document.querySelectorAll('.settings-menu li a')].map(({ textContent }) => textContent);
export const alerts = () => [...document.querySelectorAll('.settings [role=alert]')].map(({ textContent }) => textContent);
export const labelled = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.startsWith(label));
  const field = found?.control ?? (found?.htmlFor ? document.getElementById(found.htmlFor) : null);
  if (!field) throw new Error(`no field ${label}`);
  return field as HTMLInputElement;
};

export async function fill(label: string, value: string): Promise<void> {
  const field = labelled(label);
  field.value = value;
  field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  await fetched();
}
