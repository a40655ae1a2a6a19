import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { useStickToBottom } from '../ui/useStickToBottom';
import { Block, runs } from './Block';
import { LetterBubble } from './Bubble';
import { Empty } from './Empty';
import { Extra } from './extras';
import { useFace } from './face';
import { view } from './view';

export const Log = view(() => {
  const { conversation, words } = useFace();
  const w = words;
  const messages = conversation.messages.value;
  const letters = conversation.letters.value;
  const isConnected = conversation.link.value === 'open';
  const first = messages[0]?.sequence ?? 0;
  const hasOlder = conversation.hasOlder.value;
  const { list, isBehind, toBottom } = useStickToBottom(messages.at(-1)?.sequence ?? 0, letters.length, first);
  const older = useRef<HTMLButtonElement>(null);
  // Before the top is reached; the button is for the keyboard, and for a second try.
  useEffect(() => {
    if (!older.current) return;
    const near = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && void conversation.loadOlder(), { root: list.current, rootMargin: '800px 0px' });
    near.observe(older.current);
    return () => near.disconnect();
  }, [first, hasOlder]);
  const blocks = runs(messages);
  const lastOwn = messages.findLast((message) => message.author === 'Visitor')?.id;
  const isQuiet = !conversation.isLoaded.value || conversation.isLoadingOlder.value;
  return (
    <div class="log-frame">
      <div class="log" ref={list} role="log" tabIndex={0} aria-label={w.t('log')} aria-live={isQuiet ? 'off' : 'polite'}>
        {hasOlder && (
          <button ref={older} type="button" class="button quiet older" disabled={conversation.isLoadingOlder.value} onClick={() => void conversation.loadOlder()}>
            {w.t('older')}
          </button>
        )}
        {conversation.isLoaded.value && messages.length + letters.length === 0 && <Empty />}
        {blocks.map((run, at) => (
          <Block key={run.key} run={run} isLast={at === blocks.length - 1} lastOwn={lastOwn} />
        ))}
        <ol>
          {letters.map((letter) => (
            <LetterBubble key={letter.id} letter={letter} isConnected={isConnected} />
          ))}
        </ol>
      </div>
      <p class="typist" data-testid="typist">
        <Extra of="Typist" />
      </p>
      {isBehind && (
        <button type="button" class="button to-bottom" onClick={toBottom}>
          {w.t('new')} <Icon name="down" size={16} />
        </button>
      )}
    </div>
  );
});
