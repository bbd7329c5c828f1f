import type { PageAddress } from '@/lib/answer/shared-link';
import type { Span } from '@/lib/time/range';

/** What can raise an alert: a canary that is down, a budget that passed a threshold, an anomaly of a function. */
export type AlertKind = 'canary' | 'budget' | 'anomaly';

/** A page that shows a span as of an instant, epoch milliseconds. */
export type AlertPage = { path: string; span: Span; asOf: number };

/** What is known of something that can raise an alert. */
export type Observation = {
  /** Tells what is observed from all else. */
  key: string;
  kind: AlertKind;
  /** `fine`: it is well. `ended`: nobody can tell any more whether it is, because a canary was stopped or deleted. */
  state: 'raised' | 'fine' | 'ended';
  /** A few words: `login is failing`. */
  title: string;
  /** One or two sentences. */
  text: string;
  /** When it began, epoch milliseconds. */
  since?: number;
  /** Start of the newest run of a canary, epoch milliseconds. */
  newest?: number;
  /** The page that shows it. */
  page: AlertPage;
  /** Ids and names by what they are of, for programs. */
  subject: Readonly<Record<string, string | number>>;
};

/** A message about a change. */
export type Alert = Omit<Observation, 'state' | 'newest'> & {
  status: 'raised' | 'recovered' | 'ended';
  /** When the change was found, epoch milliseconds. */
  at: number;
  /** When the alert was raised, epoch milliseconds. */
  raisedAt: number;
};

/** The address of a page. */
export function addressOf({ path, span: { from, to }, asOf }: AlertPage): PageAddress {
  const search = new URLSearchParams(
    Object.entries({ from, to, asof: asOf }).map(([name, at]) => [name, new Date(at).toISOString()]),
  );
  return { path, search: `?${search}` };
}
