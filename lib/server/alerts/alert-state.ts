import { z } from 'zod';
import type { ObjectStore } from '../objects/object-store';

const PATH = 'alerts/state';
const FORMAT = 1;

/** Maximum number of alerts that wait to be sent. Nothing is observed while there are more. */
export const MAX_WAITING = 500;

const instant = z.number().int().min(0);

const schema = z.object({
  format: z.literal(FORMAT),
  /** What is raised, by the keys of observations. */
  raised: z.record(z.string(), z.object({ kind: z.enum(['canary', 'budget', 'anomaly']), at: instant })),
  /** When links were made as evidence, within the last day. */
  linksAt: z.array(instant),
  /** What was not sent yet, the oldest first. */
  waiting: z.array(
    z.object({
      id: z.string(),
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

/** Reads the state. Without one, or if it can't be read, nothing is raised. Rejects when the storage fails. */
export async function loadState(objects: ObjectStore): Promise<AlertState> {
  const bytes = await objects.read(PATH);
  if (!bytes) return EMPTY;
  const parsed = schema.safeParse(jsonOf(bytes));
  if (parsed.success) return parsed.data;
  console.error('alerts: what was raised can’t be read, so what is wrong now is sent again');
  return EMPTY;
}

/** Resolves once the state survives a crash. */
export const saveState = (objects: ObjectStore, state: AlertState): Promise<void> =>
  objects.write(
    PATH,
    Buffer.from(JSON.stringify({ format: FORMAT, ...state } satisfies z.input<typeof schema>)),
  );

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}
