/** Asks for the turn, `atOnce` takes it from whoever has it; or gives it back. */
export type Seek = (wanted: boolean, atOnce?: boolean) => void;

/**
 * Of a browser's tabs one has the turn; it passes on when that one lets go, or goes. Where the browser knows no locks
 * or denies them, everybody has it who wants it.
 */
export function turns(name: string, told: (mine: boolean) => void): Seek {
  let isWanted = false;
  let isMine = false;
  let letGo = () => {};
  const say = (mine: boolean) => told((isMine = mine));
  const ask = (steal: boolean) =>
    navigator.locks
      .request(name, steal ? { steal } : {}, () => {
        if (!isWanted) return;
        say(true);
        return new Promise<void>((done) => (letGo = done));
      })
      .catch((error: unknown) => {
        const isTaken = (error as DOMException).name === 'AbortError';
        say(isWanted && !isTaken);
        if (isWanted && isTaken) void ask(false);
      });
  return (wanted, atOnce = false) => {
    const asks = wanted && (!isWanted || (atOnce && !isMine));
    isWanted = wanted;
    if (!('locks' in navigator)) say(wanted);
    else if (asks) void ask(atOnce);
    else if (!wanted) {
      if (isMine) say(false);
      letGo();
    }
  };
}
