import { useFace } from '../face';
import { view } from '../view';
import { extraWords } from './words';

/** Says itself in the line that is always there, so that nothing moves when it comes and goes. */
export const Typist = view(() => {
  const { conversation, words } = useFace();
  const who = conversation.attention.typist.value;
  return (
    who !== null && (
      <>
        {extraWords(words.locale).t('typing', { name: who || words.t('support') })}
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      </>
    )
  );
});
