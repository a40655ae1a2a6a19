import { useSignal } from '@preact/signals';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Once } from '../kit/Once';
import { Page } from '../kit/Page';
import { useResource } from '../kit/useResource';
import { type Alarms as Answer, alarmSpeech } from './alarm';
import { Deliveries } from './Deliveries';
import { RoutesForm } from './RoutesForm';
import { TestCall } from './TestCall';

/** Who is told of deadlines and of Paid tickets at night. */
export default function Alarms() {
  const w = useWords(alarmSpeech);
  const alarms = useResource<Answer>('/api/alarms');
  const secret = useSignal<string | null>(null);
  const saved = (made: string | null) => {
    secret.value = made;
    alarms.reload();
  };
  return (
    <Page title={w.t('screen.alarms')} about={w.t('alarms.about')}>
      <Loaded of={alarms}>
        {(answer) => (
          <>
            <RoutesForm alarms={answer} reload={alarms.reload} saved={saved} />
            {answer.settings.webhookUrl !== null && <TestCall />}
            {answer.settings.webhookUrl !== null && <Deliveries deliveries={answer.deliveries} reload={alarms.reload} />}
          </>
        )}
      </Loaded>
      {secret.value !== null && (
        <Once
          title={w.t('alarms.secret.title')}
          text={w.t('alarms.secret.text')}
          lines={[secret.value]}
          copy={w.t('alarms.secret.copy')}
          copied={w.t('alarms.secret.copied')}
          done={w.t('alarms.secret.done')}
          left={() => (secret.value = null)}
        />
      )}
    </Page>
  );
}
