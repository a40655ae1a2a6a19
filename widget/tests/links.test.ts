import { describe, expect, test } from 'vitest';
import { tokens } from '../src/core/links';

const links = (text: string) => tokens(text).filter(({ href }) => href !== null);

describe('links in somebody’s words', () => {
  test.each([
    ['см. https://i-stom.ru/a?b=1#c.', 'https://i-stom.ru/a?b=1#c'],
    ['(http://support.i-stom.ru)', 'http://support.i-stom.ru'],
    ['https://ru.wikipedia.org/wiki/A_(b)', 'https://ru.wikipedia.org/wiki/A_(b)'],
    ['пишите на support@i-stom.ru, ответим', 'mailto:support@i-stom.ru'],
    ['mailto:a@b.ru', 'mailto:a@b.ru'],
    ['«https://клиника.рф/приём»', 'https://клиника.рф/приём'],
  ])('%s', (text, href) => {
    expect(links(text).map((link) => link.href)).toEqual([href]);
  });

  test.each([['javascript:alert(1)'], ['data:text/html,<script>1</script>'], ['vbscript:x'], ['https://'], ['file:///etc/passwd'], ['ftp://a.b'], ['//evil.example'], ['просто слова. И ещё.'], ['JaVaScRiPt:https']])(
    'no link: %s',
    (text) => {
      expect(links(text)).toEqual([]);
    },
  );

  test('every link goes to http, https or mail and nowhere else', () => {
    for (const { href } of tokens('javascript:https://a.b javascript:x@y.z "https://a.b" <https://c.d> x:a@b.c')) if (href !== null) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
  });

  test('the parts together are the text, character for character', () => {
    const text = 'а <b>https://x.y/</b> & "q" a@b.c… \u202e\n\n https://';
    expect(tokens(text).map((token) => token.text).join('')).toBe(text);
  });
});
