import { Composer } from './Composer';
import { useFace } from './face';
import { Guide, Privacy } from './Guide';
import { Header } from './Header';
import { Log } from './Log';
import { TicketCard } from './TicketCard';
import { view } from './view';

export const Panel = view(() => {
  const { conversation, words, fatal, close } = useFace();
  const w = words;
  const ticket = conversation.ticket.value;
  return (
    <main
      class="panel"
      aria-label={w.t('title')}
      lang={w.locale}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <Header />
      {fatal.value ? (
        <p class="fatal" role="alert">
          {w.t(`fatal.${fatal.value}`)}
        </p>
      ) : (
        <>
          <LinkWords />
          {ticket && <TicketCard ticket={ticket} />}
          <Log />
          <Guide />
          <Privacy />
          <Composer />
        </>
      )}
    </main>
  );
});

/** The connection in words; it stays in the document, so that a screen reader hears the change. */
const LinkWords = view(() => {
  const { conversation, words } = useFace();
  const w = words;
  const link = conversation.link.value;
  const why = conversation.turnedAway.value;
  const isQuiet = link === 'open' && conversation.isLoaded.value;
  const lost = conversation.isKept.value === false ? 'link.lost.unkept' : 'link.lost';
  const text = isQuiet ? '' : why !== null && link !== 'stopped' ? w.or(`link.${why}`, lost) : w.t(link === 'open' ? 'link.connecting' : link === 'lost' ? lost : `link.${link}`);
  return (
    <p class={isQuiet ? 'visually-hidden' : `link ${link}`} role="status">
      {text}
    </p>
  );
});
