import { useSignal } from '@preact/signals';
import type { Locale } from '../../../i18n/translate';
import { useFrame, useWords } from '../frame';
import { Form } from '../kit/Form';
import { AreaField } from '../kit/fields';
import { api } from '../kit/http';
import { Places } from '../kit/Places';
import { TextPreview } from '../kit/TextPreview';
import { Trouble } from '../kit/Trouble';
import { useForm } from '../kit/useForm';
import { asExample, isChanged, isOfDesk, ownWords, textSpeech, type WorkingText } from './text';

interface EditProps {
  text: WorkingText;
  reload(): void;
}

export function EditText({ text, reload }: EditProps) {
  const w = useWords(textSpeech);
  const { name, longest } = text;
  const form = useForm({
    w,
    reload,
    initial: { russian: text.text.russian, english: text.text.english },
    save: (values) => api.put<WorkingText>(`/api/texts/${name}`, { ...values, version: text.version }),
    saved: reload,
  });
  const field = (locale: Locale, property: 'russian' | 'english') => (
    <>
      <AreaField label={w.t(`texts.${property}`)} hint={w.t('texts.hint', { text: ownWords(text, locale) })} rows={3} maxLength={longest} {...form.field(property)} />
      <TextPreview title={w.t(isOfDesk(name) ? 'texts.preview.staff' : 'texts.preview')} locale={locale} text={asExample(form.values[property].trim() || ownWords(text, locale), locale)} place={`in-${name.split('.')[0]}`} />
    </>
  );
  return (
    <>
      {name.startsWith('kind.') && <p class="page-about">{w.t('texts.tariff')}</p>}
      <Form of={form}>
        {field('ru', 'russian')}
        {field('en', 'english')}
      </Form>
      {text.placeholders.length > 0 && <Places title={w.t('texts.places')} names={text.placeholders} meaning={(one) => w.t(`place.${one}`)} />}
      {isChanged(text) && <Restore text={text} reload={reload} />}
    </>
  );
}

function Restore({ text, reload }: EditProps) {
  const w = useWords(textSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const restore = async () => {
    if (!(await ask({ title: w.t('texts.restore.ask'), text: w.t('texts.restore.text'), yes: w.t('texts.restore'), no: w.t('cancel') }))) return;
    trouble.value = null;
    await api.put(`/api/texts/${text.name}`, { version: text.version, russian: '', english: '' }).then(reload, (error: unknown) => void (trouble.value = error));
  };
  return (
    <p class="page-part field-row">
      <button type="button" class="button quiet" onClick={() => void restore()}>
        {w.t('texts.restore')}
      </button>
      {trouble.value !== null && <Trouble error={trouble.value} retry={reload} />}
    </p>
  );
}
