import type { CannedReply, repliesSpeech } from './reply';

interface ListProps {
  id: string;
  hits: readonly CannedReply[];
  /** Which one Enter chooses. */
  current: number;
  /** As it would be put into the letter. */
  say(reply: CannedReply): string;
  choose(reply: CannedReply): void;
  w: ReturnType<typeof repliesSpeech>;
}

export function List({ id, hits, current, say, choose, w }: ListProps) {
  return (
    <ul id={id} class="canned" role="listbox" aria-label={w.t('replies.list')}>
      {hits.map((reply, at) => (
        <li
          key={reply.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === current}
          // The focus stays where the words are.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(reply)}
        >
          <span class="canned-name">
            <strong>{reply.title}</strong>
            {reply.shortcut && <span>/{reply.shortcut}</span>}
            {reply.own && <span>{w.t('replies.own')}</span>}
          </span>
          <span class="canned-text">{say(reply)}</span>
        </li>
      ))}
    </ul>
  );
}
