import { createHash } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from '../json-of';
import type { ObjectStore } from '../objects/object-store';

/** Version of the format. Raise it when an older release could not read what is written. */
const FORMAT = 1;

/** Maximum number of alerts that wait to be sent. Nothing is observed while there are more. */
export const MAX_WAITING = 500;

const instant = z.number().int().min(0);

const schema = z.object({
  format: z.literal(FORMAT),
  /** What is raised, by the keys of observations. */
  raised: z.record(
    z.string(),
    z.object({ kind: z.enum(['canary', 'budget', 'anomaly']), at: instant, since: instant.optional() }),
  ),
  /** When links were made as evidence, within the last day. */
  linksAt: z.array(instant),
  /** What was not sent yet, the oldest first. */
  waiting: z.array(
    z.object({
      id: z.string(),
      /** The key of the observation. */
      key: z.string(),
      /** The JSON that is sent. */
      body: z.string(),
      madeAt: instant,
      attempts: z.number().int().min(0),
      /** It is not sent before. */
      nextAt: instant,
    }),
  ),
});

/** What alerts are raised, and which messages were not sent yet. Instants are epoch milliseconds. */
export type AlertState = Omit<z.output<typeof schema>, 'format'>;
export type WaitingAlert = AlertState['waiting'][number];

const EMPTY: AlertState = { raised: {}, linksAt: [], waiting: [] };

/** The folder of the alerts about a region of AWS. Dashboards of others may use the same storage. */
export const alertFolder = (region: string, endpoint: string | undefined): string =>
  `alerts-${createHash('sha256')
    .update(JSON.stringify([region, endpoint]))
    .digest('hex')
    .slice(0, 16)}`;

/**
 * Reads the state in a folder; without one nothing is raised. What can't be read is set aside, and nothing is raised then. Rejects when the
 * storage fails, or a newer release wrote the state.
 */
export async function loadState(objects: ObjectStore, folder: string): Promise<AlertState> {
  const bytes = await objects.read(`${folder}/state`);
  if (!bytes) return EMPTY;
  const value = jsonOf(bytes);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (z.object({ format: z.number().min(FORMAT + 1) }).safeParse(value).success)
    throw new Error('a newer release wrote what was raised, so this one sends nothing');
  await objects.write(`${folder}/damaged`, bytes);
  console.error('alerts: what was raised can’t be read, so what is wrong now is sent again');
  return EMPTY;
}

/** Resolves once the state survives a crash. */
export const saveState = (objects: ObjectStore, folder: string, state: AlertState): Promise<void> =>
  objects.write(
    `${folder}/state`,
    Buffer.from(JSON.stringify({ format: FORMAT, ...state } satisfies z.input<typeof schema>)),
  );
