// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { FeedbackView } from '../src/contract/hubs';
import { box, drawn, given, named, server, show, usePanel, words } from './panelHarness';
import { visitorTicket } from './samples';

usePanel();

const resolved = (version: number, feedback: Partial<FeedbackView> = {}) =>
  visitorTicket({ version, status: 'Resolved', promise: null, place: null, feedback: { helped: null, stars: null, comment: null, open: true, ...feedback } });
const press = async (name: string) => {
  named(name)?.click();
  await drawn();
};
const showResolved = async (feedback: Partial<FeedbackView> = {}) => {
  given.ticket = resolved(1, feedback);
  await show();
  await vi.waitFor(() => expect(document.querySelector('.feedback')).not.toBeNull());
};

describe('after the resolution', () => {
  test('it helped: then it is rated, with a comment, and can be rated anew while that is taken', async () => {
    await showResolved();
    server.answers['Helped'] = () => resolved(2, { helped: true });
    server.answers['Rate'] = ({ stars, comment }: FeedbackView) => resolved(3, { helped: true, stars, comment });
    await press('Да, помогло');
    expect(server.called('Helped')).toEqual([[{ helped: true, ticket: null }]]);
    document.querySelectorAll<HTMLInputElement>('.star input')[3]?.click();
    await drawn();
    const comment = document.querySelector('.feedback textarea') as HTMLTextAreaElement;
    comment.value = ' Быстро ';
    comment.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
    await press('Отправить оценку');
    expect(server.called('Rate')).toEqual([[{ stars: 4, comment: 'Быстро' }]]);
    expect(words()).toContain('Ваша оценка: 4 из 5');
    await press('изменить');
    expect((document.querySelector('.feedback textarea') as HTMLTextAreaElement).value).toBe('Быстро');
  });

  test('it did not: the ticket is open again, and one can go on writing', async () => {
    await showResolved();
    server.answers['Helped'] = () => visitorTicket({ version: 2 });
    box().blur();
    await press('Нет, вопрос остался');
    expect(server.called('Helped')).toEqual([[{ helped: false, ticket: null }]]);
    expect(document.querySelector('.feedback')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(box()));
  });

  test('what is refused is said in words; what is no longer taken is not asked for', async () => {
    await showResolved({ helped: true, stars: 5 });
    server.answers['Rate'] = () => {
      throw new Error('{"code":"rating-final","detail":{}}');
    };
    await press('изменить');
    await press('Отправить оценку');
    expect(words()).toContain('в течение суток');
    server.push('Ticket', resolved(2, { helped: true, stars: 5, open: false }));
    await drawn();
    expect(named('изменить')).toBeUndefined();
  });
});
