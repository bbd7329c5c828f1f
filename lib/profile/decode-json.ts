import { CallTreeBuilder, type Profile } from './call-tree';
import { checkedSamples, isLine } from './decode-checks';
import type { DecodeLimits } from './decode-limits';
import { UndecodableProfile } from './undecodable';

type Members = Record<string, unknown>;
/** A frame whose children are still to be read, the next one first. */
type Open = { children: { name: string; frame: Members }[]; next: number };

/** A parsed JSON profile: its root at `callgraph` or at the top. */
export function decodeJson(
  value: unknown,
  { frames }: DecodeLimits,
): { profile: Profile; mayRepeat: boolean } {
  if (!isMembers(value)) throw new UndecodableProfile('The profile is not an object.');
  const root = Object.hasOwn(value, 'callgraph') ? value.callgraph : value;
  if (!isMembers(root) || (root === value && !('children' in root) && !('counts' in root))) {
    throw new UndecodableProfile('The profile has no call graph.');
  }
  const builder = new CallTreeBuilder(frames);
  const mayRepeat = readFrames(builder, root);
  const metadata = isMembers(value.agentMetadata) ? value.agentMetadata : {};
  const profile: Profile = { tree: builder.finish(), sampleWeights: weights(metadata.sampleWeights) };
  if (isInstant(value.start)) profile.start = value.start;
  if (isInstant(value.end)) profile.end = value.end;
  return { profile, mayRepeat };
}

/** Walks with a stack of its own, since a call graph can be deeper than the engine's. */
function readFrames(builder: CallTreeBuilder, root: Members): boolean {
  let mayRepeat = Array.isArray(root.children);
  describe(builder, root);
  const stack: Open[] = [{ children: childrenOf(root), next: 0 }];
  for (let top = stack[0]; top; top = stack[stack.length - 1]) {
    const child = top.children[top.next];
    if (!child) {
      stack.pop();
      if (stack.length > 0) builder.close();
      continue;
    }
    top.next += 1;
    mayRepeat ||= Array.isArray(child.frame.children);
    builder.open(child.name);
    describe(builder, child.frame);
    stack.push({ children: childrenOf(child.frame), next: 0 });
  }
  return mayRepeat;
}

function childrenOf({ children }: Members): Open['children'] {
  if (children === undefined || children === null) return [];
  if (Array.isArray(children)) {
    return children.map((frame: unknown) => {
      if (!isMembers(frame) || typeof frame.name !== 'string') {
        throw new UndecodableProfile('A frame in a list of children has no name.');
      }
      return { name: frame.name, frame };
    });
  }
  if (!isMembers(children)) throw new UndecodableProfile('The children of a frame are not an object.');
  return Object.entries(children).map(([name, frame]) => {
    if (!isMembers(frame)) throw new UndecodableProfile('A frame is not an object.');
    return { name, frame };
  });
}

function describe(builder: CallTreeBuilder, { counts, file, line }: Members): void {
  if (typeof file === 'string') builder.inFile(file);
  const lines: unknown[] = Array.isArray(line) ? line : [line];
  const [from, to = from] = lines;
  if (isLine(from) && isLine(to)) builder.atLines(Math.min(from, to), Math.max(from, to));
  if (counts === undefined || counts === null) return;
  if (!isMembers(counts)) throw new UndecodableProfile('The counts of a frame are not an object.');
  for (const [state, samples] of Object.entries(counts)) builder.count(state, checkedSamples(samples));
}

function weights(value: unknown): Record<string, number> {
  if (!isMembers(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
  );
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
