import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { LengthWords, isTooLong } from '../ui/LengthWords';
import { TextBox } from '../ui/TextBox';
import { Extra } from './extras';
import { useFace } from './face';
import { Kinds } from './Kinds';
import { view } from './view';

export const Composer = view(() => {
  const { conversation, words, draft, kind, openings, notice, consent } = useFace();
  const w = words;
  const box = useRef<HTMLTextAreaElement>(null);
  const text = draft.value;
  const tooLong = isTooLong(text);
  useEffect(() => box.current?.focus(), [openings.value]);
  const send = () => {
    const ready = text.trim();
    if (ready === '' || isTooLong(ready)) return;
    const isFirst = conversation.isFirst.value;
    if (isFirst && notice?.needsConsent && !consent.value) return void (consent.value = false);
    conversation.send(ready, conversation.begins.value ? kind.value : null, isFirst ? consent.value : null);
    draft.value = '';
    kind.value = null;
    box.current?.focus();
  };
  const write = (value: string) => {
    draft.value = value;
    conversation.attention.typed(value.trim() !== '');
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Kinds />
      <Extra of="Above" />
      <div class="composer-row">
        <Extra of="Beside" box={box} />
        <TextBox
          label={w.t('composer')}
          placeholder={w.t('placeholder')}
          value={text}
          invalid={tooLong}
          describedBy="composer-words"
          boxRef={box}
          write={write}
          send={send}
        />
        <button type="submit" class="send" aria-label={w.t('send')} disabled={text.trim() === '' || tooLong}>
          <Icon name="send" />
        </button>
      </div>
      <LengthWords id="composer-words" text={text} hint={w.t('hint')} w={w} />
    </form>
  );
});
