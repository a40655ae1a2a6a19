import { useWords } from '../frame';
import { Form } from '../kit/Form';
import { CheckField, NumberField, SelectField, TextField } from '../kit/fields';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import { type KeptMailbox, type MailServer, mailSpeech, securities, signIns } from './mail';

interface FormProps {
  /** Without it, a new one. */
  kept?: KeptMailbox;
  reload(): void;
  /** With the secret for handing mail over, if one was made. */
  saved(secret: string | null): void;
}

const ways = ['incoming', 'outgoing'] as const;

const serverOf = (server: MailServer | null | undefined, port: number, security: MailServer['security']) => ({
  has: server !== null && server !== undefined,
  host: server?.host ?? '',
  port: (server?.port ?? port) as number | null,
  security: server?.security ?? security,
  user: server?.user ?? '',
  signIn: server?.signIn ?? ('Password' as const),
  secret: '',
});

/** Address, words and both servers, saved together. A password that is left empty stays what it is. */
export function MailboxForm({ kept, reload, saved }: FormProps) {
  const w = useWords(mailSpeech);
  const box = kept?.mailbox;
  const [incoming, outgoing] = [serverOf(box?.incoming, 993, 'ImplicitTls'), serverOf(box?.outgoing, 587, 'StartTls')];
  const form = useForm({
    w,
    reload,
    initial: {
      address: box?.address ?? '',
      senderRussian: box?.sender.russian ?? '',
      senderEnglish: box?.sender.english ?? '',
      language: box?.language ?? ('Russian' as const),
      folder: box?.folder ?? 'INBOX',
      handOver: (box?.handOverHint ?? null) !== null,
      newHandOver: false,
      usesReplyTokens: box?.usesReplyTokens ?? false,
      incomingHas: kept ? incoming.has : true,
      incomingHost: incoming.host,
      incomingPort: incoming.port,
      incomingSecurity: incoming.security,
      incomingUser: incoming.user,
      incomingSignIn: incoming.signIn,
      incomingSecret: '',
      outgoingHas: kept ? outgoing.has : true,
      outgoingHost: outgoing.host,
      outgoingPort: outgoing.port,
      outgoingSecurity: outgoing.security,
      outgoingUser: outgoing.user,
      outgoingSignIn: outgoing.signIn,
      outgoingSecret: '',
    },
    save: (values) => {
      const server = (way: (typeof ways)[number]) =>
        values[`${way}Has`]
          ? { host: values[`${way}Host`], port: values[`${way}Port`] ?? 0, security: values[`${way}Security`], user: values[`${way}User`] || null, signIn: values[`${way}SignIn`] }
          : null;
      return api.put<{ secret: string | null }>(`/api/mail/mailboxes/${box?.id ?? crypto.randomUUID()}`, {
        address: values.address,
        sender: { russian: values.senderRussian, english: values.senderEnglish },
        language: values.language,
        folder: values.folder,
        incoming: server('incoming'),
        outgoing: server('outgoing'),
        incomingSecret: values.incomingSecret || null,
        outgoingSecret: values.outgoingSecret || null,
        handOver: values.handOver,
        newHandOver: values.newHandOver,
        usesReplyTokens: values.usesReplyTokens,
        isPaused: box?.isPaused ?? false,
        version: kept?.version ?? null,
      });
    },
    saved: ({ secret }) => saved(secret),
  });
  return (
    <Form of={form}>
      <TextField label={w.t('mail.address')} type="email" required maxLength={200} {...form.field('address')} />
      <TextField label={w.t('mail.senderRussian')} hint={w.t('mail.sender.hint')} required maxLength={200} {...form.field('senderRussian')} name="Russian" />
      <TextField label={w.t('mail.senderEnglish')} required maxLength={200} {...form.field('senderEnglish')} name="English" />
      <SelectField
        label={w.t('mail.language')}
        hint={w.t('mail.language.hint')}
        options={(['Russian', 'English'] as const).map((value) => ({ value, label: w.t(`language.${value}`) }))}
        {...form.field('language')}
      />
      {ways.map((way) => (
        <fieldset key={way} class="mail-server">
          <legend>{w.t(`mail.${way}`)}</legend>
          <CheckField label={w.t(`mail.${way}.has`)} {...form.field(`${way}Has`)} />
          {form.values[`${way}Has`] && (
            <>
              <TextField label={w.t('mail.host')} required maxLength={200} {...form.field(`${way}Host`)} name={way === 'incoming' ? 'Incoming' : 'Outgoing'} />
              <NumberField label={w.t('mail.port')} required min={1} max={65535} step={1} {...form.field(`${way}Port`)} />
              <SelectField label={w.t('mail.security')} options={securities.map((value) => ({ value, label: w.t(`security.${value}`) }))} {...form.field(`${way}Security`)} />
              <TextField label={w.t('mail.user')} hint={w.t('mail.user.hint')} maxLength={200} {...form.field(`${way}User`)} />
              <SelectField label={w.t('mail.signIn')} options={signIns.map((value) => ({ value, label: w.t(`signIn.${value}`) }))} {...form.field(`${way}SignIn`)} />
              {form.values[`${way}SignIn`] === 'Password' ? (
                <TextField label={w.t('mail.password')} hint={w.t('mail.password.hint')} type="password" autocomplete="new-password" maxLength={4096} {...form.field(`${way}Secret`)} name={way === 'incoming' ? 'IncomingSecret' : 'OutgoingSecret'} />
              ) : (
                <p class="hint">{w.t('mail.token.hint')}</p>
              )}
              {way === 'outgoing' && <CheckField label={w.t('mail.replyTokens')} hint={w.t('mail.replyTokens.hint')} {...form.field('usesReplyTokens')} />}
              {way === 'incoming' && <TextField label={w.t('mail.folder')} maxLength={200} {...form.field('folder')} />}
            </>
          )}
        </fieldset>
      ))}
      <fieldset class="mail-server">
        <legend>{w.t('mail.handOver')}</legend>
        <CheckField label={w.t('mail.handOver.has')} hint={w.t('mail.handOver.hint')} {...form.field('handOver')} />
        {box && box.handOverHint !== null && form.values.handOver && (
          <>
            <p class="hint">{w.t('mail.handOver.secret', { hint: box.handOverHint })}</p>
            <CheckField label={w.t('mail.handOver.new')} {...form.field('newHandOver')} />
          </>
        )}
      </fieldset>
    </Form>
  );
}
