// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { SendRequest } from '../src/contract/hubs';
import { hubException } from './fakes';
import { all, box, clock, drawn, given, named, server, show, texts, usePanel, words, write } from './panelHarness';
import { closed, joinReply } from './samples';

usePanel();

describe('an empty conversation', () => {
  test('invites to write and says how soon one is answered', async () => {
    await show();
    expect(words()).toContain('Напишите, что случилось');
    expect(words()).toMatch(/до\sдвух рабочих дней/);
    expect(document.activeElement).toBe(box());
  });

  test('says when the desk opens', async () => {
    server.answers['Join'] = () => joinReply([], { desk: closed });
    await show();
    expect(words()).toContain('Сейчас закрыто. Откроемся в понедельник 23 ноября, в 10:00 (МСК)');
  });
});

describe('writing', () => {
  test('Enter sends, the message appears once and is delivered', async () => {
    await show();
    await write('Здравствуйте');
    expect(texts()).toEqual(['Здравствуйте']);
    expect(all('message')[0]?.dataset['author']).toBe('visitor');
    expect(all('message')[0]?.textContent).toContain('Доставлено');
    expect(box().value).toBe('');
    expect(server.called('Send')).toEqual([[{ id: 'own1', text: 'Здравствуйте', kind: null, replyTo: null, articles: null, consent: false, attachments: null }]]);
  });

  test('Shift+Enter and the Enter of an IME do not send', async () => {
    await show();
    await write('раз', { shiftKey: true });
    await write('два', { isComposing: true });
    expect(server.called('Send')).toHaveLength(0);
  });

  test('more than 8,000 characters are refused in words, and nothing is lost', async () => {
    await show();
    await write('д'.repeat(8001));
    expect(server.called('Send')).toHaveLength(0);
    expect(words()).toMatch(/Слишком длинно: 8.001 знаков из 8.000/);
    expect(box().value).toHaveLength(8001);
  });

  test('blank is not sent', async () => {
    await show();
    await write('  \n ');
    expect(server.called('Send')).toHaveLength(0);
  });

  test('without a connection it waits, says so, and leaves by itself, once and in order', async () => {
    await show();
    server.isDown = true;
    server.socket.cut();
    await write('первое');
    await write('второе');
    expect(words()).toContain('Нет связи');
    expect(all('message').map(({ dataset }) => dataset['state'])).toEqual(['waiting', 'waiting']);
    expect(all('message')[0]?.textContent).toContain('Ждёт связи');
    server.isDown = false;
    await clock.pass(60_000);
    await drawn();
    expect(given.stored.map(({ text }) => text)).toEqual(['первое', 'второе']);
    expect(texts()).toEqual(['первое', 'второе']);
    expect(words()).not.toContain('Нет связи');
  });

  test('a message whose answer was lost is repeated with its id and shown once', async () => {
    await show();
    server.isSilent = true;
    await write('Ау');
    expect(given.stored).toHaveLength(1);
    server.isSilent = false;
    server.socket.cut();
    await clock.pass(1_000);
    await drawn();
    expect(texts()).toEqual(['Ау']);
    await clock.pass(30_000);
    expect(new Set(server.called('Send').map(([request]) => (request as SendRequest).id))).toEqual(new Set(['own1']));
    expect(given.stored).toHaveLength(1);
  });

  test('the push of one’s own message and its ack make one bubble, whichever comes first', async () => {
    await show();
    const send = server.answers['Send'];
    server.answers['Send'] = (request: SendRequest) => {
      const ack = send?.(request as never) as { id: string };
      server.push('Messages', [given.stored.at(-1)]);
      return ack;
    };
    await write('Раз');
    server.push('Messages', [given.stored.at(-1)]);
    await drawn();
    expect(texts()).toEqual(['Раз']);
  });

  test('a refusal says why and can be tried again with the same id', async () => {
    await show();
    const send = server.answers['Send'];
    server.answers['Send'] = () => {
      throw hubException('Send', 'text-too-long');
    };
    await write('Ой');
    expect(words()).toContain('Не отправлено');
    await vi.waitFor(() => expect(words()).toContain('Сообщение слишком длинное.'));
    if (send) server.answers['Send'] = send;
    named('Повторить')?.click();
    await drawn();
    expect(given.stored.map(({ id }) => id)).toEqual(['own1']);
    expect(texts()).toEqual(['Ой']);
  });

  test('whom support has blocked is told until when, and the message waits to be tried again', async () => {
    await show();
    let detail: Record<string, string> = { until: '2026-11-25T07:00:00Z' };
    server.answers['Send'] = () => {
      throw hubException('Send', 'visitor-blocked', detail);
    };
    await write('Эй');
    expect(words()).toContain('Поддержка не принимает ваши сообщения до 25 ноября, 10:00 (МСК).');
    detail = {};
    named('Повторить')?.click();
    await drawn();
    expect(words()).toContain('Поддержка пока не принимает ваши сообщения.');
    expect(texts()).toEqual(['Эй']);
  });
});
