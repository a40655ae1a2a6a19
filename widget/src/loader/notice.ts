/** Whether this page may show notifications, asked for where `ask`. Android shows them for service workers alone. */
export async function permission(ask: boolean): Promise<NotificationPermission | 'none'> {
  const shows = /Android/.test(navigator.userAgent) ? undefined : window.Notification;
  if (ask) await shows?.requestPermission();
  return shows?.permission ?? 'none';
}

/** One at a time: the next takes its place. */
export function notify(text: string, pressed: () => void): void {
  const shown = new Notification(text, { tag: 'istom-chat' });
  shown.onclick = () => {
    focus();
    pressed();
    shown.close();
  };
}
