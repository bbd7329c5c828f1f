'use client';

import { Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { frameText } from '@/lib/profile/tree/frame-text';
import { formatCount } from '../frame-text/format-samples';
import { ROOT_LABEL } from '../frame-text/frame-facts';
import type { Picture } from '../graph/picture';
import { HintedText } from '../settings/hint';
import classes from './frame-tree.module.css';
import { MAX_ROWS, treeRows } from './tree-rows';

/** A column of the tree. */
export type TreeColumn = { title: string; hint?: string; of(node: number): string };

export type FrameTreeProps = {
  picture: Picture;
  columns: readonly TreeColumn[];
  label?: string;
  onFocus(node: number): void;
};

const MAX_NAME_LENGTH = 300;

/** The graph as text: a tree of rows, expanded and collapsed by the arrow keys. */
export function FrameTree({ picture, columns, label = 'Frames as a tree', onFocus }: FrameTreeProps) {
  const { tree, samples, focus } = picture;
  const initial = { tree, focus, opened: new Set([focus]) as ReadonlySet<number>, current: focus };
  const [state, setState] = useState(initial);
  // Nodes belong to one tree.
  const isOfTree = state.tree === tree && state.focus === focus;
  if (!isOfTree) setState(initial);
  const { opened, current } = isOfTree ? state : initial;
  const ref = useRef<HTMLTableElement>(null);
  const movesFocusRef = useRef(false);
  const { rows, isTruncated } = useMemo(
    () => treeRows(tree, samples.total, focus, opened),
    [tree, samples, focus, opened],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves with the current row
  useEffect(() => {
    if (movesFocusRef.current) ref.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
    movesFocusRef.current = false;
  }, [current]);

  const setOpen = (node: number, isOpen: boolean) => {
    const next = new Set(opened);
    if (isOpen) next.add(node);
    else next.delete(node);
    setState({ tree, focus, opened: next, current });
  };
  const moveTo = (node: number | undefined) => {
    if (node === undefined) return;
    movesFocusRef.current = true;
    setState({ tree, focus, opened, current: node });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = rows.findIndex(({ node }) => node === current);
    const row = rows[place];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
        moveTo(rows[place + 1]?.node);
        break;
      case 'ArrowUp':
        moveTo(rows[place - 1]?.node);
        break;
      case 'Home':
        moveTo(rows[0]?.node);
        break;
      case 'End':
        moveTo(rows.at(-1)?.node);
        break;
      case 'ArrowRight':
        if (row.isOpen === false) setOpen(row.node, true);
        else if (row.isOpen) moveTo(rows[place + 1]?.node);
        break;
      case 'ArrowLeft':
        if (row.isOpen) setOpen(row.node, false);
        else if (row.node !== focus) moveTo(tree.parent[row.node]);
        break;
      case 'Enter':
        onFocus(row.node);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const nameOf = (node: number) =>
    node === 0 ? ROOT_LABEL : frameText(tree.names[tree.name[node] ?? 0] ?? '');

  return (
    <div className={classes.scroll}>
      <table
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree grid is a table with expandable rows
        role="treegrid"
        aria-label={label}
        {...keyedPart('tree')}
        className={classes.tree}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th>Frame</th>
            {columns.map(({ title, hint }) => (
              <th key={title}>{hint ? <HintedText text={hint}>{title}</HintedText> : title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, level, position, siblingCount, isOpen }) => (
            <tr
              key={node}
              aria-level={level}
              aria-posinset={position}
              aria-setsize={siblingCount}
              aria-expanded={isOpen}
              tabIndex={node === current ? 0 : -1}
              onFocus={() => setState({ tree, focus, opened, current: node })}
            >
              <td style={{ paddingLeft: Math.min(level, 40) * 14 }}>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-hidden
                  className={classes.toggle}
                  onClick={() => isOpen !== undefined && setOpen(node, !isOpen)}
                >
                  {isOpen === undefined ? '·' : isOpen ? '▾' : '▸'}
                </button>
                {nameOf(node).slice(0, MAX_NAME_LENGTH)}
              </td>
              {columns.map((column) => (
                <td key={column.title}>{column.of(node)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isTruncated && (
        <Text size="xs" c="dimmed" mt={4}>
          Only the first {formatCount(MAX_ROWS)} rows are shown. Close some, or press Enter to zoom into a
          frame.
        </Text>
      )}
    </div>
  );
}
