import { signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { isTooLong, LengthWords } from '../ui/LengthWords';
import { TextBox } from '../ui/TextBox';
import { useFace } from './face';

/** What was begun and not sent, by ticket and mode: a note never turns into a reply by a press on a tab. */
const drafts = signal<Readonly<Record<string, string>>>({});

export function DeskComposer({ ticket }: { ticket: string }) {
  const { desk, words } = useFace();
  const w = words.value;
  const isNote = useSignal(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const key = `${ticket}:${isNote.value ? 'note' : 'reply'}`;
  const text = drafts.value[key] ?? '';
  const write = (value: string) => (drafts.value = { ...drafts.value, [key]: value });
  useEffect(() => box.current?.focus(), [key]);
  const send = () => {
    const ready = text.trim();
    if (ready === '' || isTooLong(ready)) return;
    desk.send({ ticket, text: ready, note: isNote.value });
    write('');
    box.current?.focus();
  };
  const label = w.t(isNote.value ? 'note.label' : 'mode.reply');
  return (
    <form
      class={isNote.value ? 'composer is-note' : 'composer'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset class="modes">
        <legend class="visually-hidden">{w.t('mode')}</legend>
        {(['reply', 'note'] as const).map((mode) => (
          <label key={mode} class={mode === 'note' ? 'mode note-mode' : 'mode reply'}>
            <input type="radio" name="mode" checked={isNote.value === (mode === 'note')} onChange={() => (isNote.value = mode === 'note')} />
            {mode === 'note' && <Icon name="lock" size={14} />}
            {w.t(`mode.${mode}`)}
          </label>
        ))}
      </fieldset>
      <TextBox
        label={label}
        placeholder={w.t(isNote.value ? 'note.placeholder' : 'reply.placeholder')}
        value={text}
        invalid={isTooLong(text)}
        describedBy="desk-words"
        boxRef={box}
        write={write}
        send={send}
      />
      <div class="composer-foot">
        <LengthWords id="desk-words" text={text} hint={isNote.value ? w.t('note.label') : w.t('reply.hint')} w={w} />
        <button type="submit" class="button" disabled={text.trim() === '' || isTooLong(text)}>
          {w.t(isNote.value ? 'note.save' : 'send')}
        </button>
      </div>
    </form>
  );
}
