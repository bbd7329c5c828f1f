import { samplesOf } from '../../transform/screen';
import type { CallTree } from '../../tree/call-tree';
import type { SampleColumn } from '../../tree/sample-column';
import { sampleRounder } from '../../tree/sample-rounder';
import { ByteWriter } from './byte-writer';
import type { ExportStream } from './export-stream';
import { foldedText, ROOT_NAME } from './frame-text';
import { stackSizes } from './stack-sizes';

const MAX_COUNT_CHARACTERS = 20;

/**
 * Folded stacks for flamegraph.pl, inferno and speedscope, one per line: frames from the root joined by semicolons, a space, and
 * the samples of the given states added up (`main;parse;read 12`). `foldedText` adapts the names.
 */
export function writeFolded(tree: CallTree, states: readonly string[]): ExportStream {
  const samples = samplesOf(tree, states, 'self');
  const names = encodedNames(tree);
  const { all, longest } = stackSizes(tree, samples, (node) => names(node).length, MAX_COUNT_CHARACTERS);
  return { maxBytes: all, maxStackBytes: longest, chunks: () => lines(tree, samples, names) };
}

type EncodedNames = (node: number) => Uint8Array;

/** Node → its name with a semicolon. Each name is encoded once. */
function encodedNames({ names, name }: CallTree): EncodedNames {
  const encoded: Uint8Array[] = [];
  const root = Buffer.from(`${ROOT_NAME};`);
  return (node) => {
    if (node === 0) return root;
    const index = name[node] ?? 0;
    encoded[index] ??= Buffer.from(`${foldedText(names[index] ?? '')};`);
    return encoded[index];
  };
}

function* lines(tree: CallTree, samples: SampleColumn, names: EncodedNames): Generator<Uint8Array> {
  const out = new ByteWriter();
  const stack = new StackText();
  const toWhole = sampleRounder();
  for (let node = 0; node < tree.name.length; node++) {
    stack.enter(tree.depth[node] ?? 0, names(node));
    const count = toWhole(samples[node] ?? 0);
    if (count === 0) continue;
    out.raw(stack.bytes());
    out.text(` ${count}\n`);
    if (out.isFull) yield out.take();
  }
  yield out.take();
}

/** Text of the stack of the current node, in one buffer: the part that two stacks share is copied once. */
class StackText {
  #bytes = Buffer.alloc(1 << 12);
  /** Depth → end of the text of its frame. The first frame overwrites the root, which is in no stack but its own. */
  readonly #ends: number[] = [];
  #end = 0;

  enter(depth: number, name: Uint8Array): void {
    const start = depth > 1 ? (this.#ends[depth - 1] ?? 0) : 0;
    this.#end = start + name.length;
    if (this.#end > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#end, this.#bytes.length * 2));
    }
    this.#bytes.set(name, start);
    this.#ends[depth] = this.#end;
  }

  /** Without the last semicolon. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end - 1);
  }
}
