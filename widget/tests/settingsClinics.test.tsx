// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { button, posts, useDesk, words } from './deskHarness';
import { answer, fill, heading, labelled, openSettings, pressAndWait } from './settingsHarness';

const clinic = { id: 'c1', name: 'Клиника «Первая»', tariff: 'Paid', plan: 'Paid' };
const card = {
  version: 3,
  clinic,
  number: '1001',
  tariffId: null,
  ownTerms: { name: 'Прежний' },
  tariffFrom: null,
  tariffUntil: '2026-12-31',
  contacts: [{ name: 'Администратор', role: null, phones: ['+7 495 000-00-01'], email: null }],
  product: 'iStom Cloud',
  productVersion: '7.5',
  teamViewerId: null,
  notes: null,
};

useDesk();
beforeEach(() => {
  answer('/api/clinics?limit=50', { items: [{ clinic, number: '1001', tariffUntil: '2026-12-31' }], next: null });
  answer('/api/clinics/c1', card);
  answer('/api/clinics/c1/tickets?limit=20', { items: [], next: null });
  answer('/api/clinics/c1/visitors?limit=20', { items: [], next: null });
  answer('/api/tariffs', [{ id: 't1', version: 0, name: 'Standard', plan: 'Standard', serves: [], offer: { russian: '', english: '' } }]);
});

describe('clinics', () => {
  test('are listed with the last day of their tariff', async () => {
    await openSettings('clinics');
    expect(heading()).toBe('Клиники');
    expect(words()).toContain('31 декабря 2026');
  });

  test('what is sought becomes a part of the address', async () => {
    answer('/api/clinics?search=495&limit=50', { items: [], next: null });
    await openSettings('clinics');
    await fill('Поиск', '495');
    expect(location.hash).toBe('#settings/clinics?search=495');
    expect(words()).toContain('Ничего не нашлось.');
  });

  test('an agent reads one and changes nothing', async () => {
    await openSettings('clinics/c1', 'Agent');
    expect(words()).toContain('Администратор, +7 495 000-00-01');
    expect(button('Сохранить')).toBeUndefined();
    expect(button('Стереть контакты и заметки')).toBeUndefined();
  });

  test('a supervisor changes one, of the version that was read', async () => {
    await openSettings('clinics/c1', 'Supervisor');
    expect(labelled('Тариф').textContent).toContain('прежние условия: Прежний');
    await fill('Название', 'Клиника «Вторая»');
    await pressAndWait('Сохранить');
    expect(posts.at(-1)).toEqual(['/api/clinics/c1', expect.objectContaining({ name: 'Клиника «Вторая»', version: 3, contacts: card.contacts })]);
    expect(button('Стереть контакты и заметки')).toBeUndefined();
  });
});
