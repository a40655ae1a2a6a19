import type { Message } from '../../contract/hubs';
import type { Face } from '../face';

/** Byte order mark: editors on old systems take a file without one for another encoding. */
const mark = '\ufeff';

/** All that the visitor may see of the talk, as text, by Moscow's clock. */
export function transcriptOf(messages: readonly Message[], w: Face['words']): string {
  const time = new Intl.DateTimeFormat(w.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Moscow' });
  const lines = messages.flatMap(({ author, authorName, text, notice, ticketNumber, sentAt }) => {
    const said = notice === null ? text : [w.find(`notice.${notice}`, { number: ticketNumber ?? '' }), text].filter(Boolean).join(' ');
    if (!said) return [];
    const who = author === 'Visitor' ? w.t('you') : author === 'Agent' ? (authorName ?? w.t('support')) : '—';
    return [`${time.format(new Date(sentAt))} · ${who}\r\n${said.replaceAll('\n', '\r\n')}\r\n`];
  });
  return mark + [w.t('title'), '', ...lines].join('\r\n');
}

/** The whole talk, also what was not shown yet, as a file. */
export async function saveTranscript({ conversation, words, now }: Face): Promise<void> {
  const address = URL.createObjectURL(new Blob([transcriptOf(await conversation.all(), words)], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `iStom-${new Date(now()).toISOString().slice(0, 10)}.txt`;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
