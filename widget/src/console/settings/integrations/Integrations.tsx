import { useFace } from '../../face';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { useResource } from '../kit/useResource';
import { Health } from '../mail/Health';
import type { Mail } from '../mail/mail';
import { mayAs } from '../screens';
import { IntegrationPart } from './IntegrationPart';
import { type Integration, integrationSpeech } from './integrations';

/** Everything outside with which the desk works, mailboxes too: whether it does, and what to do where it does not. */
export default function Integrations() {
  const w = useWords(integrationSpeech);
  const { desk } = useFace();
  const isAdministrator = mayAs(desk.me.value?.roles ?? [], 'Administrator');
  const [integrations, mail] = [useResource<readonly Integration[]>('/api/integrations'), useResource<Mail>('/api/mail')];
  return (
    <Page title={w.t('screen.integrations')} about={w.t('integrations.about')}>
      <Loaded of={mail}>
        {({ mailboxes, letters }) => (
          <>
            {mailboxes.length === 0 && <p class="nothing">{w.t('integrations.noMail')}</p>}
            {mailboxes.map((kept) => (
              <Health key={kept.mailbox.id} kept={kept} isAdministrator={isAdministrator} reload={mail.reload} />
            ))}
            {letters.length > 0 && <a href={linkTo('mail')}>{w.plural('integrations.unsent', letters.length)}</a>}
          </>
        )}
      </Loaded>
      <Loaded of={integrations}>
        {(all) => all.map((one) => <IntegrationPart key={one.name} of={one} isAdministrator={isAdministrator} reload={integrations.reload} />)}
      </Loaded>
    </Page>
  );
}
