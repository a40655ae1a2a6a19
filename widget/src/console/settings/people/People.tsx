import { instantWords } from '../../../i18n/settings/dates';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import type { ScreenProps } from '../screens';
import { Invitations } from './Invitations';
import { PersonPage } from './PersonPage';
import { type Person, peopleSpeech } from './person';

/** Everybody with an account, those who were invited, and one of them in detail. */
export default function People({ rest: [id] }: ScreenProps) {
  return id === undefined ? <List /> : <PersonPage id={id} />;
}

function List() {
  const w = useWords(peopleSpeech);
  const people = useResource<Person[]>('/api/agents');
  return (
    <Page title={w.t('screen.people')} about={w.t('people.about')}>
      <Loaded of={people}>{(list) => <PeopleTable people={list} />}</Loaded>
      <Invitations />
    </Page>
  );
}

function PeopleTable({ people }: { people: readonly Person[] }) {
  const w = useWords(peopleSpeech);
  const second = ({ signIn }: Person) =>
    [signIn.totp && w.t('people.second.totp'), signIn.passkeys > 0 && w.t('people.second.passkey')].filter(Boolean).join(', ') || w.t('people.second.no');
  return (
    <Table
      caption={w.t('people.list')}
      rows={people}
      keyOf={(person) => person.id}
      columns={[
        {
          title: w.t('people.name'),
          cell: (person) => (
            <>
              <a href={linkTo('people', person.id)}>{person.name}</a>
              {person.disabled && ` — ${w.t('people.disabled')}`}
            </>
          ),
        },
        { title: w.t('people.email'), cell: (person) => person.email },
        { title: w.t('people.roles'), cell: (person) => person.roles.map((role) => w.t(`role.${role}`)).join(', ') || '—' },
        { title: w.t('people.second'), cell: second },
        { title: w.t('people.seen'), cell: (person) => (person.seenAt === null ? w.t('people.never') : instantWords(new Date(person.seenAt), w.locale)) },
      ]}
    />
  );
}
