import type { Figure } from '../figure';
import type { Measured } from './measured';

/** The figures of all measurements, with the limits for 1,000,000 nodes. */
export function profileFigures(measured: Measured): Figure[] {
  const { nodes, large, small, speedscope, plainMs, afterRestart, server } = measured;
  const { opening, zoom, search } = large;
  const figures: (Figure | undefined)[] = [
    figure('speedscope, navigation to painted', speedscope?.opened, Number.NaN, 'ms'),
    figure('speedscope, zoom to painted', speedscope?.zoomed, Number.NaN, 'ms'),
    figure('speedscope, search to painted', speedscope?.searched, Number.NaN, 'ms'),
    figure('plain d3-flame-graph, navigation to painted', plainMs, Number.NaN, 'ms'),
    ...times('navigation to painted, cold', opening?.cold.painted, speedscope?.opened, 0.14),
    ...times('navigation to painted, warm', opening?.warm.painted, speedscope?.opened, 0.065),
    ...times('navigation to interactive, cold', opening?.cold.live, speedscope?.opened, 0.17),
    ...times('navigation to interactive, warm', opening?.warm.live, speedscope?.opened, 0.11),
    ratio(
      'navigation from the archive after a restart, ratio to warm',
      afterRestart,
      opening?.warm.painted,
      1.3,
    ),
    ...times('zoom to painted, after hovering', zoom?.afterHovering, speedscope?.zoomed, 0.45),
    ...times('zoom to painted, without hovering', zoom?.direct, speedscope?.zoomed, 0.8),
    ...times('search to painted', search?.painted, speedscope?.searched, 0.08),
    figure('the same in an empty page', search?.floor, Number.NaN, 'ms'),
    figure('search, until the share is shown', search?.counted, 250, 'ms'),
    figure('JavaScript heap', opening && opening.cold.heap / 1e6, 15, 'MB'),
    figure('data to the browser, compressed', opening && opening.cold.bytes / 1000, 100, 'kB'),
    figure('longest block of the server’s event loop', server?.blocked.ranMs, 50, 'ms'),
    figure('the same, including waits for a processor', server?.blocked.elapsedMs, Number.NaN, 'ms'),
    figure('memory of the server per node', opening && opening.memoryGrowth / nodes, 80, 'bytes'),
    ratio(
      'warm, ratio of the most to the fewest nodes',
      opening?.warm.painted,
      small?.opening?.warm.painted,
      1.5,
    ),
    ratio('zoom, ratio of the most to the fewest nodes', zoom?.direct, small?.zoom?.direct, 1.5),
  ];
  return figures.filter((measuredFigure) => measuredFigure !== undefined);
}

const figure = (name: string, value: number | undefined, limit: number, unit: string): Figure | undefined =>
  value === undefined ? undefined : { name, value, limit, unit };

const ratio = (name: string, value: number | undefined, base: number | undefined, limit: number) =>
  value === undefined || base === undefined ? undefined : figure(name, value / base, limit, '×');

/** A time, and its share of speedscope's. */
const times = (name: string, value: number | undefined, peer: number | undefined, limit: number) => [
  figure(name, value, Number.NaN, 'ms'),
  ratio(`${name}, share of speedscope’s`, value, peer, limit),
];
