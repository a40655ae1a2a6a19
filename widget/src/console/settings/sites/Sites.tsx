import { go, linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import type { ScreenProps } from '../screens';
import type { Site } from './site';
import { SiteForm } from './SiteForm';
import { SigningKeys } from './SigningKeys';
import { Snippet } from './Snippet';
import { siteSpeech } from './words';
import './sites.css';

/** The sites that embed the panel. */
export default function Sites({ rest: [key] }: ScreenProps) {
  const w = useWords(siteSpeech);
  const sites = useResource<{ chatOrigin: string; items: readonly Site[] }>('/api/sites');
  if (key === undefined) {
    const add = (
      <a class="button" href={linkTo('sites', 'new')}>
        {w.t('sites.add')}
      </a>
    );
    return (
      <Page title={w.t('screen.sites')} about={w.t('sites.about')} actions={add}>
        <Loaded of={sites}>{({ items }) => <Lines sites={items} />}</Loaded>
      </Page>
    );
  }
  const one = sites.value?.items.find((site) => site.key === key);
  return (
    <Page title={one?.name ?? w.t('sites.new')} up={{ link: linkTo('sites'), name: w.t('screen.sites') }}>
      <Loaded of={sites}>
        {({ chatOrigin }) =>
          one ? (
            <>
              <SiteForm site={one} reload={sites.reload} saved={sites.reload} />
              <Snippet site={one} chatOrigin={chatOrigin} />
              <SigningKeys site={one} reload={sites.reload} />
            </>
          ) : key === 'new' ? (
            <SiteForm saved={(site) => go(linkTo('sites', site.key))} />
          ) : (
            <p class="nothing">{w.t('refusal.not-found')}</p>
          )
        }
      </Loaded>
    </Page>
  );
}

function Lines({ sites }: { sites: readonly Site[] }) {
  const w = useWords(siteSpeech);
  return (
    <Table
      caption={w.t('screen.sites')}
      rows={sites}
      keyOf={({ id }) => id}
      columns={[
        { title: w.t('sites.name'), cell: ({ key, name }) => <a href={linkTo('sites', key)}>{name}</a> },
        { title: w.t('sites.key'), cell: ({ key }) => key },
        { title: w.t('sites.origins'), cell: ({ origins }) => (origins.length === 0 ? w.t('sites.closed') : origins.join(', ')) },
        { title: w.t('sites.keys'), cell: ({ keys }) => keys.filter(({ retiredAt }) => retiredAt === null).length },
      ]}
    />
  );
}
