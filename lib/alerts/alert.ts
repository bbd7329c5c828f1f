/** What can raise an alert: a canary that is down, a budget that passed a threshold, an anomaly of a function. */
export type AlertKind = 'canary' | 'budget' | 'anomaly';

/** The address of a page without its origin. */
export type PageAddress = { path: string; search: string };

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
  page: PageAddress;
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

/** The address of a page that shows a span as of an instant, epoch milliseconds. */
export function pageOf(path: string, { from, to }: { from: number; to: number }, asOf: number): PageAddress {
  const search = new URLSearchParams(
    Object.entries({ from, to, asof: asOf }).map(([name, at]) => [name, new Date(at).toISOString()]),
  );
  return { path, search: `?${search}` };
}

/** A text of at most `max` characters. */
export const shortened = (text: string, max: number): string =>
  text.length > max ? `${text.slice(0, max - 1)}…` : text;
