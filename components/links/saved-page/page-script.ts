import flamegraph from 'd3-flame-graph';
import { select } from 'd3-selection';
import type { GraphBox, SavedGraph } from '@/lib/download/saved-graph';
import { MATCH_FILL } from '@/lib/profile/graph/frame-colour';

const ROW_PX = 18;

/** The script of a saved page: draws its flame graphs, which can be zoomed and searched. */
for (const host of document.querySelectorAll<HTMLElement>('[data-graph]')) draw(host);

function draw(host: HTMLElement): void {
  const json = document.getElementById(host.dataset.graph ?? '')?.textContent;
  const figure = host.closest('figure');
  if (!json || !figure) return;
  const { root, rootOnTop }: Pick<SavedGraph, 'root' | 'rootOnTop'> = JSON.parse(json);
  const details = figure.querySelector<HTMLElement>('.details');
  const hint = details?.textContent ?? '';
  const chart = flamegraph<GraphBox>()
    .cellHeight(ROW_PX)
    .width(host.clientWidth)
    .inverted(rootOnTop)
    .sort(false)
    .transitionDuration(0)
    .setLabelHandler(({ data }) => data.facts)
    .setDetailsElement(details)
    .setDetailsHandler((text) => {
      if (details) details.textContent = text ?? hint;
    })
    .setColorMapper(({ data, highlight }) => (highlight ? MATCH_FILL : data.fill))
    .setSearchMatch(({ data }, term) => isMatch(data, term));
  chart(select(host).datum(root));
  addTools(figure, chart, root);
  let width = host.clientWidth;
  addEventListener('resize', () => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    chart.width(width).update();
  });
}

function addTools(figure: HTMLElement, chart: ReturnType<typeof flamegraph<GraphBox>>, root: GraphBox): void {
  const tools = figure.querySelector<HTMLElement>('.tools');
  const field = tools?.querySelector('input');
  const status = tools?.querySelector('[role=status]');
  if (!tools || !field || !status) return;
  tools.hidden = false;
  // Ours counts what a zoom hides, too.
  chart.setSearchHandler(() => undefined);
  field.addEventListener('input', () => {
    const term = field.value.trim();
    if (term === '') chart.clear();
    else chart.search(term);
    status.textContent = term === '' ? '' : foundText(root, term);
  });
  tools.querySelector('button')?.addEventListener('click', () => {
    field.value = '';
    status.textContent = '';
    chart.clear();
    chart.resetZoom();
  });
}

const isMatch = ({ name }: GraphBox, term: string) => name.toLowerCase().includes(term.toLowerCase());

/** The sum of the boxes that match, each counted once. */
function matchedValue(box: GraphBox, term: string): number {
  if (isMatch(box, term)) return box.value;
  return box.children.reduce((sum, child) => sum + matchedValue(child, term), 0);
}

const foundText = (root: GraphBox, term: string) =>
  `Matching boxes with their callees: ${((100 * matchedValue(root, term)) / root.value).toFixed(1)} % of the graph`;
