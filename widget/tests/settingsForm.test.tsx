// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Loaded } from '../src/console/settings/kit/Loaded';
import { ChecksField, NumberField, TextField } from '../src/console/settings/kit/fields';
import { Form } from '../src/console/settings/kit/Form';
import { api } from '../src/console/settings/kit/http';
import { Page } from '../src/console/settings/kit/Page';
import { useForm } from '../src/console/settings/kit/useForm';
import { useResource } from '../src/console/settings/kit/useResource';
import { useWords } from '../src/console/settings/frame';
import { speech } from '../src/i18n/settings/words';
import { button, posts, press, status, useDesk, words } from './deskHarness';
import { alerts, answer, back, fetched, fill, heading, labelled, openSettings, pressAndWait, turnTo } from './settingsHarness';

interface Clinic {
  name: string;
  seats: number | null;
  days: ('Mon' | 'Tue')[];
  version: number;
}

const own = { 'refusal.name-taken': 'Такое название уже есть.' };
const testSpeech = speech({ ru: own, en: own });

function Edit({ clinic, of }: { clinic: Clinic; of: ReturnType<typeof useResource<Clinic>> }) {
  const w = useWords(testSpeech);
  const { version, ...initial } = clinic;
  const form = useForm({ w, initial, save: (values) => api.put<Clinic>('/api/clinic', { ...values, version }), saved: isReadAnew ? of.reload : of.set, reload: of.reload });
  return (
    <Form of={form}>
      <TextField label="Название" hint="Как на вывеске" required maxLength={20} {...form.field('name')} />
      <NumberField label="Кресла" min={1} max={9} {...form.field('seats')} />
      <ChecksField label="Дни" options={[{ value: 'Mon', label: 'Понедельник' }, { value: 'Tue', label: 'Вторник' }]} {...form.field('days')} />
    </Form>
  );
}

function Clinics() {
  const clinic = useResource<Clinic>('/api/clinic');
  return (
    <Page title="Клиника">
      <Loaded of={clinic}>{(value) => <Edit clinic={value} of={clinic} />}</Loaded>
    </Page>
  );
}

vi.mock(import('../src/console/settings/screens'), async (original) => {
  const real = await original();
  return { ...real, screensFor: () => [{ path: 'clinic', group: 'clinics', title: 'screen.me', role: 'Agent', load: () => Promise.resolve({ default: Clinics }) }, ...real.screens] };
});

useDesk();
let isReadAnew = false;
const saved: Clinic = { name: 'Улыбка', seats: 3, days: ['Mon'], version: 4 };
beforeEach(() => {
  isReadAnew = false;
  answer('/api/clinic', saved);
});
const name = () => labelled('Название');
const written = () => posts.filter(([path]) => path === '/api/clinic').map(([, body]) => body);
const refuse = (code: number, problem: object) => (status['/api/clinic'] = [code, problem]);
const dialog = () => document.querySelector('dialog');

