import type { SavedGraph } from '../saved-graph';
import { xmlText } from '../xml-text';
import { jsonElement } from './html-page';

/** A flame graph in a saved page, whose script draws it from the data beside it. `id` is its own in the page. */
export function graphFigure({ title, lines, legend, rootOnTop, root }: SavedGraph, id: string): string {
  const items = legend.map(({ fill, label }) => {
    const swatch =
      fill === undefined ? '' : `<span class="swatch" style="background:${xmlText(fill)}"></span>`;
    return `<span>${swatch}${xmlText(label)}</span>`;
  });
  return `<figure class="graph">
<figcaption>${[title, ...lines].map(xmlText).join('<br>')}</figcaption>
<div class="tools" hidden><input type="search" aria-label="Search frames" placeholder="Search frames"><button type="button">Show all</button><span role="status"></span></div>
<div class="graph-box" data-graph="${xmlText(id)}"></div>
<p class="details note">Click a frame to zoom into it.</p>
<noscript><p>The graph needs JavaScript, which this browser has turned off.</p></noscript>
<div class="legend">${items.join('')}</div>
${jsonElement(id, { rootOnTop, root })}
</figure>`;
}
