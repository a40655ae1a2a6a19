import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { LengthWords, isTooLong } from '../ui/LengthWords';
import { TextBox } from '../ui/TextBox';
import { useFace } from './face';

export function Composer() {
  const { conversation, words, draft, openings } = useFace();
  const w = words.value;
  const box = useRef<HTMLTextAreaElement>(null);
  const text = draft.value;
  const tooLong = isTooLong(text);
  useEffect(() => box.current?.focus(), [openings.value]);
  const send = () => {
    const ready = text.trim();
    if (ready === '' || isTooLong(ready)) return;
    conversation.send(ready);
    draft.value = '';
    box.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-row">
        <TextBox
          label={w.t('composer')}
          placeholder={w.t('placeholder')}
          value={text}
          invalid={tooLong}
          describedBy="composer-words"
          boxRef={box}
          write={(value) => (draft.value = value)}
          send={send}
        />
        <button type="submit" class="send" aria-label={w.t('send')} disabled={text.trim() === '' || tooLong}>
          <Icon name="send" />
        </button>
      </div>
      <LengthWords id="composer-words" text={text} hint={w.t('hint')} w={w} />
    </form>
  );
}
