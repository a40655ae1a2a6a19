import { useSignal } from '@preact/signals';
import { useFace } from '../../face';
import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Once } from '../kit/Once';
import { Page } from '../kit/Page';
import { type Resource, useResource } from '../kit/useResource';
import { mayAs, type ScreenProps } from '../screens';
import { Health } from './Health';
import { HeldBackMails } from './HeldBackMails';
import { type Mail as Answer, mailSpeech } from './mail';
import { MailboxForm } from './MailboxForm';
import { MailSettingsForm } from './MailSettingsForm';
import { Remove } from './Remove';
import { TestServers } from './TestServers';
import { UnsentMails } from './UnsentMails';

/** The mailboxes and everything that became of their mail. */
export default function Mail({ rest: [id] }: ScreenProps) {
  const w = useWords(mailSpeech);
  const mail = useResource<Answer>('/api/mail');
  return id === undefined ? <Overview of={mail} /> : (
    <Page title={mail.value?.mailboxes.find(({ mailbox }) => mailbox.id === id)?.mailbox.address ?? w.t('mail.new')} up={{ link: linkTo('mail'), name: w.t('screen.mail') }}>
      <Loaded of={mail}>{(answer) => <One id={id} answer={answer} of={mail} />}</Loaded>
    </Page>
  );
}

function Overview({ of }: { of: Resource<Answer> }) {
  const w = useWords(mailSpeech);
  const { desk } = useFace();
  const isAdministrator = mayAs(desk.me.value?.roles ?? [], 'Administrator');
  const add = (
    <a class="button" href={linkTo('mail', 'new')}>
      {w.t('mail.add')}
    </a>
  );
  return (
    <Page title={w.t('screen.mail')} about={w.t('mail.about')} {...(isAdministrator && { actions: add })}>
      <Loaded of={of}>
        {({ mailboxes, settings, letters, heldBack }) => (
          <>
            {mailboxes.length === 0 && <p class="nothing">{w.t('mail.none')}</p>}
            {mailboxes.map((kept) => (
              <Health key={kept.mailbox.id} kept={kept} isAdministrator={isAdministrator} reload={of.reload} />
            ))}
            <UnsentMails letters={letters} reload={of.reload} />
            <HeldBackMails mails={heldBack} days={settings.settings.heldBackDays} reload={of.reload} />
            {isAdministrator && <MailSettingsForm kept={settings} reload={of.reload} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function One({ id, answer, of }: { id: string; answer: Answer; of: Resource<Answer> }) {
  const w = useWords(mailSpeech);
  const secret = useSignal<string | null>(null);
  const kept = answer.mailboxes.find(({ mailbox }) => mailbox.id === id);
  const leave = () => (kept ? of.reload() : go(linkTo('mail')));
  const saved = (made: string | null) => {
    secret.value = made;
    if (made === null) leave();
  };
  if (!kept && id !== 'new') return <p class="nothing">{w.t('refusal.mailbox-not-found')}</p>;
  return (
    <>
      <MailboxForm {...(kept && { kept })} reload={of.reload} saved={saved} />
      {kept && <TestServers id={id} />}
      {kept && <Remove kept={kept} removed={() => go(linkTo('mail'))} />}
      {secret.value !== null && (
        <Once
          title={w.t('mail.secret.title')}
          text={w.t('mail.secret.text')}
          lines={[secret.value]}
          copy={w.t('mail.secret.copy')}
          copied={w.t('mail.secret.copied')}
          done={w.t('mail.secret.done')}
          left={() => {
            secret.value = null;
            leave();
          }}
        />
      )}
    </>
  );
}
