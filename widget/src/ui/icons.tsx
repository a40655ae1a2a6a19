const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 16-3-7z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  checks: 'M1.5 12.5L6 17l9-9.5M11.5 16l1 1 10-9.5',
  clock: 'M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  alert: 'M12 8v5m0 3.2v.1M12 3.5l9 16H3z',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  down: 'M6 10l6 6 6-6',
};

export function Icon({ name, size = 20 }: { name: keyof typeof paths; size?: number }) {
  return <Drawing path={paths[name]} size={size} />;
}

/** Our own strokes, for an icon that one face alone needs. */
export function Drawing({ path, size = 20 }: { path: string; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
