import { instantWords } from '../../../i18n/settings/dates';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import type { ScreenProps } from '../screens';
import { type Block, visitorSpeech } from './visitor';
import { Visitor } from './VisitorPage';

/** Who may not write; and everything about one visitor. */
export default function Visitors({ rest: [id] }: ScreenProps) {
  return id === undefined ? <Blocks /> : <Visitor id={id} />;
}

function Blocks() {
  const w = useWords(visitorSpeech);
  const blocks = useResource<readonly Block[]>('/api/blocks');
  return (
    <Page title={w.t('screen.visitors')} about={w.t('visitors.about')}>
      <Loaded of={blocks}>{(list) => (list.length === 0 ? <p class="nothing">{w.t('visitors.nobody')}</p> : <Blocked blocks={list} />)}</Loaded>
    </Page>
  );
}

function Blocked({ blocks }: { blocks: readonly Block[] }) {
  const w = useWords(visitorSpeech);
  return (
    <Table
      caption={w.t('screen.visitors')}
      rows={blocks}
      keyOf={({ visitorId }) => visitorId}
      columns={[
        { title: w.t('visitors.one'), cell: ({ visitorId, visitorName }) => <a href={linkTo('visitors', visitorId)}>{visitorName ?? w.t('visitors.unnamed')}</a> },
        { title: w.t('block.reason'), cell: ({ reason }) => reason },
        { title: w.t('block.until'), cell: ({ until }) => (until === null ? w.t('block.endless') : instantWords(new Date(until), w.locale)) },
        { title: w.t('block.by'), cell: ({ by, at }) => `${by}, ${instantWords(new Date(at), w.locale)}` },
      ]}
    />
  );
}
