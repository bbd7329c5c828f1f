import { describe, expect, it } from 'vitest';
import { importProfile } from './import-profile';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('folded stacks', () => {
  it('with the same path are merged, wherever they are in the file', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `main;f${i % 10};g${i % 3} ${1 + (i % 2)}`);
    const { tree: united } = importProfile(bytes(lines.join('\n')));
    expect(united.name.length).toBe(1 + 1 + 10 + 30);
    expect(united.total[0]?.[0]).toBe(1500);
  });

  it('can be unsorted and numerous', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `main;f${i % 200};g${i % 7};h${i % 3} 1`);
    const { tree: united } = importProfile(bytes(lines.join('\n')));
    expect([united.name.length, united.total[0]?.[0]]).toEqual([1 + 1 + 200 + 1400 + 4200, 60_000]);
  });

  it('are cut at the maximum depth, with a note', () => {
    const { tree: cut, notes } = importProfile(bytes(`${'a;'.repeat(10_001)}b 5\nc 1`));
    expect([cut.name.length, cut.total[0]?.[0]]).toEqual([10_002, 6]);
    expect(notes[0]).toMatch(/^1 stacks? .*10,000 frames/);
  });

  it.each([
    ['20', 20],
    ['20.', 20],
    ['20.5', 20.5],
    ['.5', 0.5],
    ['007', 7],
  ])('can have the count %s', (count, samples) => {
    expect(importProfile(bytes(`main;a ${count}`)).tree.total[0]?.[0]).toBe(samples);
  });

  it.each([
    ['# recorded with 99', 1],
    ['#', 1],
    ['#!/bin/perf 3', 1],
    ['// made by x 3', 1],
    ['#=zAbc 3', 4],
    ['#=zAbc;run 3', 4],
    ['//server/x;a 3', 4],
  ])('with the line %s have as many samples as there are in stacks', (line, samples) => {
    expect(importProfile(bytes(`${line}\nmain 1`)).tree.total[0]?.[0]).toBe(samples);
  });

  it('skip a few lines without a count, with a note', () => {
    const { tree, notes } = importProfile(bytes('main;a 3\nKilled\nmain;b 5\nmain;c 2\nmain;d'));
    expect(tree.total[0]?.[0]).toBe(10);
    expect(notes).toEqual(['2 lines were skipped: line 2 has no count at the end: "Killed".']);
  });

  it.each([
    ['not all do', 'main;worker 1 5\nmain;a 1', ['main', 'worker 1', 'a']],
    ['a stack would occur twice', 'thread 1 5\nthread 2 7\nthread 3 9', ['thread 1', 'thread 2', 'thread 3']],
    ['they would call each other equally', 'main;io 1 5\nmain;io 2 7', ['main', 'io 1', 'io 2']],
    ['nothing is a stack of calls', 'stage 1 10\nstep 2 5', ['stage 1', 'step 2']],
    ['there is only one line', 'main;worker 1 5', ['main', 'worker 1']],
  ])('keep names that end in a number when %s', (_when, text, names) => {
    const { tree, notes } = importProfile(bytes(text));
    expect([tree.names.slice(1), notes]).toEqual([names, []]);
  });

  it.each([
    ['stacks of calls', 'main;a 10 20\nmain;b 5 1', 21],
    ['a function that is gone', 'a 10 20\nb 5 0', 20],
  ])('are the second counts of a difference with %s', (_what, text, samples) => {
    const { tree, notes } = importProfile(bytes(text));
    expect([tree.total[0]?.[0], notes[0]]).toEqual([samples, expect.stringContaining('difffolded.pl')]);
  });

  it('are parsed in linear time', () => {
    const file = bytes(`main${' '.repeat(200_000)}x${' '.repeat(200_000)}y 1`);
    expect(importProfile(file).tree.total[0]?.[0]).toBe(1);
  });
});
