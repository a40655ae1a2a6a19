import { describe, expect, test } from 'vitest';
import { Timeline } from '../src/core/timeline';

const entry = (sequence: number, text = '') => ({ sequence, text });
const sequences = (timeline: Timeline<{ sequence: number }>) => timeline.entries.map(({ sequence }) => sequence);

function begun(...held: number[]) {
  const timeline = new Timeline<{ sequence: number; text: string }>();
  timeline.answer(held.map((n) => entry(n)), held.at(-1) ?? 0);
  return timeline;
}

describe('timeline', () => {
  test('the next push is appended', () => {
    const timeline = begun(1, 2);
    timeline.push([entry(3)]);
    expect(sequences(timeline)).toEqual([1, 2, 3]);
    expect(timeline.hasGap).toBe(false);
  });

  test('a push after a lost one is not shown until the lost one is there', () => {
    const timeline = begun(1, 2);
    timeline.push([entry(4)]);
    expect(sequences(timeline)).toEqual([1, 2]);
    expect(timeline.hasGap).toBe(true);
    timeline.answer([entry(3), entry(4)], 4);
    expect(sequences(timeline)).toEqual([1, 2, 3, 4]);
    expect(timeline.hasGap).toBe(false);
  });

  test('a repeated push shows nothing twice, and replaces', () => {
    const timeline = begun(1, 2);
    timeline.push([entry(2, 'erased')]);
    expect(sequences(timeline)).toEqual([1, 2]);
    expect(timeline.entries[1]?.text).toBe('erased');
  });

  test('sequences that no visitor may see are no gap once the server has answered', () => {
    const timeline = begun(2, 3);
    timeline.push([entry(5)]);
    expect(timeline.hasGap).toBe(true);
    timeline.answer([entry(5)], 6);
    timeline.answer([], 6);
    expect(timeline.hasGap).toBe(false);
    expect(timeline.known).toBe(6);
  });

  test('a push before the first answer waits for it', () => {
    const timeline = new Timeline<{ sequence: number }>();
    timeline.push([{ sequence: 9 }]);
    expect(sequences(timeline)).toEqual([]);
    timeline.answer([{ sequence: 7 }, { sequence: 8 }], 8);
    expect(sequences(timeline)).toEqual([7, 8, 9]);
  });

  test('an older page comes before, a stray old push does not', () => {
    const timeline = begun(51, 52);
    timeline.push([entry(3)]);
    expect(sequences(timeline)).toEqual([51, 52]);
    timeline.older([entry(49), entry(50)]);
    expect(sequences(timeline)).toEqual([49, 50, 51, 52]);
  });

  test('whatever order, loss and repetition of pushes, what is shown is always a prefix of the truth', () => {
    let seed = 20261123;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
    for (let run = 0; run < 300; run++) {
      const timeline = begun();
      for (let step = 0; step < 40; step++) {
        timeline.push([entry(1 + Math.floor(random() * 20))]);
        if (random() < 0.1) timeline.answer(Array.from({ length: 20 }, (_, n) => entry(n + 1)).filter(({ sequence }) => sequence > timeline.known && sequence <= 12), Math.max(12, timeline.known));
        expect(sequences(timeline)).toEqual(Array.from(timeline.entries, (_, n) => n + 1));
      }
    }
  });
});
