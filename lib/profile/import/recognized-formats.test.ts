import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { print } from '../testing/text';
import { UndecodableProfile } from '../tree/undecodable';
import { importProfile } from './import-profile';

const bytes = (text: string) => new TextEncoder().encode(text);

const SPEEDSCOPE =
  '{"$schema":"https://www.speedscope.app/file-format-schema.json","shared":{"frames":[{"name":"main"},{"name":"a"},{"name":"b"}]},"profiles":[{"type":"sampled","name":"x","unit":"none","startValue":0,"endValue":10,"samples":[[0,1],[0,2]],"weights":[3,7]},{"type":"evented","name":"y","unit":"none","startValue":0,"endValue":2,"events":[{"type":"O","frame":0,"at":0},{"type":"C","frame":0,"at":2}]}]}';
const FIREFOX =
  '{"meta":{"version":29,"interval":1,"startTime":0,"categories":[{"name":"Idle"}]},"threads":[{"name":"GeckoMain","stringTable":["main","a"],"frameTable":{"schema":{"location":0},"data":[[0],[1]]},"stackTable":{"schema":{"prefix":0,"frame":1},"data":[[null,0],[0,1]]},"samples":{"schema":{"stack":0,"time":1},"data":[[1,0],[1,1],[0,2]]}}]}';
const PROCESSED =
  '{"meta":{"interval":1,"startTime":0},"shared":{"stringArray":["main","a"],"stackTable":{"frame":[0,1],"prefixOffset":[0,1]},"frameTable":{"func":[0,1],"line":[1,null]},"funcTable":{"name":[0,1],"resource":[-1,-1],"source":[null,0]},"sources":{"filename":[0]}},"threads":[{"samples":{"stack":[1,0,null],"weight":[1,2,3],"weightType":"samples","timeDeltas":[0,1,1],"threadCPUDelta":[0,1,0]}}]}';
const TRACE =
  '{"traceEvents":[{"ph":"P","name":"Profile","pid":1,"id":"1","args":{"data":{"startTime":1}}},{"ph":"P","name":"ProfileChunk","pid":1,"id":"1","args":{"data":{"cpuProfile":{"nodes":[{"id":1,"callFrame":{"functionName":"(root)","scriptId":0}},{"id":2,"parent":1,"callFrame":{"functionName":"main","url":"file:///app/x.js","lineNumber":3,"columnNumber":0}}],"samples":[2,1]},"timeDeltas":[5,5]}}}]}';
const AUSTIN =
  '# austin: 3.6.0\n# interval: 100\n# mode: wall\n\nP42;T0x7f;app.py:main:3;app.py:work:9 100\nP42;T0x7f;app.py:main:3 200\n\n# duration: 300\n';
const FORMATS: [string, string, number][] = [
  ['speedscope profile', SPEEDSCOPE, 12],
  ['Firefox profile', FIREFOX, 3],
  ['Firefox profile', PROCESSED, 3],
  ['Chrome trace', TRACE, 2],
  ['austin profile', AUSTIN, 300],
];

