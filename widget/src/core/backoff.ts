const first = 500;
const longest = 30_000;

/**
 * How long to wait before attempt number `failures` (1 is the first retry). Half of it is chance, so that
 * two thousand browsers that lost the same server do not come back in the same instant.
 */
export function backoff(failures: number, random: number): number {
  const ceiling = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return ceiling / 2 + (ceiling / 2) * random;
}
