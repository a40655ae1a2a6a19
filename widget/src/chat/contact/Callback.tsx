import { useEffect, useState } from 'preact/hooks';
import type { CallbackTime } from '../../contract/hubs';
import { Refused } from '../../core/refused';
import en from '../../i18n/panel/callback.en.json';
import ru from '../../i18n/panel/callback.ru.json';
import { request } from '../../ui/http';
import { partWords } from '../../ui/part';
import { refusalWords } from '../extras/refusals';
import { useFace } from '../face';
import { view } from '../view';

/** `number`: the one that was asked for or, before that, one that is known. `time`: null as long as nothing was asked. */
interface Wish {
  possible: boolean;
  number: string | null;
  time: CallbackTime | null;
}

const path = '/api/visitor/callback';
const times: readonly CallbackTime[] = ['AnyTime', 'Morning', 'Afternoon', 'Evening'];

/** Asks to be called back about the open ticket. Within a form of its own kind: it sends nothing of that. */
export const Callback = view(() => {
  const { locale } = useFace().words;
  const w = partWords(locale, ru, en);
  const [wish, setWish] = useState<Wish | null>(null);
  const [number, setNumber] = useState('');
  const [time, setTime] = useState<CallbackTime>('AnyTime');
  const [refused, refuse] = useState('');
  const fail = (error: unknown) => refuse(error instanceof Refused ? error.code : 'internal');
  useEffect(() => {
    void request<Wish>('GET', path).then((found) => {
      setWish(found);
      setNumber((written) => written || (found.number ?? ''));
    }, fail);
  }, []);
  const ask = () => {
    refuse('');
    void request<Wish>('POST', path, { number, time }).then(setWish, fail);
  };
  const words = refused && (w.find(`refusal.${refused}`) ?? refusalWords(locale, refused));
  return (
    <div class="contact">
      <div role="status">
        {wish?.time && <p>{w.t('asked', { number: wish.number ?? '', time: w.t(wish.time) })}</p>}
        {wish && !wish.possible && <p>{w.t('none')}</p>}
      </div>
      {wish?.possible && !wish.time && (
        <>
          <p>{w.t('about')}</p>
          <label>
            {w.t('number')}
            <input
              type="tel"
              autocomplete="tel"
              maxLength={200}
              value={number}
              onInput={(event) => setNumber(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                ask();
              }}
            />
          </label>
          <label>
            {w.t('time')}
            <select value={time} onChange={(event) => setTime(event.currentTarget.value as CallbackTime)}>
              {times.map((each) => (
                <option key={each} value={each}>
                  {w.t(each)}
                </option>
              ))}
            </select>
          </label>
          <p>
            <button type="button" class="button" disabled={number.trim() === ''} onClick={ask}>
              {w.t('ask')}
            </button>
          </p>
        </>
      )}
      <p class="failure" role="alert">
        {words}
      </p>
    </div>
  );
});