describe('a recognized format', () => {
  it.each(FORMATS)(
    'that is a %s is recognized by its content, plain and gzipped',
    (format, text, samples) => {
      for (const content of [bytes(text), gzipSync(text)]) {
        const imported = importProfile(content);
        expect(imported.format).toBe(format);
        expect(imported.tree.total.reduce((sum, column) => sum + (column[0] ?? 0), 0)).toBe(samples);
      }
    },
  );

  it.each<[string, string | Uint8Array, string]>([
    [
      'JFR',
      'FLR\0\0\x02\0\x01',
      'It is a Java Flight Recorder file. Convert it with jfrconv of async-profiler',
    ],
    ['perf.data', 'PERFILE2\0\0', 'perf script | stackcollapse-perf.pl'],
    [
      'perf script',
      'app 10 1.000001: 1001001 cpu-clock:\n\t55d0c0 a+0x10 (/bin/app)\n',
      'stackcollapse-perf.pl',
    ],
    ['perf script after remarks', '# cmd\n\na b 1/2 [003] 1.5: cycles:\n\tff a\n', 'stackcollapse-perf.pl'],
    ['.nettrace', 'Nettrace\x14\0\0\0', 'dotnet-trace convert --format Speedscope'],
    ['SVG', '<?xml version="1.0"?><svg>', 'It is a picture or a page, not a profile.'],
    ['zipped JFR', gzipSync('FLR\0'), 'It is a Java Flight Recorder file.'],
  ])('that is not read (%s) is refused with how to convert it', (_what, content, words) => {
    const file = typeof content === 'string' ? bytes(content) : content;
    expect(() => importProfile(file)).toThrow(UndecodableProfile);
    expect(() => importProfile(file)).toThrow(words);
  });

  it('that starts with a bracket can be folded stacks', () => {
    expect(print(importProfile(bytes('[lib:0x1];run 3\n[unknown] 1\n')).tree)).toEqual([
      '[lib:0x1] 0',
      '  run RUNNABLE=3',
      '[unknown] RUNNABLE=1',
    ]);
  });

  it('loses no samples, whatever its stacks', () => {
    /** For each frame, how far before it its caller is (0 for none), then the frames of the samples. */
    const stacks = fc.integer({ min: 1, max: 20 }).chain((length) =>
      fc.record({
        offsets: fc.tuple(...Array.from({ length }, (_, i) => fc.nat(i))),
        samples: fc.array(fc.nat(length - 1), { minLength: 1, maxLength: 50 }),
      }),
    );
    fc.assert(
      fc.property(stacks, ({ offsets, samples }) => {
        const names = offsets.map((_, i) => `f${i % 7}`);
        const firefox = {
          meta: { interval: 1 },
          shared: {
            stringArray: names,
            stackTable: { frame: offsets.map((_, i) => i), prefixOffset: offsets },
            frameTable: { func: offsets.map((_, i) => i) },
            funcTable: { name: offsets.map((_, i) => i) },
          },
          threads: [{ samples: { stack: samples } }],
        };
        const nodes = offsets.map((offset, i) => ({
          id: i + 1,
          ...(offset > 0 && { parent: i + 1 - offset }),
          callFrame: { functionName: names[i] },
        }));
        const data = { cpuProfile: { nodes, samples: samples.map((i) => i + 1) } };
        const trace = [{ ph: 'P', name: 'ProfileChunk', pid: 1, id: '1', args: { data } }];
        for (const file of [firefox, trace]) {
          const { tree } = importProfile(bytes(JSON.stringify(file)));
          expect(tree.total.map((column) => column[0])).toEqual([samples.length]);
        }
      }),
    );
  });

  it('is read or refused with a sentence, however damaged', () => {
    const values = fc.constantFrom('-1', '9', '1.5', 'null', '"x"', '[]', '{}', '1e300', 'true', '[[0]]');
    const damage = fc.record({
      file: fc.constantFrom(SPEEDSCOPE, FIREFOX, PROCESSED, TRACE),
      // Which values of the JSON are replaced, counted from its start.
      replaced: fc.array(fc.tuple(fc.nat(60), values), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(damage, ({ file, replaced }) => {
        let text = file;
        for (const [at, value] of replaced) {
          const places = [...text.matchAll(/(?<=[:[,])(?:"[^"]*"(?!:)|-?\d+|null|\[\]|\{\})/g)];
          const place = places[at % places.length];
          if (place) text = text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
        }
        try {
          const { tree } = importProfile(bytes(text));
          expect(tree.total.every((column) => column.every((samples) => samples >= 0))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UndecodableProfile);
          expect((error as Error).message).toMatch(/^[A-Z].*\.$/s);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('stacks of austin', () => {
  const austin = (text: string, options = {}) => importProfile(bytes(text), options);

  it('are read in microseconds, without its remarks', () => {
    const { tree, durationMs, sampleWeights } = austin(AUSTIN);
    expect(print(tree)).toEqual(['P42 0', '  T0x7f 0', '    app.py:main:3 200', '      app.py:work:9 100']);
    expect([tree.states, durationMs, sampleWeights]).toEqual([['WALL_TIME'], 0.3, { WALL_TIME: 1e6 }]);
    expect(austin(AUSTIN.replace('wall', 'cpu')).tree.states).toEqual(['RUNNABLE']);
  });

  it('of memory need a state, and three values a line are refused', () => {
    expect(() => austin(AUSTIN.replace('wall', 'memory'))).toThrow('Its values are bytes');
    expect(austin(AUSTIN.replace('wall', 'memory'), { state: 'ALLOCATED' }).tree.states).toEqual([
      'ALLOCATED',
    ]);
    expect(() => austin(AUSTIN.replace('wall', 'full'))).toThrow('Record it without --full.');
  });
});
