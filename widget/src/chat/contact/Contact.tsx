import { useEffect, useState } from 'preact/hooks';
import { Refused } from '../../core/refused';
import en from '../../i18n/panel/contact.en.json';
import ru from '../../i18n/panel/contact.ru.json';
import { request } from '../../ui/http';
import { refusalWords } from '../extras/refusals';
import { useFace } from '../face';
import { later } from '../later';
import { contactPath as path, type Given } from '../leaving';
import { Unfold } from '../Unfold';
import { addStyles, partWords } from '../../ui/part';
import { view } from '../view';
import styles from './contact.css?inline';
import { saveTranscript } from './transcript';

addStyles(styles);

const Callback = later(() => import('./Callback'), (part) => part.Callback);

/** For whoever leaves before the answer: asked for, not required. */
export const Contact = view(() => {
  const face = useFace();
  const w = partWords(face.words.locale, ru, en);
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [said, say] = useState('');
  const [refused, refuse] = useState('');
  const show = (given: Given) => {
    setEmail(given.email ?? '');
    setPhone(given.phone ?? '');
  };
  const fail = (error: unknown) => refuse(error instanceof Refused ? error.code : 'internal');
  useEffect(() => {
    // It may come late: what is written by then stays.
    const fill = (given: Given) => {
      setEmail((written) => written || (given.email ?? ''));
      setPhone((written) => written || (given.phone ?? ''));
    };
    void request<Given>('GET', path).then(fill, () => {});
  }, []);
  const save = () => {
    say('');
    refuse('');
    void request<Given>('PUT', path, { email, phone }).then((given) => {
      show(given);
      say(w.t(given.email || given.phone ? 'saved' : 'forgotten'));
    }, fail);
  };
  const keep = () => {
    refuse('');
    void saveTranscript(face).catch(fail);
  };
  return (
    <form
      class="contact"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>{w.t('about')}</p>
      <label>
        {w.t('email')}
        <input type="email" autocomplete="email" maxLength={200} value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
      </label>
      <label>
        {w.t('phone')}
        <input type="tel" autocomplete="tel" maxLength={200} value={phone} onInput={(event) => setPhone(event.currentTarget.value)} />
      </label>
      <p class="contact-row">
        <button type="submit" class="button">
          {w.t('save')}
        </button>
        <button type="button" class="button quiet" onClick={keep}>
          {w.t('keep')}
        </button>
        <span role="status">{said}</span>
      </p>
      <p class="failure" role="alert">
        {refused && (w.find(`refusal.${refused}`) ?? refusalWords(face.words.locale, refused))}
      </p>
      <Unfold title={w.t('callback')} Part={Callback} />
    </form>
  );
});
