import type { Clock } from '../core/clock';
import { effect, type ReadonlySignal, signal } from '../core/signals';
import en from '../i18n/panel/notices.en.json';
import ru from '../i18n/panel/notices.ru.json';
import type { Locale } from '../i18n/translate';
import { keep } from '../ui/keep';
import type { Conversation } from './conversation';
import { type Host, isTyped } from './host';
import { partWords } from '../ui/part';
import { inOneTab, onAnswer } from './ring';

const key = 'istom-notices';
/** A tab in which the answer is seen comes first, and then nobody else shows it. */
const seenFirst = 500;
const kept = keep(() => localStorage, key);

/** The visitor wants to be notified of answers. Off until it is chosen. */
export const wants = signal(kept.get() === 'yes');
effect(() => kept.set(wants.value ? 'yes' : ''));

/** Whether the page may; null where it was not asked yet, or does not answer. */
export const permission = signal<NotificationPermission | 'none' | null>(null);

/** Asks the page, which alone may show them: a foreign frame may not. `byPress`: the browser may ask the visitor. */
export let askPermission: (byPress: boolean) => void = () => {};

/** Notifies of an answer that nobody sees, without its words, in one of the tabs. */
export function notifyOf(host: Host, conversation: Conversation, isSeen: ReadonlySignal<boolean>, clock: Clock, locale: Locale): void {
  const w = partWords(locale, ru, en);
  host.port?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isTyped(data) && data.type === 'permission') permission.value = data['state'] as NotificationPermission;
  });
  askPermission = (ask) => host.say({ type: 'permit', ask });
  askPermission(false);
  onAnswer(conversation, () => {
    if (isSeen.value) void inOneTab(key, () => {});
    else if (kept.get() === 'yes') clock.after(seenFirst, () => void inOneTab(key, () => host.say({ type: 'notify', text: w.t('answer') })));
  });
}
