// The main job over one transport with Microsoft's client, from PROTOCOL.md alone: a visitor asks, an agent signs in,
// takes and answers, the visitor reads. Prints what both saw as one line of JSON.
import { HttpTransportType, HubConnectionBuilder } from '@microsoft/signalr';
import { randomUUID } from 'node:crypto';

const [chat, desk, email, password, transport, skipNegotiation] = process.argv.slice(2);

/** A request as our page makes it: with its origin, and the cookies that it was given. */
async function request(origin, cookies, method, path, body, headers = {}) {
  const response = await fetch(origin + path, {
    method,
    body: body && JSON.stringify(body),
    headers: { origin, cookie: cookies.join('; '), 'content-type': 'application/json', ...headers },
  });
  for (const cookie of response.headers.getSetCookie()) cookies.push(cookie.split(';')[0]);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

const seen = [];

async function connect(origin, path, cookies, listeners) {
  const logger = { log: (_, text) => seen.push(...(/Selecting transport '(\w+)'|(WebSocket) connected to/.exec(text)?.slice(1).filter(Boolean) ?? [])) };
  const connection = new HubConnectionBuilder()
    .withUrl(origin + path, {
      transport: HttpTransportType[transport],
      skipNegotiation: skipNegotiation === 'true',
      headers: { Origin: origin, Cookie: cookies.join('; ') },
    })
    .configureLogging(logger)
    .build();
  for (const [name, listener] of Object.entries(listeners)) connection.on(name, listener);
  await connection.start();
  return connection;
}

const codeOf = (error) => JSON.parse(error.message.slice(error.message.indexOf('{'))).code;

const visitorCookies = [];
await request(chat, visitorCookies, 'POST', '/api/visitor/session', { site: 'i-stom' });
let hear;
const heard = new Promise((resolve) => (hear = resolve));
const visitor = await connect(chat, '/hubs/visitor?locale=en', visitorCookies, {
  Messages: (messages) => messages.filter((message) => message.author === 'Agent').forEach(hear),
  Ticket() {},
  Desk() {},
  Read() {},
  Typing() {},
});
await visitor.invoke('Join', { after: 0 });
const question = { id: randomUUID(), text: 'Касса не печатает чек' };
const ack = await visitor.invoke('Send', question);
const again = await visitor.invoke('Send', question);
const refusal = await visitor.invoke('Send', { id: randomUUID(), text: ' ' }).catch(codeOf);

const agentCookies = [];
await request(desk, agentCookies, 'POST', '/api/account/sign-in', { email, password });
const agent = await connect(desk, '/hubs/agent?locale=en', agentCookies, {
  Queue() {},
  Ticket() {},
  Messages() {},
  TicketEvents() {},
  Read() {},
  Typing() {},
  Presence() {},
});
const taken = await agent.invoke('TakeNext');
const answer = { id: randomUUID(), ticket: taken.ticket.id, text: 'Проверьте бумагу', note: false };
const sent = await agent.invoke('Send', answer);
const sentAgain = await agent.invoke('Send', answer);
const pushed = await heard;
const missed = await visitor.invoke('Join', { after: ack.sequence });
const history = await visitor.invoke('History', { before: missed.lastSequence + 1, limit: 200 });
await Promise.all([visitor.stop(), agent.stop()]);

console.log(JSON.stringify({ transports: seen, question, ack, again, refusal, taken, sent, sentAgain, pushed, missed, history }));
