import { Dialog } from '../../Dialog';

export interface Question {
  title: string;
  text: string;
  /** The words of the buttons: what is done, and what is done instead. */
  yes: string;
  no: string;
}

/** A question in front of everything. Leaving it is a no. */
export function Ask({ question: { title, text, yes, no }, answer }: { question: Question; answer(isYes: boolean): void }) {
  return (
    <Dialog title={title} left={() => answer(false)}>
      <p>{text}</p>
      <div class="form-foot">
        <button type="button" class="button" onClick={() => answer(true)}>
          {yes}
        </button>
        <button type="button" class="button quiet" onClick={() => answer(false)}>
          {no}
        </button>
      </div>
    </Dialog>
  );
}