describe('a form', () => {
  test('shows what is there, and sends all of it at once', async () => {
    await openSettings('clinic');
    expect(name().value).toBe('Улыбка');
    await fill('Название', 'Улыбка-2');
    await fill('Кресла', '5');
    labelled('Вторник').click();
    answer('/api/clinic', { ...saved, name: 'Улыбка-2', version: 5 });
    await pressAndWait('Сохранить');
    expect(written()).toEqual([{ name: 'Улыбка-2', seats: 5, days: ['Mon', 'Tue'], version: 4 }]);
    expect(name().value).toBe('Улыбка-2');
  });

  test('says that it was saved, shows what the server made of it, and goes on from there', async () => {
    await openSettings('clinic');
    await fill('Название', ' Улыбка-2');
    answer('/api/clinic', { ...saved, name: 'Улыбка-2', version: 5 });
    await pressAndWait('Сохранить');
    expect(document.querySelector('.form-said')?.textContent).toBe('Сохранено.');
    expect(name().value).toBe('Улыбка-2');
    await fill('Название', 'Улыбка-3');
    expect(document.querySelector('.form-said')?.textContent).toBe('');
    await pressAndWait('Сохранить');
    expect(written().map((body) => (body as Clinic).version)).toEqual([4, 5]);
  });

  test('that is read anew after it was saved is never sent with the version of before, and keeps what is written meanwhile', async () => {
    isReadAnew = true;
    await openSettings('clinic');
    await fill('Название', 'Улыбка-2');
    button('Сохранить')?.click();
    answer('/api/clinic', { ...saved, name: 'Улыбка-2', version: 5 });
    name().value = 'Улыбка-3';
    name().dispatchEvent(new Event('input', { bubbles: true }));
    button('Сохранить')?.click();
    await fetched();
    expect(name().value).toBe('Улыбка-3');
    await pressAndWait('Сохранить');
    expect(written().map((body) => [(body as Clinic).name, (body as Clinic).version])).toEqual([['Улыбка-2', 4], ['Улыбка-3', 5]]);
  });

  test('sends nothing while something is missing or out of range, and says so at the field', async () => {
    await openSettings('clinic');
    await fill('Название', '');
    await fill('Кресла', '12');
    await pressAndWait('Сохранить');
    expect(written()).toEqual([]);
    expect(describedBy(name())).toBe('Как на вывеске Заполните это поле.');
    expect(describedBy(labelled('Кресла'))).toBe('Допустимо от 1 до 9.');
    expect(document.activeElement).toBe(name());
  });

  test('a refusal stands at the field that it names, and nothing of the form is lost', async () => {
    await openSettings('clinic');
    await fill('Название', 'Занято');
    refuse(400, { code: 'name-taken', status: 400, property: 'Values.Name' });
    await pressAndWait('Сохранить');
    expect(name().getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(name())).toContain('Такое название уже есть.');
    expect(name().value).toBe('Занято');
    await fill('Название', 'Свободно');
    expect(name().getAttribute('aria-invalid')).toBe('false');
  });

  test('a refusal of everything stands above the button', async () => {
    await openSettings('clinic');
    await fill('Название', 'Другая');
    refuse(403, { code: 'forbidden' });
    await pressAndWait('Сохранить');
    expect(alerts()).toEqual(['На это нет прав.']);
    expect(name().value).toBe('Другая');
  });

  test('lost on the way, it says that nobody knows, and can be sent again', async () => {
    await openSettings('clinic');
    await fill('Название', 'Другая');
    const fetch = globalThis.fetch;
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await pressAndWait('Сохранить');
    expect(alerts()).toEqual(['Связь оборвалась, и неизвестно, сохранилось ли. Проверьте связь и повторите.']);
    vi.stubGlobal('fetch', fetch);
    await pressAndWait('Сохранить');
    expect(written()).toHaveLength(1);
  });

  test('outrun by somebody else, it offers what they made of it', async () => {
    await openSettings('clinic');
    await fill('Название', 'Другая');
    refuse(409, { code: 'changed-meanwhile' });
    await pressAndWait('Сохранить');
    expect(alerts()[0]).toContain('это изменил кто-то другой');
    expect(name().value).toBe('Другая');
    answer('/api/clinic', { ...saved, name: 'Их название', version: 5 });
    await pressAndWait('Загрузить заново');
    expect(name().value).toBe('Их название');
    expect(alerts()).toEqual([]);
  });

  test('Cancel puts back what was there', async () => {
    await openSettings('clinic');
    await fill('Название', 'Другая');
    await press('Отменить');
    expect(name().value).toBe('Улыбка');
    expect(button('Отменить')).toBeUndefined();
  });
});

describe('a form that was changed', () => {
  test('is not left by Back without a question', async () => {
    await openSettings('me');
    await turnTo('settings/clinic');
    await fill('Название', 'Другая');
    await back();
    expect(dialog()?.textContent).toContain('Уйти без сохранения?');
    expect(location.hash).toBe('#settings/clinic');
    await pressAndWait('Остаться');
    expect(name().value).toBe('Другая');
    await back();
    await pressAndWait('Уйти');
    expect(heading()).toBe('Моя учётная запись');
    expect(location.hash).toBe('#settings/me');
  });

  test('nor by a link', async () => {
    await openSettings('clinic');
    await fill('Название', 'Другая');
    await turnTo('');
    expect(location.hash).toBe('#settings/clinic');
    await pressAndWait('Уйти');
    expect(document.querySelector('.settings')).toBeNull();
  });

  test('nor by closing the page', async () => {
    await openSettings('clinic');
    const leaving = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leaving()).toBe(true);
    await fill('Название', 'Другая');
    expect(leaving()).toBe(false);
  });

  test('once saved, is left freely', async () => {
    await openSettings('me');
    await turnTo('settings/clinic');
    await fill('Название', 'Другая');
    await pressAndWait('Сохранить');
    await back();
    expect(dialog()).toBeNull();
    expect(heading()).toBe('Моя учётная запись');
  });
});

describe('a resource', () => {
  test('that cannot be read says why, and is read again when asked', async () => {
    refuse(500, {});
    await openSettings('clinic');
    expect(alerts()).toEqual(['На сервере сбой. Попробуйте ещё раз.Повторить']);
    answer('/api/clinic', saved);
    await pressAndWait('Повторить');
    expect(name().value).toBe('Улыбка');
  });

  test('that is gone says so', async () => {
    refuse(404, { code: 'clinic-not-found' });
    await openSettings('clinic');
    expect(words()).toContain('Сервер отказал: clinic-not-found.');
    refuse(404, {});
    await pressAndWait('Повторить');
    expect(words()).toContain('Этого больше нет');
  });
});

function describedBy(field: HTMLElement): string {
  return (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

