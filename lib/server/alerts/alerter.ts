import { createHash, randomUUID } from 'node:crypto';
import type { Alert } from '@/lib/alerts/alert';
import { nextAlerts } from '@/lib/alerts/next-alerts';
import { DAY, MINUTE, SECOND } from '@/lib/time/duration';
import type { AlertSettings } from '../alert-settings';
import { asProblemError } from '../aws/problem';
import { exactNow } from '../clock';
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

  /** Looks once, and sends what is due, unless another instance does. Rejects when the storage fails, or the signal is aborted. */
  async pass(watched: Watched, settings: AlertSettings, signal: AbortSignal): Promise<void> {
    const { objects, wait, wallClock } = this.options;
    const settle = async () => void (await wait(SETTLE_MS));
    const lease = { objects, holder: this.#holder, leaseMs: LEASE_MS, now: wallClock, settle };
    if (!(await holdLease(lease))) return;
    // What takes longer than the lease is left to the instance that leads then.
    const save = async (of: AlertState) => {
      if (!(await holdLease(lease))) throw new Error('another instance sends alerts now');
      await saveState(objects, of);
    };
    let state = await loadState(objects);
    if (state.waiting.length < MAX_WAITING) {
      state = await this.#look(state, watched, settings, signal);
      await save(state);
    } else console.error(`alerts: ${state.waiting.length} were not sent yet, so no further ones are raised`);
    const waiting = await sendAlerts(state.waiting, settings, wallClock());
    if (waiting.length !== state.waiting.length || waiting.some((each, at) => each !== state.waiting[at]))
      await save({ ...state, waiting });
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
    const waiting = [...state.waiting];
    const wallNow = this.options.wallClock();
    const linksAt = state.linksAt.filter((made) => made > wallNow - DAY);
    const maxLinks = Math.min(MAX_LINKS_PER_DAY, linksAt.length + MAX_LINKS);
    for (const alert of alerts) {
      const hasEvidence = alert.status === 'raised' && linksAt.length < maxLinks;
      if (hasEvidence) linksAt.push(wallNow);
      waiting.push(await this.#message(alert, origin, hasEvidence));
    }
    return { raised, linksAt, waiting };
  }

  /** What is sent of an alert, with a link to what its page shows now if `hasEvidence`. */
  async #message(alert: Alert, origin: string, hasEvidence: boolean): Promise<WaitingAlert> {
    const { key, kind, status, title, text, since, at, raisedAt, page, subject } = alert;
    const madeAt = this.options.wallClock();
    const id = createHash('sha256')
      .update(JSON.stringify([key, status, raisedAt]))
      .digest('hex')
      .slice(0, 32);
    const iso = (instant: number) => new Date(instant).toISOString();
    const body = JSON.stringify({
      ...{ id, kind, status, title, text, subject },
      ...(since !== undefined && { since: iso(since) }),
      ...{ at: iso(at), raisedAt: iso(raisedAt), page: `${origin}${page.path}${page.search}` },
      ...(hasEvidence && (await evidenceOf(alert, origin))),
    });
    return { id, body, madeAt, attempts: 0, nextAt: madeAt };
  }
}

/** A link that keeps what the page of an alert shows, or why there is none. */
async function evidenceOf(alert: Alert, origin: string): Promise<object> {
  try {
    return { evidence: `${origin}/s/${await keepEvidence(alert)}` };
  } catch (error) {
    return { evidenceProblem: asProblemError(error).problem.message };
  }
}
