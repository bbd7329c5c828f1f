import { SECOND } from '@/lib/time/duration';
import { isDraining } from '../draining';
import { log } from '../log/log';
import { openObjects } from '../objects/open-objects';
import { processWide } from '../process-wide';
import { untilAborted } from '../shared-calls';

/** Whoever asks whether the server is ready must not wait longer. */
const MAX_WAIT_MS = 3 * SECOND;
/** A good result is shared for this long, because checking takes two requests in S3. */
const SHARED_FOR_MS = 10 * SECOND;
/** One small file, written over and over. */
const FILE = 'ready/check';

export type Readiness = { status: 'ready' | 'not ready' | 'draining'; archive?: 'ok' | 'failed' | 'off' };

type Check = { at: number; result: Promise<'ok' | 'failed' | 'off'> };

const state = () =>
  processWide<{ check?: Check; wasReady: boolean }>('readiness', () => ({ wasReady: true }));

/** Whether the server can answer: what stores links, notes and answers can be written and read. It calls no other AWS than its S3. */
export async function readiness(now = performance.now()): Promise<Readiness> {
  if (isDraining()) return { status: 'draining' };
  const archive = await sharedCheck(now);
  return { status: archive === 'failed' ? 'not ready' : 'ready', archive };
}

/** One check at a time, however many ask. */
async function sharedCheck(now: number): Promise<'ok' | 'failed' | 'off'> {
  const own = state();
  if (!own.check || now - own.check.at > SHARED_FOR_MS) own.check = { at: now, result: check() };
  const { check: current } = own;
  const result = await current.result;
  // The next one to ask finds out whether it has passed.
  if (result === 'failed' && own.check === current) delete own.check;
  return result;
}

async function check(): Promise<'ok' | 'failed' | 'off'> {
  const own = state();
  try {
    const result = await untilAborted(writeAndRead(), AbortSignal.timeout(MAX_WAIT_MS));
    if (!own.wasReady) log.info('ready again: the archive can be written and read');
    own.wasReady = true;
    return result;
  } catch (error) {
    if (own.wasReady) log.error('not ready: the archive can’t be written or read', { detail: String(error) });
    own.wasReady = false;
    return 'failed';
  }
}

async function writeAndRead(): Promise<'ok' | 'off'> {
  const opened = await openObjects('');
  if (!opened) return 'off';
  const bytes = Buffer.from('ready\n');
  await opened.objects.write(FILE, bytes);
  const read = await opened.objects.read(FILE);
  if (!read || !bytes.equals(read)) throw new Error('what was written is not there');
  return 'ok';
}
