import { backoff } from './backoff';
import type { Clock } from './clock';
import { HubSocket, type SocketLike } from './hubSocket';
import { Refused, Unanswered } from './refused';
import { Topic } from './topic';

export type Link = 'connecting' | 'open' | 'lost' | 'stopped';

type Hub<T> = { [K in keyof T]: (...args: never[]) => Promise<unknown> };
type Client<T> = { [K in keyof T]: (...args: never[]) => void };

export type Push = readonly [target: string, args: unknown[]];

export interface ConnectionOptions {
  open(): SocketLike;
  clock: Clock;
  random(): number;
  /**
   * Asked when attempts fail again and again or the server sent us away: is it worth going on?
   * (The face renews its session there.) False stops the connection.
   */
  prepare?(): Promise<boolean>;
}

/** A hub that is always on its way back. Calls are typed by the contract's interfaces. */
export class Connection<H extends Hub<H>, C extends Client<C>> {
  readonly links = new Topic<Link>();
  /** The page woke up and the link seems alive: a good moment to ask what was missed. */
  readonly woken = new Topic<void>();
  /** Why the server turned us away, or null once it has us. */
  readonly refusals = new Topic<Refused | null>();
  /** What the hub has said, for whoever passes it on. */
  readonly pushes = new Topic<Push>();
  #link: Link = 'stopped';
  #socket: HubSocket | null = null;
  #failures = 0;
  #prepareNext = false;
  #cancelRetry = () => {};
  readonly #handlers = new Map<string, (...args: unknown[]) => void>();

  constructor(private readonly options: ConnectionOptions) {}

  get link(): Link {
    return this.#link;
  }

  on<K extends keyof C & string>(target: K, handler: C[K]): void {
    this.#handlers.set(target, handler as unknown as (...args: unknown[]) => void);
  }

  /** A message of the hub: off this link, or passed on by another tab. */
  hear([target, args]: Push): void {
    this.#handlers.get(target)?.(...args);
  }

  invoke<K extends keyof H & string>(target: K, args: Parameters<H[K]>, patience?: number): ReturnType<H[K]> {
    const answer = this.#socket ? this.#socket.invoke(target, args, patience) : Promise.reject(new Unanswered('not connected'));
    return answer as ReturnType<H[K]>;
  }

  start(): void {
    if (this.#link !== 'stopped') return;
    this.#say('connecting');
    this.#connect();
  }

  stop(): void {
    this.#cancelRetry();
    this.#say('stopped');
    this.#socket?.end();
  }

  /** The network, the tab or the machine came back: do not sit out a back-off, do not trust a stale socket. */
  wake(): void {
    if (this.#link === 'open') {
      if (this.#socket?.isStale) this.restart();
      else this.woken.emit();
    } else if (this.#link !== 'stopped' && !this.#socket) {
      this.#cancelRetry();
      void this.#attempt();
    }
  }

  /** Drops a link that is open in name only and dials again at once. */
  restart(): void {
    this.#socket?.end();
    this.wake();
  }

  async #attempt(): Promise<void> {
    if (this.#prepareNext && this.options.prepare) {
      this.#prepareNext = false;
      const goOn = await this.options.prepare().catch(() => true);
      if (this.#link === 'stopped') return;
      if (!goOn) return this.stop();
    }
    if (!this.#socket) this.#connect();
  }

  #connect(): void {
    const socket: HubSocket = new HubSocket(this.options.open(), this.options.clock, {
      ready: () => this.#say('open'),
      welcomed: () => {
        this.#failures = 0;
        this.refusals.emit(null);
      },
      call: (...push) => {
        this.hear(push);
        this.pushes.emit(push);
      },
      gone: (refused, why) => this.#gone(refused, why),
    });
    this.#socket = socket;
  }

  #gone(refused: boolean, why: Refused | null): void {
    this.#socket = null;
    if (this.#link === 'stopped') return;
    this.#failures++;
    this.#prepareNext = refused || this.#failures >= 2;
    if (why) this.refusals.emit(why);
    this.#say('lost');
    const wait = backoff(this.#failures, this.options.random()) + askedWait(why);
    this.#cancelRetry = this.options.clock.after(wait, () => void this.#attempt());
  }

  #say(link: Link): void {
    if (this.#link === link) return;
    this.#link = link;
    this.links.emit(link);
  }
}

/** How long the server asked us to stay away, in ms. */
const askedWait = (why: Refused | null) => (Number(why?.detail['retryAfter']) || 0) * 1000;
