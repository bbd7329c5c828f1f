import { createHash, randomUUID } from 'node:crypto';
import { type Alert, addressOf } from '@/lib/alerts/alert';
import { nextAlerts } from '@/lib/alerts/next-alerts';
import { DAY, MINUTE, SECOND } from '@/lib/time/duration';
import type { AlertSettings } from '../alert-settings';
import { exactNow } from '../clock';
import { storageProblem } from '../links/storage-problem';
import type { ObjectStore } from '../objects/object-store';
import { type AlertState, loadState, MAX_WAITING, saveState, type WaitingAlert } from './alert-state';
import { keepEvidence } from './evidence';
import { holdLease } from './lease';
import { Observer, type Watched } from './observe';
import { sendAlerts } from './send-alerts';

/** Another instance leads after this one has been away for so long: three passes. */
const LEASE_MS = 3 * MINUTE;
const SETTLE_MS = 2 * SECOND;
/** Links that are made in a pass, because each reads all that a page shows, and in a day, because they take the room of others. */
const MAX_LINKS = 10;
const MAX_LINKS_PER_DAY = 100;

type Options = {
  objects: ObjectStore;
  /** Where this source of alerts has its files. */
  folder: string;
  /** Waits some milliseconds. */
  wait(ms: number): Promise<unknown>;
  /** The time of day, epoch milliseconds: retries go on when the clock of the data stands still. */
  wallClock(): number;
};

/**
 * Raises alerts of what is watched, and sends them. What is raised and what was not sent yet is stored before anything is sent, so each
 * alert is sent at least once, also after a crash.
 */
export class Alerter {
  readonly #holder = randomUUID();
  readonly #observer = new Observer();

  constructor(private readonly options: Options) {}

  /**
   * Sends what waits, looks once, and sends what follows, unless another instance does. Rejects when the storage fails, another instance
   * has taken over, or the signal is aborted.
   */
  async pass(watched: Watched, settings: AlertSettings, signal: AbortSignal): Promise<void> {
    if (!(await this.#leads())) return;
    const { objects, folder } = this.options;
    const state = await this.#send(await loadState(objects, folder), settings);
    if (state.waiting.length >= MAX_WAITING) {
      console.error(`alerts: ${state.waiting.length} were not sent yet, so no further ones are raised`);
      return;
    }
    try {
      const next = await this.#look(state, watched, settings, signal);
      await this.#save(next);
      await this.#send(next, settings);
    } catch (error) {
      this.#observer.forget();
      throw error;
    }
  }

  #leads(): Promise<boolean> {
    const { objects, folder, wait, wallClock } = this.options;
    const settle = async () => void (await wait(SETTLE_MS));
    return holdLease({
      ...{
        objects,
        path: `${folder}/leader`,
        holder: this.#holder,
        leaseMs: LEASE_MS,
        now: wallClock,
        settle,
      },
    });
  }

  /** What takes longer than the lease is left to the instance that leads then. */
  async #save(state: AlertState): Promise<void> {
    if (!(await this.#leads())) throw new Error('another instance sends alerts now');
    await saveState(this.options.objects, this.options.folder, state);
  }

  async #send(state: AlertState, settings: AlertSettings): Promise<AlertState> {
    const waiting = await sendAlerts(state.waiting, settings, this.options.wallClock);
    const isSame =
      waiting.length === state.waiting.length && waiting.every((each, at) => each === state.waiting[at]);
    if (isSame) return state;
    const next = { ...state, waiting };
    await this.#save(next);
    return next;
  }

  async #look(
    state: AlertState,
    watched: Watched,
    { origin }: AlertSettings,
    signal: AbortSignal,
  ): Promise<AlertState> {
    const now = exactNow();
    const observations = await this.#observer.observe(watched, Object.keys(state.raised), now, signal);
    const { raised, alerts } = nextAlerts(state.raised, observations, now);
    const wallNow = this.options.wallClock();
    const linksAt = state.linksAt.filter((made) => made > wallNow - DAY);
    const maxLinks = Math.min(MAX_LINKS_PER_DAY, linksAt.length + MAX_LINKS);
    const waiting = [...state.waiting];
    for (const alert of alerts) {
      let evidence = {};
      if (alert.status === 'raised' && linksAt.length >= maxLinks) evidence = TOO_MANY_LINKS;
      else if (alert.status === 'raised') {
        linksAt.push(wallNow);
        evidence = await evidenceOf(alert, origin, signal);
      }
      waiting.push(this.#message(alert, origin, evidence));
    }
    return { raised, linksAt, waiting };
  }

  /** What is sent of an alert. Its id is the same if it is found again. */
  #message(alert: Alert, origin: string, evidence: object): WaitingAlert {
    const { key, kind, status, title, text, since, at, raisedAt, page, subject } = alert;
    const madeAt = this.options.wallClock();
    const id = createHash('sha256')
      .update(JSON.stringify([key, status, since ?? raisedAt]))
      .digest('hex')
      .slice(0, 32);
    const { path, search } = addressOf(page);
    const iso = (instant: number) => new Date(instant).toISOString();
    const body = JSON.stringify({
      ...{ id, kind, status, title, text, subject },
      ...(since !== undefined && { since: iso(since) }),
      ...{ at: iso(at), raisedAt: iso(raisedAt), page: `${origin}${path}${search}` },
      ...evidence,
    });
    return { id, key, body, madeAt, attempts: 0, nextAt: madeAt };
  }
}

const TOO_MANY_LINKS = {
  evidenceProblem: `At most ${MAX_LINKS} links are made in a minute, and ${MAX_LINKS_PER_DAY} in a day.`,
};

/** A link that keeps what the page of an alert shows, or why there is none. */
async function evidenceOf(alert: Alert, origin: string, signal: AbortSignal): Promise<object> {
  try {
    return { evidence: `${origin}/s/${await keepEvidence(alert, signal)}` };
  } catch (error) {
    signal.throwIfAborted();
    return { evidenceProblem: storageProblem(error).message };
  }
}
