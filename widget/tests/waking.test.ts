// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onWake } from '../src/ui/onWake';

let woken = 0;
onWake(() => woken++);

beforeEach(() => void (woken = 0));

afterEach(() => vi.restoreAllMocks());

const show = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('waking up', () => {
  test.each(['online', 'focus', 'pageshow'])('%s wakes the page', (event) => {
    window.dispatchEvent(new Event(event));
    expect(woken).toBe(1);
  });

  test('the end of a freeze wakes the page', () => {
    document.dispatchEvent(new Event('resume'));
    expect(woken).toBe(1);
  });

  test('being shown wakes the page, being hidden does not', () => {
    show('hidden');
    expect(woken).toBe(0);
    show('visible');
    expect(woken).toBe(1);
  });
});
