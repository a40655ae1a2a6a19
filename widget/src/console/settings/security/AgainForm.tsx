import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { securitySpeech } from '../kit/Sessions';
import { useForm } from '../kit/useForm';

interface AgainProps<A> {
  /** The words of the button. */
  save: string;
  send(password: string): Promise<A>;
  sent(answer: A): void;
  left(): void;
}

/** Asks for the password again, for what an unlocked desk is not enough for. */
export function AgainForm<A>({ save, send, sent, left }: AgainProps<A>) {
  const w = useWords(securitySpeech);
  const form = useForm({ w, initial: { password: '' }, save: ({ password }) => send(password), saved: sent });
  return (
    <Form of={form} save={save} left={left}>
      <TextField label={w.t('security.again')} type="password" autocomplete="current-password" required {...form.field('password')} />
    </Form>
  );
}
