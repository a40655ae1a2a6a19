import type { Message } from '../../contract/hubs';
import { goTo } from '../../ui/quote/goTo';
import { Quote, QuoteButton, Quoting } from '../../ui/quote/Quote';
import en from '../../i18n/panel/quote.en.json';
import ru from '../../i18n/panel/quote.ru.json';
import { runs } from '../Block';
import type { Conversation } from '../conversation';
import { useFace } from '../face';
import { partWords } from '../../ui/part';
import { view } from '../view';

/** An older message is looked for in at most so many pages at one press. */
const mostPages = 20;

function useWords() {
  const { words } = useFace();
  const w = partWords(words.locale, ru, en);
  return { w, nameOf: ({ author, authorName }: Message) => (author === 'Visitor' ? words.t('you') : (authorName ?? words.t('support'))) };
}

/** What a message answers, read from where it stands: an erased text is nowhere else. */
export const Quoted = view(({ id }: { id: string }) => {
  const { conversation } = useFace();
  const { w, nameOf } = useWords();
  const message = conversation.messages.value.find((other) => other.id === id);
  return <Quote w={w} name={message && nameOf(message)} message={message} go={() => void show(conversation, id)} />;
});

/** Loads what is older until it is there. Blocks far from the view are empty: theirs comes into view first. */
async function show(conversation: Conversation, id: string): Promise<void> {
  const found = () => runs(conversation.messages.value).findIndex(({ messages }) => messages.some((message) => message.id === id));
  for (let page = 0; found() < 0 && conversation.hasOlder.value && page < mostPages; page++) await conversation.loadOlder();
  if (found() >= 0) goTo(id, document.querySelectorAll('.log > ol')[found()]);
}

export const QuoteThis = view(({ message }: { message: Message }) => {
  const { conversation, openings } = useFace();
  const { w } = useWords();
  const isNewest = conversation.messages.value.findLast(({ author }) => author !== null)?.id === message.id;
  const quote = () => {
    conversation.quoted.value = message;
    openings.value++;
  };
  return <QuoteButton w={w} message={message} isNewest={isNewest} quote={quote} />;
});

/** Above the box: what the next message answers. */
export const QuotingNow = view(() => {
  const { conversation, openings } = useFace();
  const { w, nameOf } = useWords();
  const message = conversation.quoted.value;
  const cancel = () => {
    conversation.quoted.value = null;
    openings.value++;
  };
  return message && <Quoting w={w} name={nameOf(message)} message={message} cancel={cancel} />;
});
