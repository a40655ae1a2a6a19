import { useSignal } from '@preact/signals';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Once } from '../kit/Once';
import { Page } from '../kit/Page';
import { useResource } from '../kit/useResource';
import './links.css';
import { type Changed, linkSpeech, type Links } from './links';
import { LinksForm } from './LinksForm';

/** Which programs are told of development, and which issue trackers tell of it. */
export default function DevelopmentLinks() {
  const w = useWords(linkSpeech);
  const links = useResource<Links>('/api/development/links');
  const made = useSignal<Changed['secrets']>([]);
  const saved = ({ secrets }: Changed) => {
    made.value = secrets;
    return links.reload();
  };
  return (
    <Page title={w.t('screen.trackers')} about={w.t('links.about')}>
      <Loaded of={links}>{(answer) => <LinksForm links={answer} reload={() => void links.reload()} saved={saved} />}</Loaded>
      {made.value.length > 0 && (
        <Once
          title={w.t('links.secret.title')}
          text={w.t('links.secret.text')}
          lines={made.value.map(({ of, secret }) => `${of}: ${secret}`)}
          copy={w.t('links.secret.copy')}
          copied={w.t('links.secret.copied')}
          done={w.t('links.secret.done')}
          left={() => (made.value = [])}
        />
      )}
    </Page>
  );
}
