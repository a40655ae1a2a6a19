import { linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import type { ScreenProps } from '../screens';
import { EditText } from './EditText';
import { asExample, isChanged, saidIn, textSpeech, type WorkingText } from './text';
import './texts.css';

/** What the panel says to customers by itself, on all sites, and the desk to staff. */
export default function Texts({ rest: [name] }: ScreenProps) {
  const w = useWords(textSpeech);
  const texts = useResource<readonly WorkingText[]>('/api/texts');
  if (name === undefined) {
    return (
      <Page title={w.t('screen.texts')} about={w.t('texts.about')}>
        <Loaded of={texts}>{(all) => <Lines texts={all} />}</Loaded>
      </Page>
    );
  }
  const one = texts.value?.find((text) => text.name === name);
  return (
    <Page title={one ? w.or(`text.${one.name}`, 'texts.other') : w.t('screen.texts')} up={{ link: linkTo('texts'), name: w.t('screen.texts') }}>
      <Loaded of={texts}>{() => (one ? <EditText text={one} reload={texts.reload} /> : <p class="nothing">{w.t('refusal.not-found')}</p>)}</Loaded>
    </Page>
  );
}

function Lines({ texts }: { texts: readonly WorkingText[] }) {
  const w = useWords(textSpeech);
  return (
    <Table
      caption={w.t('screen.texts')}
      rows={texts}
      keyOf={({ name }) => name}
      columns={[
        { title: w.t('texts.where'), cell: ({ name }) => <a href={linkTo('texts', name)}>{w.or(`text.${name}`, 'texts.other')}</a> },
        { title: w.t('texts.says'), cell: (text) => asExample(saidIn(text, w.locale), w.locale) },
        { title: w.t('texts.state'), cell: (text) => (isChanged(text) ? <strong>{w.t('texts.changed')}</strong> : w.t('texts.own')) },
      ]}
    />
  );
}
