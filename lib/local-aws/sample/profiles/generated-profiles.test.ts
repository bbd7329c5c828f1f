import { describe, expect, it } from 'vitest';
import { mergeTrees } from '@/lib/profile/transform/merge';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { hash } from '../random';
import { checkoutService } from './checkout-service';
import { renderWorker } from './render-worker';
import { isIncident, isSlowRelease } from './rhythm';
import { Universe } from './universe';

const NOW = Date.parse('2026-11-24T14:30:00Z');
const at = (time: string) => Date.parse(`2026-11-18T${time}:00Z`);

describe.each([
  { plan: checkoutService, states: ['BLOCKED', 'IDLE', 'NATIVE', 'RUNNABLE', 'TIMED_WAITING', 'WAITING'] },
  { plan: renderWorker, states: ['WALL_TIME'] },
])('$plan.seed', ({ plan, states }) => {
  const universe = new Universe(plan);
  const tree = (from: number, length: number) => treeOf(universe, from, length);

  it('has the size of a real service', () => {
    const window = tree(at('09:00'), 5 * MINUTE);
    const day = tree(at('00:00'), DAY);
    expect(window.name.length).toBeGreaterThan(2_000);
    expect(window.name.length).toBeLessThan(4_500);
    expect(day.name.length).toBeGreaterThan(25_000);
    expect(day.name.length).toBeLessThan(35_000);
    expect(Math.max(...day.depth)).toBeLessThanOrEqual(60);
    expect([...day.states].sort()).toEqual(states);
  });

  it('has hours that are the sum of their windows', () => {
    const windows = Array.from({ length: 12 }, (_, i) => tree(at('13:00') + i * 5 * MINUTE, 5 * MINUTE));
    expect(contents(mergeTrees(windows))).toEqual(contents(tree(at('13:00'), HOUR)));
  });

  it('is the same each time and differs between windows', () => {
    const window = contents(tree(at('09:00'), 5 * MINUTE));
    expect(contents(treeOf(new Universe(plan), at('09:00'), 5 * MINUTE))).toEqual(window);
    expect(contents(tree(at('09:05'), 5 * MINUTE))).not.toEqual(window);
  });
});

describe('the checkout service', () => {
  const universe = new Universe(checkoutService);
  const hours = Array.from({ length: 14 * 24 }, (_, i) => NOW - (i + 1) * HOUR);
  const shareAt = (time: number, frame: string) => share(treeOf(universe, time, 30 * MINUTE), frame);

  it('spends more time on JSON for one hour on some days', () => {
    const costly = hours.filter((time) => isIncident(checkoutService.seed, time));
    expect(costly.length).toBeGreaterThan(0);
    expect(costly.length).toBeLessThan(10);
    const during = Math.floor((costly[0] ?? 0) / HOUR) * HOUR;
    const json = (time: number) => shareAt(time, 'ObjectMapper:writeValueAsString');
    expect(json(during)).toBeGreaterThan(2 * json(during - HOUR));
    expect(json(during)).toBeGreaterThan(2 * json(during + HOUR));
  });

  it('has a new hot function after a deploy, which the next deploy removes', () => {
    const deploys = hours.filter((time) => isSlowRelease(time) !== isSlowRelease(time - HOUR));
    expect(deploys).toHaveLength(2);
    const shares = deploys.flatMap((time) =>
      [time - 90 * MINUTE, time + 30 * MINUTE].map((instant) => [
        isSlowRelease(instant),
        shareAt(instant, 'CartService:recommend') > 0.02,
      ]),
    );
    expect(shares.filter(([slow, hot]) => slow === hot)).toHaveLength(4);
  });
});

function treeOf(universe: Universe, from: number, length: number): CallTree {
  const counts = universe.noCounts();
  universe.add(from, from + length, counts);
  return universe.treeOf(counts);
}

/** Frames with their samples by state, independent of the order of siblings. */
function contents(tree: CallTree): string[] {
  const path: number[] = [];
  return Array.from(tree.name, (name, node) => {
    path.push(node === 0 ? 0 : hash(`${path[tree.parent[node] ?? 0]}>${tree.names[name]}`));
    return `${path[node]} ${tree.states.map((state, i) => `${state}=${tree.self[i]?.[node]}`).sort()}`;
  }).sort();
}

/** Share of all samples with the frame in their stack; nested frames count once. */
function share(tree: CallTree, suffix: string): number {
  const sum = (node: number) => tree.total.reduce((total, column) => total + (column[node] ?? 0), 0);
  let found = 0;
  for (let node = 0; node < tree.name.length; node++) {
    if (!tree.names[tree.name[node] ?? 0]?.endsWith(suffix)) continue;
    found += sum(node);
    node = (tree.end[node] ?? node + 1) - 1;
  }
  return found / sum(0);
}
