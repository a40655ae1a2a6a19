// @vitest-environment happy-dom
import { render } from 'preact';
import { signal } from '@preact/signals';
import { afterEach, describe, expect, test } from 'vitest';
import { type Face, FaceContext } from '../src/console/face';
import { FrameContext } from '../src/console/settings/frame';
import { differences } from '../src/console/settings/kit/difference';
import { FileDrop } from '../src/console/settings/kit/FileDrop';
import { LineErrors } from '../src/console/settings/kit/LineErrors';
import { Table } from '../src/console/settings/kit/Table';
import { valueWords } from '../src/console/settings/kit/valueWords';
import { Unsaved } from '../src/console/settings/unsaved';
import { frameSpeech } from '../src/i18n/settings/words';
import { deskWords } from '../src/i18n/desk';
import { drawn } from './deskHarness';

const w = frameSpeech('ru');
const face = { words: signal(deskWords('ru')) } as unknown as Face;
const show = (part: preact.ComponentChild) =>
  render(
    <FaceContext.Provider value={face}>
      <FrameContext.Provider value={{ ask: () => Promise.resolve(true), unsaved: new Unsaved() }}>{part}</FrameContext.Provider>
    </FaceContext.Provider>,
    document.body,
  );
afterEach(() => render(null, document.body));

describe('what differs between two values', () => {
  test.each([
    ['nothing', { a: 1, b: [1] }, { b: [1], a: 1 }, []],
    ['what changed, by its path', { a: { b: 1, c: 2 } }, { a: { b: 3, c: 2 } }, [{ path: ['a', 'b'], before: 1, after: 3 }]],
    ['what came and what went', { a: 1 }, { b: 2 }, [{ path: ['a'], before: 1, after: undefined }, { path: ['b'], before: undefined, after: 2 }]],
    ['not that null became absent', { a: null }, {}, []],
    ['a list as a whole', { a: ['x', 'y'] }, { a: ['y', 'x'] }, [{ path: ['a'], before: ['x', 'y'], after: ['y', 'x'] }]],
    ['everything of what is new', null, { a: { b: 1 }, c: 'x' }, [{ path: ['a', 'b'], before: undefined, after: 1 }, { path: ['c'], before: undefined, after: 'x' }]],
    ['where a value became a group of them', { a: 1 }, { a: { b: 2 } }, [{ path: ['a'], before: 1, after: { b: 2 } }]],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});

describe('a value in words', () => {
  test.each([
    [true, 'да'],
    ['', 'нет'],
    [[], 'нет'],
    [1234.5, '1\u00a0234,5'],
    ['2026-11-23', '23 ноября 2026 г.'],
    ['2026-11-23T07:42:00Z', '23 ноября 2026 г., 10:42 (МСК)'],
    ['2026-11-22T22:30:00.5Z', '23 ноября 2026 г., 01:30 (МСК)'],
    [['Paid', 'other'], 'платный, other'],
    [[{ from: 'x', until: null }], 'from: x; until: нет'],
  ])('%j is %s', (value, words) => {
    expect(valueWords(value, w, (text) => (text === 'Paid' ? 'платный' : null))).toBe(words);
  });
});

describe('a file', () => {
  // Preact asks an element whether it knows an event; happy-dom's knows of no dropping.
  Object.assign(HTMLElement.prototype, { ondrop: null, ondragover: null, ondragleave: null });
  const drop = async (...files: File[]) => {
    const taken: string[] = [];
    show(<FileDrop label="Клиники" kinds={['csv']} limit={1} chosen={({ name }) => taken.push(name)} />);
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files } });
    document.querySelector('.file-drop')?.dispatchEvent(event);
    await drawn();
    return { taken, error: document.querySelector('.field-error')?.textContent, isPrevented: event.defaultPrevented };
  };

  test('that is dropped is taken, and the page stays', async () => {
    expect(await drop(new File(['a'], 'A.CSV'))).toEqual({ taken: ['A.CSV'], error: undefined, isPrevented: true });
    expect(document.body.textContent).toContain('A.CSV');
  });

  test.each([
    ['of another kind', [new File(['a'], 'a.xlsx')], 'Нужен файл CSV.'],
    ['that is too large', [new File([new Uint8Array(1_048_577)], 'a.csv')], 'Файл больше 1 МБ.'],
    ['that is one of several', [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')], 'Можно только один файл за раз.'],
  ])('%s is refused', async (_, files, error) => {
    expect(await drop(...files)).toMatchObject({ taken: [], error });
  });

  test('is refused by its lines, each with its reason', () => {
    show(<LineErrors errors={[{ line: 3, code: 'not-found' }, { line: 12, code: 'odd-code' }]} w={w} />);
    const text = document.querySelector('[role=alert]')?.textContent;
    expect(text).toContain('2 ошибки в файле. Ничего не применено.');
    expect(text).toContain('Строка 3Этого больше нет');
    expect(text).toContain('Строка 12Сервер отказал: odd-code.');
  });

  test('with hundreds of errors shows the first fifty and how many more there are', () => {
    show(<LineErrors errors={Array.from({ length: 171 }, (_, at) => ({ line: at + 1, code: 'malformed' }))} w={w} />);
    expect(document.querySelectorAll('dt')).toHaveLength(50);
    expect(document.body.textContent).toContain('и ещё 121 ошибка');
  });
});

test('a table is one for those who do not see it, also where its rows are drawn as cards', () => {
  show(<Table caption="Люди" rows={[{ name: 'А', seats: 2 }]} keyOf={({ name }) => name} columns={[{ title: 'Имя', cell: ({ name }) => name }, { title: 'Места', isNumber: true, cell: ({ seats }) => seats }]} />);
  expect(document.querySelector('[role=table] caption')?.textContent).toBe('Люди');
  expect(document.querySelector('[role=rowheader]')?.textContent).toBe('А');
  expect(document.querySelector<HTMLElement>('[role=cell]')?.dataset['title']).toBe('Места');
});
