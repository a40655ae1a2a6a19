import type { Message } from '../../contract/hubs';
import { saveAs } from '../../ui/save';
import type { Conversation } from '../conversation';
import type { Face } from '../face';
import { lineOf } from '../remote/words';

/** Byte order mark: editors on old systems take a file without one for another encoding. */
const mark = '\ufeff';

/** All that the visitor may see of the talk, as text, by Moscow's clock. */
export function transcriptOf(messages: readonly Message[], w: Face['words']): string {
  const time = new Intl.DateTimeFormat(w.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Moscow' });
  const lines = messages.flatMap(({ author, authorName, text, notice, ticketNumber, sentAt, attachments, said: own, remote }) => {
    const words = notice === null ? text : [remote ? `${lineOf({ notice, remote }, w.locale)}${text ? ':' : ''}` : w.find(`notice.${notice}`, { number: ticketNumber ?? '' }), text, own?.[w.locale === 'en' ? 'english' : 'russian']].filter(Boolean).join(' ');
    const said = [words, ...(attachments ?? []).map(({ name }) => `[${name}]`)].filter(Boolean).join('\n');
    if (!said) return [];
    const who = author === 'Visitor' ? w.t('you') : author === 'Agent' ? (authorName ?? w.t('support')) : '—';
    return [`${time.format(new Date(sentAt))} · ${who}\r\n${said.replaceAll('\n', '\r\n')}\r\n`];
  });
  return mark + [w.t('title'), '', ...lines].join('\r\n');
}

/** Oldest first, read page by page; what is shown stays as it is. */
async function whole(conversation: Conversation): Promise<readonly Message[]> {
  const pages: Message[][] = [];
  for (let before = (conversation.messages.value.at(-1)?.sequence ?? 0) + 1; before > 1; ) {
    const older = await conversation.history(before, 200);
    pages.unshift(older);
    before = older[0]?.sequence ?? 0;
  }
  return pages.flat();
}

/** The whole talk, also what was not shown yet, as a file. */
export async function saveTranscript({ conversation, words, now }: Face): Promise<void> {
  saveAs(new Blob([transcriptOf(await whole(conversation), words)], { type: 'text/plain;charset=utf-8' }), `iStom-${new Date(now()).toISOString().slice(0, 10)}.txt`);
}
