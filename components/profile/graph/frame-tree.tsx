'use client';

import { Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from './format-samples';
import { ROOT_LABEL } from './frame-facts';
import classes from './frame-tree.module.css';
import type { Picture } from './picture';
import { MOST_ROWS, treeRows } from './tree-rows';

/** What is told of each frame. */
export type TreeColumn = { title: string; of(node: number): string };

export type FrameTreeProps = {
  picture: Picture;
  columns: readonly TreeColumn[];
  /** Without one it is of the frames. */
  label?: string;
  onFocus(node: number): void;
};

const LONGEST_NAME = 300;

/** The graph in words: a tree of rows to be opened and closed, by arrow keys as in any tree. */
export function FrameTree({ picture, columns, label = 'Frames as a tree', onFocus }: FrameTreeProps) {
  const { tree, samples, focus } = picture;
  const start = { tree, focus, opened: new Set([focus]) as ReadonlySet<number>, current: focus };
  const [known, setKnown] = useState(start);
  // Nodes are those of one tree.
  const isKnown = known.tree === tree && known.focus === focus;
  if (!isKnown) setKnown(start);
  const { opened, current } = isKnown ? known : start;
  const ref = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  const { rows, more } = useMemo(
    () => treeRows(tree, samples.total, focus, opened),
    [tree, samples, focus, opened],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row of another node takes the focus
  useEffect(() => {
    if (wantsFocus.current) ref.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
    wantsFocus.current = false;
  }, [current]);

  const set = (node: number, isOpen: boolean) => {
    const next = new Set(opened);
    if (isOpen) next.add(node);
    else next.delete(node);
    setKnown({ tree, focus, opened: next, current });
  };
  const goTo = (node: number | undefined) => {
    if (node === undefined) return;
    wantsFocus.current = true;
    setKnown({ tree, focus, opened, current: node });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = rows.findIndex(({ node }) => node === current);
    const row = rows[place];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
        goTo(rows[place + 1]?.node);
        break;
      case 'ArrowUp':
        goTo(rows[place - 1]?.node);
        break;
      case 'Home':
        goTo(rows[0]?.node);
        break;
      case 'End':
        goTo(rows.at(-1)?.node);
        break;
      case 'ArrowRight':
        if (row.isOpen === false) set(row.node, true);
        else if (row.isOpen) goTo(rows[place + 1]?.node);
        break;
      case 'ArrowLeft':
        if (row.isOpen) set(row.node, false);
        else if (row.node !== focus) goTo(tree.parent[row.node]);
        break;
      case 'Enter':
        onFocus(row.node);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div className={classes.scroll}>
      <table
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree grid is a table of rows that open
        role="treegrid"
        aria-label={label}
        className={classes.tree}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th>Frame</th>
            {columns.map(({ title }) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, level, place, of, isOpen }) => (
            <tr
              key={node}
              aria-level={level}
              aria-posinset={place}
              aria-setsize={of}
              aria-expanded={isOpen}
              tabIndex={node === current ? 0 : -1}
              onFocus={() => setKnown({ tree, focus, opened, current: node })}
            >
              <td style={{ paddingLeft: Math.min(level, 40) * 14 }}>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-hidden
                  className={classes.toggle}
                  onClick={() => isOpen !== undefined && set(node, !isOpen)}
                >
                  {isOpen === undefined ? '·' : isOpen ? '▾' : '▸'}
                </button>
                {node === 0 ? ROOT_LABEL : (tree.names[tree.name[node] ?? 0] ?? '').slice(0, LONGEST_NAME)}
              </td>
              {columns.map((column) => (
                <td key={column.title}>{column.of(node)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <Text size="xs" c="dimmed" mt={4}>
          Only {formatCount(MOST_ROWS)} rows are shown: close some, or zoom into a frame by Enter.
        </Text>
      )}
    </div>
  );
}
