import { Portal } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CallTree } from '@/lib/profile/call-tree';
import classes from './flame-tooltip.module.css';
import { formatCount, formatShare } from './format-samples';
import { frameFacts } from './frame-facts';

type FlameTooltipProps = {
  tree: CallTree;
  states: readonly string[];
  focus: number;
  node: number;
  /** In the window, pixels. */
  at: { x: number; y: number };
};

const GAP = 14;
const LONGEST_NAME = 400;

/** What is known of the frame under the pointer or chosen by keys. */
export function FlameTooltip({ tree, states, focus, node, at }: FlameTooltipProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 320, height: 140 });
  const facts = frameFacts(tree, states, node);
  const all = frameFacts(tree, states, 0).total;
  const focused = frameFacts(tree, states, focus);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another frame has another size
  useLayoutEffect(() => {
    const box = ref.current?.getBoundingClientRect();
    if (box) setSize({ width: box.width, height: box.height });
  }, [node]);

  return (
    <Portal>
      <div ref={ref} className={classes.tooltip} style={placeBeside(at, size)} aria-hidden>
        <div className={classes.name}>{shorten(facts.name)}</div>
        {facts.place && <div className={classes.place}>{shorten(facts.place)}</div>}
        <table className={classes.counts}>
          <thead>
            <tr>
              <td />
              <th>samples</th>
              <th>of all</th>
              {focus !== 0 && <th>of {shorten(focused.label, 24)}</th>}
            </tr>
          </thead>
          <tbody>
            {(['total', 'self'] as const).map((kind) => (
              <tr key={kind}>
                <th>{kind}</th>
                <td>{formatCount(facts[kind])}</td>
                <td>{formatShare(facts[kind] / all)}</td>
                {focus !== 0 && <td>{formatShare(facts[kind] / focused.total)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        {facts.byState.length > 1 && (
          <ul className={classes.states}>
            {facts.byState.map(({ state, total }) => (
              <li key={state}>
                <span>{state}</span> {formatShare(total / facts.total)}
              </li>
            ))}
          </ul>
        )}
        {facts.leftOut >= 0.5 && (
          <div className={classes.place}>{formatCount(facts.leftOut)} in frames too narrow to show</div>
        )}
      </div>
    </Portal>
  );
}

const shorten = (text: string, longest = LONGEST_NAME) =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

function placeBeside(at: { x: number; y: number }, size: { width: number; height: number }) {
  const fitsBelow = at.y + GAP + size.height < window.innerHeight;
  const left = Math.min(at.x + GAP, window.innerWidth - size.width - 8);
  return {
    left: Math.max(8, left),
    top: fitsBelow ? at.y + GAP : Math.max(8, at.y - GAP - size.height),
  };
}
