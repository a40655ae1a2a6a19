/** Seconds of `5` (minutes) and `5:30`; null for nothing; NaN for what is neither. */
export function secondsOf(text: string): number | null {
  const written = text.trim();
  if (written === '') return null;
  const [, minutes, seconds = '0'] = /^(\d{1,4})(?::([0-5]\d))?$/.exec(written) ?? [];
  return minutes === undefined ? NaN : Number(minutes) * 60 + Number(seconds);
}

/** As a clock shows it: `5:30`. */
export const lengthWords = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
