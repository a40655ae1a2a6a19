import { effect, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { AgentClient, AgentHub } from '../contract/hubs';
import { Connection } from '../core/connection';
import { ServerTime } from '../core/serverTime';
import { asLocale } from '../i18n/translate';
import '../ui/tokens.css';
import '../ui/base.css';
import './styles/tokens.css';
import './styles/desk.css';
import './styles/queue.css';
import './styles/conversation.css';
import './styles/writing.css';
import './styles/details.css';
import './styles/signIn.css';
import './styles/dialogs.css';
import './styles/alarms.css';
import './styles/narrow.css';
import { clock, newId, openHub, random } from '../ui/browser';
import { keep, letterStore } from '../ui/keep';
import { onWake } from '../ui/onWake';
import { whoAmI } from './account';
import { App, secondHand } from './App';
import { deskWords } from '../i18n/desk';
import { chime } from '../ui/chime';
import { Desk } from './desk';
import type { Reply } from './deskOptions';
import { notice } from './notice';

const time = new ServerTime(clock);
const remembered = keep(() => localStorage, 'istom-desk-language');
const locale = signal(asLocale(remembered.get() ?? 'ru'));
effect(() => remembered.set(locale.value));

/** A habit, remembered by this browser. */
function remember(key: string, byDefault: boolean): Signal<boolean> {
  const kept = keep(() => localStorage, key);
  const habit = signal(kept.get() === null ? byDefault : kept.get() === 'true');
  effect(() => kept.set(String(habit.value)));
  return habit;
}

const preferences = { keys: remember('istom-desk-keys', true), sound: remember('istom-desk-sound', false), notices: remember('istom-desk-notices', false) };

function makeDesk(expired: () => void): Desk {
  const connection = new Connection<AgentHub, AgentClient>({
    open: () => openHub(`/hubs/agent?locale=${locale.value}`),
    clock,
    random,
    prepare: async () => {
      if (await whoAmI()) return true;
      expired();
      return false;
    },
  });
  const desk = new Desk({
    connection,
    clock,
    time,
    random,
    newId,
    store: letterStore('istom-desk-outbox', isReply),
    drafts: keep(() => sessionStorage, 'istom-desk-drafts'),
    told: keep(() => sessionStorage, 'istom-desk-alarms'),
    sound: () => {
      if (preferences.sound.peek()) chime();
    },
    notify: (kind, number) => {
      if (preferences.notices.peek()) notice(`${deskWords(locale.peek()).t(`alarm.${kind}`)} ${number}`);
    },
  });
  onWake(() => connection.wake());
  // Said at once, instead of when the silence has lasted; the next attempt finds out whether it is true.
  addEventListener('offline', () => connection.restart());
  connection.start();
  return desk;
}

function isReply(value: unknown): value is Reply {
  const reply = value as Partial<Reply> | null;
  return typeof reply?.ticket === 'string' && typeof reply.text === 'string' && typeof reply.note === 'boolean';
}

render(<App locale={locale} now={secondHand(time)} preferences={preferences} makeDesk={makeDesk} />, document.getElementById('app') ?? document.body);
