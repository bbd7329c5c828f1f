import { UndecodableProfile } from '../../tree/undecodable';
import { isObject, type JsonObject } from '../json-shape';
import { MICROS_PER_SECOND } from '../time-units';

/** No node has this number: they count from 1. */
const NO_NODE = 0;

/**
 * Converts the CPU profiles of Chrome up to 2015 and v8-profiler, which nest all nodes below `head` and count lines from 1 and time
 * in seconds, to nodes by id. Throws UndecodableProfile when the nodes aren't objects.
 */
export function withoutHead({ head, samples, startTime, endTime }: JsonObject): JsonObject {
  const nodes: JsonObject[] = [];
  const ids = new Map<unknown, number>();
  const pending = [{ node: head, parent: undefined as number | undefined }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, parent } = next;
    if (!isObject(node)) throw new UndecodableProfile(NOT_NESTED);
    const id = nodes.length + 1;
    ids.set(node.id, ids.has(node.id) ? NO_NODE : id);
    const { functionName, url, lineNumber, hitCount } = node;
    const line = typeof lineNumber === 'number' ? lineNumber - 1 : lineNumber;
    nodes.push({ id, parent, hitCount, callFrame: { functionName, url, lineNumber: line } });
    const { children } = node;
    if (!Array.isArray(children)) continue;
    for (let i = children.length - 1; i >= 0; i--) pending.push({ node: children[i], parent: id });
  }
  return {
    nodes,
    ...(Array.isArray(samples) && { samples: samples.map((sample) => ids.get(sample) ?? NO_NODE) }),
    startTime: microseconds(startTime),
    endTime: microseconds(endTime),
  };
}

const NOT_NESTED =
  'It looks like an old V8 CPU profile, but head or one of its children is not an object with functionName and children.';

const microseconds = (seconds: unknown) =>
  typeof seconds === 'number' ? seconds * MICROS_PER_SECOND : undefined;
