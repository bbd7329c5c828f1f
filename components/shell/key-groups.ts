import type { KeyedPart } from '@/components/panel/keyed-part';
import { PAGES } from './pages';

export type KeyLine = { keys: readonly string[]; does: string };
export type KeyGroup = { title: string; lines: readonly KeyLine[] };

const RANGE_KEYS: KeyGroup = {
  title: 'Time range',
  lines: [
    { keys: ['t'], does: 'Choose the time range' },
    { keys: ['[', '←'], does: 'Earlier range' },
    { keys: [']', '→'], does: 'Later range' },
    { keys: ['z'], does: 'Zoom out to twice the range' },
  ],
};

/** Keys of every page, with those of the range if it has one. `search` is what the page's search finds; undefined without one. */
export const commonKeys = (search: string | undefined, hasRange: boolean): KeyGroup[] => [
  ...(hasRange ? [RANGE_KEYS] : []),
  {
    title: 'Charts over time',
    lines: [
      { keys: ['drag'], does: 'Choose the range; Esc cancels' },
      { keys: ['x'], does: 'Crosshair: off, line, values' },
      { keys: ['l', 'Shift click'], does: 'Lock or release the crosshair' },
      { keys: ['Esc'], does: 'Release the crosshair' },
    ],
  },
  {
    title: 'This page',
    lines: [
      ...(search ? [{ keys: ['/'], does: search }] : []),
      { keys: ['r'], does: 'Refresh' },
      { keys: ['?'], does: 'Show these shortcuts' },
    ],
  },
  { title: 'Go to', lines: PAGES.map(({ key, label }) => ({ keys: ['g', key], does: label })) },
];

/** Keys of the parts of pages, for when they have the focus. */
export const PART_KEYS: Record<KeyedPart, KeyGroup> = {
  graph: {
    title: 'Flame graph',
    lines: [
      { keys: ['←', '→', '↑', '↓'], does: 'Next frame' },
      { keys: ['Home'], does: 'First frame' },
      { keys: ['Enter'], does: 'Zoom to the frame, or list a block' },
      { keys: ['Esc'], does: 'Show the whole profile' },
      { keys: ['M'], does: 'Open the frame’s menu' },
      { keys: ['I'], does: 'Inspect the function' },
      { keys: ['H'], does: 'Hide the function' },
      { keys: ['O'], does: 'Collapse the function, so that its callees count as self' },
      { keys: ['F'], does: 'Find the function everywhere' },
      { keys: ['C', 'S'], does: 'Copy the name, the stack' },
      { keys: ['N', 'Shift N'], does: 'Next and previous match' },
    ],
  },
  tree: {
    title: 'Frames as a tree',
    lines: [
      { keys: ['↑', '↓'], does: 'Previous and next row' },
      { keys: ['→', '←'], does: 'Expand and collapse' },
      { keys: ['Home', 'End'], does: 'First and last row' },
      { keys: ['Enter'], does: 'Zoom to the frame' },
    ],
  },
  strip: {
    title: 'Profile strip',
    lines: [
      { keys: ['←', '→'], does: 'Previous and next profile' },
      { keys: ['Shift →'], does: 'Select more profiles' },
      { keys: ['Enter'], does: 'Show the selected profiles' },
      { keys: ['Esc'], does: 'Clear the selection' },
    ],
  },
  'frame search': {
    title: 'Search',
    lines: [
      { keys: ['Enter', 'Shift Enter'], does: 'Next and previous match' },
      { keys: ['Esc'], does: 'Clear the search' },
    ],
  },
  trend: { title: 'Share over time', lines: pointKeys('point') },
  'cost chart': {
    title: 'Cost chart',
    lines: [
      { keys: ['←', '→'], does: 'Previous and next bar' },
      { keys: ['↑', '↓'], does: 'Next group of a bar' },
      { keys: ['Home', 'End'], does: 'First and last bar' },
      { keys: ['Shift →'], does: 'Select more bars' },
      { keys: ['Enter'], does: 'Zoom to the bars, or show only the group' },
      { keys: ['Esc'], does: 'Clear the selection' },
    ],
  },
  curve: { title: 'Cost curve', lines: pointKeys('point') },
  'run timeline': {
    title: 'Run timeline',
    lines: [
      { keys: ['←', '→'], does: 'Previous and next run' },
      { keys: ['N', 'Shift N'], does: 'Next and previous failed run' },
      { keys: ['Home', 'End'], does: 'First and last run' },
      { keys: ['Enter'], does: 'Open the run' },
      { keys: ['+', '−', 'Ctrl wheel'], does: 'Zoom in and out within the range' },
      { keys: ['drag below'], does: 'Choose the visible part in the small picture' },
      { keys: ['Shift ←', 'Shift →'], does: 'Move the visible part' },
      { keys: ['Shift Enter'], does: 'Make the visible part the range' },
      { keys: ['0'], does: 'Show the whole range' },
    ],
  },
  run: {
    title: 'Open run',
    lines: [
      { keys: ['←', '→'], does: 'Previous and next run of the list' },
      { keys: ['N', 'Shift N'], does: 'Next and previous failed run of the list' },
      { keys: ['Home', 'End'], does: 'First and last run of the list' },
      { keys: ['Esc'], does: 'Close the run' },
    ],
  },
  lanes: {
    title: 'Time axis',
    lines: [
      { keys: ['←', '→'], does: 'Move the crosshair' },
      { keys: ['Home', 'End'], does: 'Start and end of the range' },
      { keys: ['Shift ←', 'Shift →'], does: 'Select a part' },
      { keys: ['Enter'], does: 'Make the selected part the range' },
      { keys: ['Esc'], does: 'Clear the selection' },
      { keys: ['n'], does: 'Add a note at the crosshair' },
    ],
  },
};

function pointKeys(point: string): KeyLine[] {
  return [
    { keys: ['←', '→'], does: `Previous and next ${point}` },
    { keys: ['Home', 'End'], does: `First and last ${point}` },
  ];
}
