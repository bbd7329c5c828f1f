/** A part of a page that has keys of its own while it has the focus. */
export type KeyedPart =
  | 'graph'
  | 'tree'
  | 'strip'
  | 'frame search'
  | 'trend'
  | 'cost chart'
  | 'curve'
  | 'run timeline'
  | 'run'
  | 'lanes';

/** Marks the element of a part: the list of keyboard shortcuts shows its keys while it is on the page. */
export const keyedPart = (part: KeyedPart) => ({ 'data-keyed-part': part });

/** The marked parts of the page, in their order. */
export const keyedPartsOnPage = (): KeyedPart[] => [
  ...new Set(
    [...document.querySelectorAll<HTMLElement>('[data-keyed-part]')].map(
      ({ dataset }) => dataset.keyedPart as KeyedPart,
    ),
  ),
];
