import { Composer } from './Composer';
import { useFace } from './face';
import { Header } from './Header';
import { Log } from './Log';
import { TicketCard } from './TicketCard';

export function Panel() {
  const { conversation, words, fatal, close } = useFace();
  const w = words.value;
  const ticket = conversation.ticket.value;
  return (
    <main
      class="panel"
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
          <Composer />
        </>
      )}
    </main>
  );
}

/** The connection in words; it stays in the document, so that a screen reader hears the change. */
function LinkWords() {
  const { conversation, words } = useFace();
  const link = conversation.link.value;
  const isQuiet = link === 'open' && conversation.isLoaded.value;
  const why = conversation.turnedAway.value;
  if (why !== null && link !== 'stopped')
    return (
      <p class="link lost" role="status">
        {words.value.or(`link.${why}`, 'link.lost')}
      </p>
    );
  return (
    <p class={isQuiet ? 'visually-hidden' : `link ${link}`} role="status">
      {link === 'open' ? (isQuiet ? '' : words.value.t('link.connecting')) : words.value.t(`link.${link}`)}
    </p>
  );
}
