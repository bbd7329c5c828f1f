import { gunzipSync, gzipSync } from 'node:zlib';
import { dumpBinary, load } from 'ion-js';
import { readColumns } from '@/lib/profile/codec/columns/read-columns';
import { writeColumns } from '@/lib/profile/codec/columns/write-columns';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { type Figure, median } from '../figure';
import { generatedProfile } from '../generated-profile';

type Frame = {
  children?: Record<string, Frame>;
  counts?: Record<string, number>;
  file?: string;
  line?: number[];
};

const NODES = 300_000;
/** For writing by ion-js, which takes some 40 µs per node. */
const NODES_TO_WRITE = 30_000;

/** The straightforward way: parse into objects, then walk them. */
function walkObjects(root: Frame): CallTree {
  const builder = new CallTreeBuilder();
  const open: (readonly [string, Frame][])[] = [];
  const positions: number[] = [];
  const enter = ({ children = {}, counts = {}, file, line }: Frame) => {
    for (const [state, samples] of Object.entries(counts)) builder.count(state, samples);
    if (file) builder.inFile(file);
    if (line) builder.atLines(line[0] ?? 0, line[1] ?? line[0] ?? 0);
    open.push(Object.entries(children));
    positions.push(0);
  };
  enter(root);
  while (open.length > 0) {
    const at = positions.length - 1;
    const next = open[at]?.[positions[at] ?? 0];
    if (!next) {
      open.pop();
      positions.pop();
      if (open.length > 0) builder.close();
      continue;
    }
    positions[at] = (positions[at] ?? 0) + 1;
    builder.open(next[0]);
    enter(next[1]);
  }
  return builder.finish();
}

/** Durations in milliseconds, taken in turns so that other work on the machine affects all alike. */
function inTurns(runs: number, ...works: (() => unknown)[]): number[][] {
  const times = works.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    works.forEach((work, i) => {
      const start = performance.now();
      work();
      times[i]?.push(performance.now() - start);
    });
  }
  return times;
}

/** Our share of the time of the straightforward way: the first run in a new process, and the median of further runs. */
export function codecFigures(): Figure[] {
  const profile = generatedProfile(NODES, 1);
  const small = generatedProfile(NODES_TO_WRITE, 1);
  const [json, ion] = [encodeJson(profile), encodeIon(profile)];
  const plain = JSON.parse(Buffer.from(encodeJson(small)).toString()) as object;
  const [plainJson = [], ownJson = []] = inTurns(
    6,
    () => walkObjects((JSON.parse(Buffer.from(json).toString()) as { callgraph: Frame }).callgraph),
    () => decodeProfile(json),
  );
  const [plainIon = [], ownIon = []] = inTurns(
    6,
    () => load(ion),
    () => decodeProfile(ion),
  );
  const [plainWrite = [], ownWrite = []] = inTurns(
    3,
    () => dumpBinary(plain),
    () => encodeIon(small),
  );
  const columns = writeColumns(profile);
  const zipped = gzipSync(columns, { level: 1 });
  const [unzipped = [], read = []] = inTurns(
    6,
    () => gunzipSync(zipped),
    () => readColumns(columns),
  );
  const share = (own: number[], other: number[]) => median(own.slice(1)) / median(other.slice(1));
  const first = (own: number[], other: number[]) => (own[0] ?? 0) / (other[0] ?? 1);
  const figure = (name: string, value: number, limit: number): Figure => ({ name, value, limit, unit: '×' });
  return [
    figure('JSON into columns, share of JSON.parse and a walk', share(ownJson, plainJson), 1 / 3),
    figure('binary Ion into columns, share of ion-js, cold', first(ownIon, plainIon), 1 / 3.5),
    figure('binary Ion into columns, share of ion-js, warm', share(ownIon, plainIon), 1 / 5),
    figure('columns into binary Ion, share of ion-js', share(ownWrite, plainWrite), 1 / 20),
    figure('archived profile into columns, ratio to gunzip of as many bytes', share(read, unzipped), 2.5),
  ];
}
