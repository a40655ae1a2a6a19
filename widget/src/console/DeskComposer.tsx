import { useEffect, useRef } from 'preact/hooks';
import { isTooLong, LengthWords } from '../ui/LengthWords';
import { TextBox } from '../ui/TextBox';
import type { Mode } from './drafts';
import { Extra } from './Extra';
import { useFace } from './face';
import { Later } from './Later';
import { Lock } from './Lock';

const canned = () => import('./canned/Canned');
const modes: readonly Mode[] = ['reply', 'note'];

/** Where an agent writes: to the customer, or to colleagues in a box that looks and sounds different. */
export function DeskComposer({ ticket, onlyNotes = false }: { ticket: string; onlyNotes?: boolean }) {
  const { desk, stage, words } = useFace();
  const w = words.value;
  const mode = onlyNotes ? 'note' : stage.mode.value;
  const isNote = mode === 'note';
  const box = useRef<HTMLTextAreaElement>(null);
  const text = desk.drafts.of(ticket, mode);
  // A slash asks for canned replies; brackets may be what one of them could not fill in.
  const wantsCanned = useRef(false);
  wantsCanned.current ||= !isNote && /(^|\s)\/|\[/.test(text);
  const write = (value: string) => {
    desk.drafts.write(ticket, mode, value);
    if (!isNote) desk.types(ticket, value);
  };
  useEffect(() => {
    if (stage.wantsBox) box.current?.focus();
    stage.wantsBox = true;
  }, [ticket, mode]);
  const send = () => {
    const ready = text.trim();
    if (ready === '' || isTooLong(ready)) return;
    const quoted = stage.quoted.value;
    const isQuoting = !isNote && quoted?.ticket === ticket;
    desk.send({ ticket, text: ready, note: isNote, ...(isQuoting && { replyTo: quoted.message.id }) });
    if (isQuoting) stage.quoted.value = null;
    write('');
    box.current?.focus();
  };
  return (
    <form
      class={isNote ? 'composer is-note' : 'composer'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!onlyNotes && <Modes />}
      {!isNote && <Extra of="QuotingNow" ticket={ticket} />}
      <TextBox
        label={w.t(isNote ? 'note.label' : 'mode.reply')}
        placeholder={w.t(isNote ? 'note.placeholder' : 'reply.placeholder')}
        value={text}
        invalid={isTooLong(text)}
        describedBy="desk-words"
        boxRef={box}
        write={write}
        send={send}
      />
      {wantsCanned.current && !isNote && <Later load={canned} give={{ box, text, write }} />}
      <div class="composer-foot">
        <Extra of="Emoji" box={box} />
        <LengthWords id="desk-words" text={text} hint={isNote ? w.t('note.label') : w.t('reply.hint')} w={w} />
        <button type="submit" class="button" disabled={text.trim() === '' || isTooLong(text)}>
          {w.t(isNote ? 'note.save' : 'send')}
        </button>
      </div>
    </form>
  );
}

function Modes() {
  const { stage, words } = useFace();
  const w = words.value;
  return (
    <fieldset class="modes">
      <legend class="visually-hidden">{w.t('mode')}</legend>
      {modes.map((mode) => (
        <label key={mode} class={mode === 'note' ? 'mode note-mode' : 'mode reply'}>
          <input type="radio" name="mode" checked={stage.mode.value === mode} onChange={() => (stage.mode.value = mode)} />
          {mode === 'note' && <Lock />}
          {w.t(`mode.${mode}`)}
        </label>
      ))}
    </fieldset>
  );
}
