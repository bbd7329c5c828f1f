import { z } from 'zod';
import { jsonOf } from '../json-of';
import type { ObjectStore } from '../objects/object-store';

const schema = z.object({ holder: z.string(), until: z.number() });

type Options = {
  objects: ObjectStore;
  /** Where the lease is stored. */
  path: string;
  /** Names this instance. */
  holder: string;
  /** How long it leads without holding the lease again, milliseconds. */
  leaseMs: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Waits until a lease that another instance writes at the same time is stored. */
  settle(): Promise<void>;
};

/**
 * Whether this instance leads, and keeps leading for a while. Of several that write at once the last one does: each reads again what is
 * stored. Two may lead for a moment when one was held up while it wrote, so what they do must be harmless twice.
 */
export async function holdLease({ objects, path, holder, leaseMs, now, settle }: Options): Promise<boolean> {
  const stored = await read(objects, path);
  // The clocks of instances may differ by less than the lease.
  const isHeld = stored !== undefined && stored.until > now() && stored.until <= now() + 2 * leaseMs;
  const isOwn = isHeld && stored.holder === holder;
  if (isHeld && !isOwn) return false;
  await objects.write(path, Buffer.from(JSON.stringify({ holder, until: now() + leaseMs })));
  if (isOwn) return true;
  await settle();
  return (await read(objects, path))?.holder === holder;
}

async function read(objects: ObjectStore, path: string): Promise<z.output<typeof schema> | undefined> {
  const bytes = await objects.read(path);
  return bytes && schema.safeParse(jsonOf(bytes)).data;
}
