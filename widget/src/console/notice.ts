/** Shows a notification of the browser, where the agent has allowed it; one of the same name is replaced. A press brings the desk to the front. */
export function notice(title: string): void {
  try {
    if (Notification.permission !== 'granted') return;
    const shown = new Notification(title, { tag: title });
    shown.onclick = () => {
      focus();
      shown.close();
    };
  } catch {
    // Some browsers have none on a page; the alarm is seen all the same.
  }
}

/** Asks the agent once; the browser remembers the answer. */
export const mayNotify = (): Promise<boolean> =>
  typeof Notification === 'undefined' ? Promise.resolve(false) : Notification.requestPermission().then((answer) => answer === 'granted', () => false);
