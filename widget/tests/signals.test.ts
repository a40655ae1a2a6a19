import { describe, expect, test } from 'vitest';
import { computed, effect, signal } from '../src/core/signals';

describe('a signal', () => {
  test('tells those who read it, once for each change, and nobody for none', () => {
    const count = signal(1);
    const seen: number[] = [];
    const stop = count.subscribe((value) => seen.push(value));
    count.value = 2;
    count.value = 2;
    count.value = 3;
    stop();
    count.value = 4;
    expect(seen).toEqual([1, 2, 3]);
  });

  test('is followed only as long as it is read', () => {
    const isOn = signal(true);
    const count = signal(0);
    let runs = 0;
    effect(() => {
      runs++;
      if (isOn.value) void count.value;
    });
    isOn.value = false;
    count.value = 1;
    expect(runs).toBe(2);
  });

  test('that is computed follows, through others and through branches that appear later', () => {
    const a = signal(1);
    const b = signal(10);
    const sum = computed(() => (a.value > 1 ? a.value + b.value : a.value));
    const twice = computed(() => sum.value * 2);
    const seen: number[] = [];
    twice.subscribe((value) => seen.push(value));
    b.value = 20;
    a.value = 2;
    b.value = 30;
    expect(seen).toEqual([2, 44, 64]);
  });
});

describe('an effect', () => {
  test('that changes what it read runs once more, after itself, until it rests', () => {
    const count = signal(0);
    const seen: number[] = [];
    effect(() => {
      seen.push(count.value);
      if (count.value < 3) count.value++;
    });
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  test('inside another is its own', () => {
    const outer = signal(0);
    const inner = signal(0);
    let runs = 0;
    effect(() => {
      runs++;
      void outer.value;
      effect(() => void inner.value);
    });
    inner.value = 1;
    expect(runs).toBe(1);
  });

  test('that throws may run again', () => {
    const count = signal(0);
    const seen: number[] = [];
    effect(() => {
      if (count.value === 1) throw new Error('once');
      seen.push(count.value);
    });
    expect(() => (count.value = 1)).toThrow('once');
    count.value = 2;
    expect(seen).toEqual([0, 2]);
  });
});
