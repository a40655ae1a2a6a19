import { useEffect, useRef } from 'preact/hooks';
import { isTooLong, LengthWords } from '../ui/LengthWords';
import { TextBox } from '../ui/TextBox';
import type { Mode } from './drafts';
import { Extra } from './Extra';
import { useFace } from './face';
import { filesPart } from './filesPart';
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
  const files = filesPart.value;
  const attached = files?.trayOf(desk, ticket, mode);
  // A slash asks for canned replies; brackets may be what one of them could not fill in.
  const wantsCanned = useRef(false);
  wantsCanned.current ||= !isNote && /(^|\s)\/|\[/.test(text);
  const write = (value: string) => {
    desk.drafts.write(ticket, mode, value);
    attached?.tray.hesitate();
    if (!isNote) desk.types(ticket, value);
  };
  useEffect(() => {
    if (stage.wantsBox) box.current?.focus();
    stage.wantsBox = true;
  }, [ticket, mode]);
  const ready = text.trim();
  const isUnfit = isTooLong(text) || !(ready || attached?.items.value.length);
  const send = () => {
    if (isUnfit || attached?.tray.holds(send)) return;
    const taken = attached?.tray.take();
    const quoted = stage.quoted.value;
    const isQuoting = !isNote && quoted?.ticket === ticket;
    desk.send({ ticket, text: ready, note: isNote, ...(isQuoting && { replyTo: quoted.message.id }), ...(taken && { files: taken }) });
    if (isQuoting) stage.quoted.value = null;
    write('');
  };
  return (
    <form
      class={isNote ? 'composer is-note' : 'composer'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
        box.current?.focus();
      }}
    >
      {!onlyNotes && <Modes />}
      {!isNote && <Extra of="QuotingNow" ticket={ticket} />}
      {files && <files.Attached ticket={ticket} mode={mode} />}
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
        {files && <files.Attach ticket={ticket} mode={mode} />}
        <Extra of="Emoji" box={box} />
        <LengthWords id="desk-words" text={text} hint={isNote ? w.t('note.label') : w.t('reply.hint')} w={w} />
        <button type="submit" class="button" disabled={isUnfit}>
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
