/** The moments at which a slept-through connection should be looked at. */
export function onWake(wake: () => void): void {
  for (const event of ['online', 'focus', 'pageshow']) addEventListener(event, wake);
  // The browser had frozen a hidden tab (Page Lifecycle); it may still be hidden.
  document.addEventListener('resume', wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
}
