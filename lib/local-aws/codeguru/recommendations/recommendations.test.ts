import { describe, expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { matchesOf } from './matches';
import { findingsOf, frameAddress } from './recommendations';
import type { Rule } from './rules';

const rule = (...targetFrames: string[][]): Rule => ({
  id: '00000000-0000-4000-8000-000000000000',
  name: 'A rule',
  description: 'What is wrong.',
  resolutionSteps: 'What to do.',
  targetFrames,
  thresholdPercent: 1,
  countersToAggregate: ['RUNNABLE', 'WALL_TIME'],
});

const found = (tree: CallTree, rule: Rule) =>
  matchesOf(tree, rule).map(
    ({ node, target, percent }) => `${frameAddress(tree, node)} ${target} ${percent} %`,
  );

describe('matchesOf', () => {
  const tree = callTree(`
    main 10
      json:dumps 10
        json.encoder:encode 20
          json:dumps 5
      other 40
        json.encoder:encode 15
  `);

  it('finds the outermost places, most expensive first', () => {
    expect(found(tree, rule(['json:*'], ['json.encoder:encode']))).toEqual([
      'main > json:dumps 0 35 %',
      'main > other > json.encoder:encode 1 15 %',
    ]);
  });

  it('finds frames below their callers', () => {
    expect(found(tree, rule(['other', 'json.encoder:encode']))).toEqual([
      'main > other > json.encoder:encode 0 15 %',
    ]);
    expect(found(tree, rule(['main', 'json.encoder:encode']))).toEqual([]);
    expect(found(tree, rule(['main', 'main']))).toEqual([]);
  });

  it('matches whole names when there is no star', () => {
    expect(found(tree, rule(['json']))).toEqual([]);
    expect(found(tree, rule(['toString'], ['__proto__'], ['constructor']))).toEqual([]);
  });

  it('counts the thread states of the rule, as a percentage of all samples but the idle ones', () => {
    const states = callTree(`
      work RUNNABLE=20 WAITING=60 IDLE=500
      rest RUNNABLE=20
      sleep WAITING=0 IDLE=9
    `);
    expect(found(states, rule(['work'], ['sleep']))).toEqual(['work 0 20 %']);
    expect(found(callTree('work IDLE=5'), rule(['work']))).toEqual([]);
  });
});

describe('findingsOf', () => {
  const names = (text: string) => findingsOf(callTree(text)).map(({ rule }) => rule.name);

  it.each([
    ['Java', 'java.lang:Thread:run RUNNABLE=95\n  java.util.regex:Pattern:compile RUNNABLE=5'],
    ['Python', 'app:main 95\n  re:_compile 5'],
  ])('recognises frames of %s', (_language, text) => {
    expect(names(text)).toEqual(['Repeated compilation of regular expressions']);
  });

  it('recognises frames of Node', () => {
    const text = 'lib/app:answer RUNNABLE=70\n  <native>:stringify RUNNABLE=30\n<Idle> IDLE=900';
    expect(names(text)).toEqual(['JSON serialization']);
  });

  it('reports a rule from its threshold on', () => {
    expect(names('app:main 991\n  re:_compile 9')).toEqual([]);
    expect(names('app:main 990\n  re:_compile 10')).toHaveLength(1);
  });

  it('distinguishes threads that wait for a lock from running ones', () => {
    expect(names('app:main RUNNABLE=90\n  java.lang:Object:monitorEnter BLOCKED=10')).toEqual([
      'Waiting for locks',
    ]);
    expect(names('app:main RUNNABLE=90\n  java.lang:Object:monitorEnter RUNNABLE=10')).toEqual([]);
  });

  it('finds nothing in an empty profile', () => {
    expect(findingsOf(callTree('main 0'))).toEqual([]);
  });
});

it('drops the outermost frames of a very long address', () => {
  const lines = Array.from(
    { length: 100 },
    (_, depth) => `${'  '.repeat(depth)}${'f'.repeat(200)}${depth} 1`,
  );
  const tree = callTree(lines.join('\n'));
  const address = frameAddress(tree, 100);
  expect(address.length).toBeLessThanOrEqual(8192);
  expect(address).toMatch(/^…f+.*98 > f+99$/s);
});
