import { useSignal } from '@preact/signals';
import { reasonWords, remoteSpeech } from '../../remote/speech';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { CheckField, NumberField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api, troubleWords } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';

interface Answer {
  settings: { company: string; groupName: string; accessMinutes: number; tokenHint: string | null };
  version: number;
}

/** How agents look at a customer's screen. */
export default function RemoteSupport() {
  const w = useWords(remoteSpeech);
  const answer = useResource<Answer>('/api/remote-support');
  return (
    <Page title={w.t('screen.remote')} about={w.t('screen.about')}>
      <Loaded of={answer}>
        {(found) => (
          <>
            <SettingsForm answer={found} reload={answer.reload} />
            {found.settings.tokenHint !== null && <Test />}
            {found.settings.tokenHint !== null && <Pause />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SettingsForm({ answer: { settings, version }, reload }: { answer: Answer; reload(): void }) {
  const w = useWords(remoteSpeech);
  // With the version: once it is saved the form begins anew, and the token is in no field any more.
  const form = useForm({
    w,
    reload,
    initial: { company: settings.company, groupName: settings.groupName, accessMinutes: settings.accessMinutes as number | null, token: '', forgetToken: false, version },
    save: (values) => api.put('/api/remote-support', values),
    saved: reload,
  });
  const { tokenHint } = settings;
  return (
    <Form of={form}>
      <TextField label={w.t('set.company')} required maxLength={100} {...form.field('company')} />
      <NumberField label={w.t('set.minutes')} hint={w.t('set.minutes.hint')} required min={5} max={240} step={1} {...form.field('accessMinutes')} />
      <TextField label={w.t('set.group')} hint={w.t('set.group.hint')} required maxLength={100} {...form.field('groupName')} />
      <TextField label={w.t('set.token')} hint={tokenHint === null ? w.t('set.token.hint') : w.t('set.token.kept', { hint: tokenHint })} type="password" maxLength={400} {...form.field('token')} />
      {tokenHint !== null && <CheckField label={w.t('set.token.forget')} {...form.field('forgetToken')} />}
    </Form>
  );
}

/** Whether TeamViewer is called at all; how the calls do stands in the list of all integrations. */
function Pause() {
  const w = useWords(remoteSpeech);
  const all = useResource<readonly { name: string; isPaused: boolean }[]>('/api/integrations');
  return (
    <Loaded of={all}>
      {(found) => {
        const isPaused = found.some((one) => one.name === 'teamviewer' && one.isPaused);
        const turn = () => void api.put('/api/integrations/teamviewer', { isPaused: !isPaused }).finally(all.reload);
        return (
          <p class="page-part">
            {isPaused && <>{w.t('set.paused')} </>}
            <button type="button" class="button quiet" onClick={turn}>
              {w.t(isPaused ? 'set.goOn' : 'set.pause')}
            </button>{' '}
            <a href={linkTo('integrations')}>{w.t('set.health')}</a>
          </p>
        );
      }}
    </Loaded>
  );
}

/** Asks TeamViewer whether it takes the token. */
function Test() {
  const w = useWords(remoteSpeech);
  const said = useSignal<{ words: string; isTrouble: boolean } | null>(null);
  const isBusy = useSignal(false);
  const attempt = async () => {
    isBusy.value = true;
    said.value = null;
    said.value = await api.post<{ reason: string | null }>('/api/remote-support/test').then(
      ({ reason }) => (reason === null ? { words: w.t('set.test.ok'), isTrouble: false } : { words: w.t('set.test.failed', { reason: reasonWords(reason, w) }), isTrouble: true }),
      (error: unknown) => ({ words: troubleWords(error, w, true), isTrouble: true }),
    );
    isBusy.value = false;
  };
  return (
    <div class="form-foot page-part">
      <button type="button" class="button quiet" disabled={isBusy.value} onClick={() => void attempt()}>
        {w.t('set.test')}
      </button>
      <div role="status">{said.value && <p class={said.value.isTrouble ? 'trouble' : 'form-said'}>{said.value.words}</p>}</div>
    </div>
  );
}
