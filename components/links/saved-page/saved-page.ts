import { type PanelPart, withPanelParts } from '@/components/download/panel-parts';
import { csvTable } from '@/lib/download/page/csv-table';
import { graphFigure } from '@/lib/download/page/graph-figure';
import { htmlPage, type PageScript } from '@/lib/download/page/html-page';
import { loadImages } from './image-picture';
import { staticHtml } from './static-html';
import { pictureHtml, svgPicture } from './svg-picture';

type Options = {
  title: string;
  facts: readonly string[];
  script: PageScript;
  scheme: 'light' | 'dark';
};

/**
 * What the present page shows as one page of HTML that opens without Triptych: its texts and tables, the panels as pictures, flame graphs
 * that can be zoomed, and the tables that panels can save. Rejects when a panel can't save what it shows.
 */
export const savedPage = ({ title, facts, script, scheme }: Options): Promise<string> =>
  withPanelParts(async (parts) => {
    const main = document.querySelector('main');
    if (!main) throw new Error('There is no page to save.');
    await loadImages(main);
    const panels = await savedPanels(parts);
    const contents = staticHtml(main, {
      picture: (svg) => pictureHtml(svgPicture(svg, scheme), labelOf(svg)),
      additions: (section) => panels.get(section)?.html ?? '',
      isLeftOut: (element) => element.matches(LEFT_OUT) || isSavedOtherwise(element, panels),
    });
    return htmlPage({ title, facts, contents, script, scheme });
  });

/** Its facts are in the header of the saved page. */
const LEFT_OUT = '[aria-label="Shared link"]';

/** What a panel saves itself, as HTML, and which of its pictures that replaces. */
type SavedPanel = { html: string; replaced: string | undefined };

async function savedPanels(parts: readonly PanelPart[]): Promise<ReadonlyMap<Element, SavedPanel>> {
  const panels = new Map<Element, SavedPanel>();
  let graphCount = 0;
  for (const part of parts) {
    const before = panels.get(part.panel);
    let html = '';
    let replaced = before?.replaced;
    if (part.kind === 'records') html = csvTable(part.label, await part.records());
    else if (part.kind === 'picture') {
      const svg = await part.svg();
      if (svg !== undefined) {
        html = pictureHtml(svg, part.label);
        replaced = 'svg';
      }
    } else {
      for (const graph of await part.graphs()) html += graphFigure(graph, `graph-${graphCount++}`);
      replaced = GRAPH;
    }
    panels.set(part.panel, { html: `${before?.html ?? ''}${html}`, replaced });
  }
  return panels;
}

/** A flame graph, and its legend. */
const GRAPH = '[data-root], [aria-label="Colours"]';

function isSavedOtherwise(element: Element, panels: ReadonlyMap<Element, SavedPanel>): boolean {
  const panel = element.closest('section');
  const replaced = panel && panels.get(panel)?.replaced;
  return replaced !== undefined && replaced !== null && element.matches(replaced);
}

/** What a picture shows. */
function labelOf(svg: Element): string {
  const labelled = svg.closest('[aria-label]');
  return labelled?.matches('section') ? '' : (labelled?.getAttribute('aria-label') ?? '');
}
