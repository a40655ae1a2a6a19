import { describe, expect, test } from 'vitest';
import { errorFromText, isPassing, Refused, refusedFrom, ServerTrouble, Unanswered } from '../src/core/refused';

const refusal = (text: string) => {
  const error = errorFromText(text);
  return error instanceof Refused ? { code: error.code, detail: error.detail } : error.constructor.name;
};

describe('the text of a failed call', () => {
  test.each([
    ['{"code":"already-taken","detail":{"by":"x"}}'],
    ['HubException: {"code":"already-taken","detail":{"by":"x"}}'],
    [`An unexpected error occurred invoking 'Take' on the server. HubException: {"code":"already-taken","detail":{"by":"x"}}`],
    [`An error in {braces} before. {"code":"already-taken","detail":{"by":"x"}}`],
  ])('is read as a refusal: %s', (text) => {
    expect(refusal(text)).toEqual({ code: 'already-taken', detail: { by: 'x' } });
  });

  test.each([['{"code":"x"}'], ['{"code":"x","detail":null}'], ['{"code":"x","detail":[1]}']])('needs no detail: %s', (text) => {
    expect(refusal(text)).toMatchObject({ code: 'x' });
  });

  test('has its facts beside the code where its detail is a sentence (RFC 9457)', () => {
    expect(refusedFrom({ code: 'name-taken', status: 400, detail: 'A sentence.', property: 'Name' })?.detail['property']).toBe('Name');
  });

  test.each([[''], ["An unexpected error occurred invoking 'Send' on the server."], ['{"code":7}'], ['{"code":""}'], ['{broken'], ['null']])(
    'without a code is trouble of the server, not a refusal: %s',
    (text) => {
      expect(errorFromText(text)).toBeInstanceOf(ServerTrouble);
    },
  );

  test('a refusal that passes by itself is told from one that stands', () => {
    expect(isPassing(new Refused('rate-limited'))).toBe(true);
    expect(isPassing(new Refused('text-too-long'))).toBe(false);
    expect(isPassing(new ServerTrouble())).toBe(true);
    expect(isPassing(new Unanswered())).toBe(true);
  });
});
