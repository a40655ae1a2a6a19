import { describe, expect, test } from 'vitest';
import { qr } from '../src/console/settings/security/qr';

const drawn = (text: string) => qr(text).map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''));

describe('the picture for an authenticator app', () => {
  test('is the smallest that holds the text, up to what its table knows', () => {
    expect([1, 17, 18, 78, 79, 107, 230, 271].map((length) => qr('x'.repeat(length)).length)).toEqual([21, 21, 25, 33, 37, 41, 53, 57]);
    expect(() => qr('x'.repeat(272))).toThrow(RangeError);
  });

  test('has the three corners that a scanner looks for', () => {
    const rows = drawn('otpauth://totp/x');
    const corner = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    expect(rows.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(corner);
    expect(rows.slice(0, 7).map((row) => row.slice(-7))).toEqual(corner);
    expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(corner);
  });

  // Drawn by this code and read by an independent decoder, once; a module that changes makes it another text or none.
  test('says what it should', () => {
    expect(drawn('a')).toMatchInlineSnapshot(`
      [
        "#######..#.##.#######",
        "#.....#..###..#.....#",
        "#.###.#.##.##.#.###.#",
        "#.###.#..#.#..#.###.#",
        "#.###.#...#.#.#.###.#",
        "#.....#.....#.#.....#",
        "#######.#.#.#.#######",
        "........##.##........",
        "###.########.##...#..",
        "..#.##.#..#...#...##.",
        "....#.#####.#...#...#",
        "##.#.#...##...#...#..",
        "##..####....#.#.#.#.#",
        "........##.#.#.#.#.##",
        "#######.#..#.###.####",
        "#.....#.######.###...",
        "#.###.#.#.##.###.##.#",
        "#.###.#...#...#...##.",
        "#.###.#.##..#...#...#",
        "#.....#.##....#...##.",
        "#######.##..#.#.#.###",
      ]
    `);
  });
});
