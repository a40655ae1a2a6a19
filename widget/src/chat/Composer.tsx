import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { LengthWords, isTooLong } from '../ui/LengthWords';
import { TextBox } from '../ui/TextBox';
import { Extra } from './extras';
import { useFace } from './face';
import { filesPart } from './filesPart';
import { Kinds } from './Kinds';
import { view } from './view';

export const Composer = view(() => {
  const { conversation, words, draft, kind, openings, notice, consent } = useFace();
  const w = words;
  const box = useRef<HTMLTextAreaElement>(null);
  const text = draft.value;
  const files = filesPart.value;
  const ready = text.trim();
  const isUnfit = isTooLong(text) || !(ready || files?.isUsed.value);
  useEffect(() => box.current?.focus(), [openings.value]);
  const send = () => {
    if (isUnfit) return;
    const isFirst = conversation.isFirst.value;
    if (isFirst && notice?.needsConsent && !consent.value) return void (consent.value = false);
    if (files?.holds(send)) return;
    conversation.send(ready, conversation.begins.value ? kind.value : null, isFirst ? consent.value : null, files?.take());
    draft.value = '';
    kind.value = null;
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
        box.current?.focus();
      }}
    >
      <Kinds />
      <Extra of="Above" />
      <div class="composer-row">
        {files && <files.Attach />}
        <Extra of="Beside" box={box} />
        <TextBox
          label={w.t('composer')}
          placeholder={w.t('placeholder')}
          value={text}
          invalid={isTooLong(text)}
          describedBy="composer-words"
          boxRef={box}
          write={write}
          send={send}
        />
        <button type="submit" class="send" aria-label={w.t('send')} disabled={isUnfit}>
          <Icon name="send" />
        </button>
      </div>
      <LengthWords id="composer-words" text={text} hint={w.t('hint')} w={w} />
    </form>
  );
});
