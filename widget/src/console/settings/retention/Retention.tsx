import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { useResource } from '../kit/useResource';
import { type Retention as Answer, retentionSpeech } from './retention';
import { Runs } from './Runs';
import { TimesForm } from './TimesForm';

/** How long things are kept, what that means today, and what has gone. */
export default function Retention() {
  const w = useWords(retentionSpeech);
  const retention = useResource<Answer>('/api/retention');
  return (
    <Page title={w.t('screen.retention')} about={w.t('retention.about')}>
      <Loaded of={retention}>
        {(answer) => (
          <>
            <TimesForm retention={answer} reload={retention.reload} />
            <Runs runs={answer.runs} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
