import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { print } from '../testing/text';
import { importProfile } from './import-profile';
import { inWholeSamples } from './posts/whole-samples';

const read = (file: string) =>
  inWholeSamples(importProfile(readFileSync(new URL(`testing/fixtures/${file}`, import.meta.url))));

const MAIN_AND_WORK = ['x:main RUNNABLE=3', '  x:work RUNNABLE=7'];
const A_AND_B = ['main 0', '  a RUNNABLE=3', '  b RUNNABLE=7'];

describe('a file of another tool', () => {
  it.each<[string, string[]]>([
    ['c04-root-not-first.cpuprofile', MAIN_AND_WORK],
    ['c05-legacy-head.cpuprofile', MAIN_AND_WORK],
    ['c07-root-hits.cpuprofile', ['(root) RUNNABLE=5', ...MAIN_AND_WORK]],
    [
      'c10-data-url.cpuprofile',
      [
        'data-a5db5b41:main RUNNABLE=3',
        'cdn.example/app.3f9c2a:a RUNNABLE=3',
        'src/page:b RUNNABLE=1',
        'evalmachine.<anonymous>:c RUNNABLE=1',
        'wasm/0001abcd:wasm-function[12] RUNNABLE=1',
        'index:d RUNNABLE=1',
      ],
    ],
    ['c12-trace-wrapped.json', ['x:main RUNNABLE=10']],
    ['c13-extra-fields-line-string.cpuprofile', ['x:main RUNNABLE=10']],
    ['c15-huge-linenumber.cpuprofile', ['x:main RUNNABLE=10']],
    [
      'c16-same-file-name-two-sites.cpuprofile',
      [
        'shop.example/cart/index:run RUNNABLE=3',
        'shop.example/search/index:run RUNNABLE=4',
        'chrome-extension/abcdef/content:x RUNNABLE=1',
      ],
    ],
    [
      'c17-anonymous-two-lines.cpuprofile',
      ['x:main 0', '  x:<anonymous at line 11> RUNNABLE=3', '  x:<anonymous at line 91> RUNNABLE=7'],
    ],
    ['f01-hash-root.folded', ['#=zAbc 0', '  run RUNNABLE=5', 'main 0', '  run RUNNABLE=5']],
    ['f02-two-columns.folded', ['main 0', '  a RUNNABLE=20', '  b RUNNABLE=1']],
    ['f03-utf16le.folded', A_AND_B],
    ['f04-latin1.folded', ['main 0', '  café RUNNABLE=3', '  b RUNNABLE=7']],
    ['f06-counts.folded', ['main 0', '  a RUNNABLE=20', '  b RUNNABLE=7']],
    ['f19-comment-slashes.folded', A_AND_B],
    ['o01-speedscope-sampled.json', A_AND_B],
    ['o04-firefox.json', ['main RUNNABLE=1', '  a RUNNABLE=2']],
    ['o05-austin.txt', ['P42 0', '  T0x7f 0', '    app.py:main:3 200', '      app.py:work:9 100']],
    ['p01-duration-is-a-date.pb.gz', A_AND_B],
    ['p02-lock-count-zero.pb.gz', A_AND_B],
    ['p08-datadog-types.pb.gz', A_AND_B],
    ['p10-foreign-count-types.pb.gz', A_AND_B],
    ['p11-time-in-future.pb.gz', A_AND_B],
    ['p14-default-sample-type.pb.gz', A_AND_B],
    ['p15-unit-variants.pb.gz', A_AND_B],
    ['p17-cycles-count.pb.gz', ['main 0', '  a RUNNABLE=30']],
  ])('%s is read', (file, lines) => {
    expect(print(read(file).tree)).toEqual(lines);
  });

  it.each([
    ['f12-names.folded', 3397, 45],
    ['f29-long-names.folded', 60, 7],
  ])('%s keeps all samples and names', (file, samples, names) => {
    const { tree } = read(file);
    expect([tree.total[0]?.[0], tree.names.length - 1]).toEqual([samples, names]);
  });

  it.each([
    ['f14-big-counts.folded', 'Its count at line 1 is too high: at most 1,099,511,627,776 samples'],
    ['f15-count-20-digits.folded', 'Its count at line 1 is too high'],
    ['o02-perf-script.txt', 'perf script | stackcollapse-perf.pl'],
    ['o06-jfr.jfr', 'Java Flight Recorder file. Convert it with jfrconv'],
  ])('%s is rejected in words', (file, words) => {
    expect(() => read(file)).toThrow(words);
  });

  it('with times far below the period keeps the shares', () => {
    const { tree, sampleWeights, notes } = read('p09-period-one-second.pb.gz');
    const hot = tree.name.findIndex((name) => tree.names[name] === 'hot');
    expect([tree.self[0]?.[hot], tree.total[0]?.[0]]).toEqual([400, 600]);
    expect(sampleWeights).toEqual({ RUNNABLE: 1000 });
    expect(notes).toEqual([
      'Some frames have less than one sample, so all samples were multiplied by 1,000; shares stay the same.',
    ]);
  });

  it.each([
    ['f02-two-columns.folded', 'before and after (difffolded.pl): the second ones were read'],
    ['f04-latin1.folded', 'read as Windows-1252 (Latin-1)'],
    ['p10-foreign-count-types.pb.gz', 'It also has inuse_objects (count).'],
    ['p17-cycles-count.pb.gz', 'It counts cycles, which are shown as samples.'],
  ])('%s notes how it was read', (file, words) => {
    expect(read(file).notes.join(' ')).toContain(words);
  });
});
