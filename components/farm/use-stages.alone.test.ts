import { createElement } from 'react';
import { expect, test } from 'vitest';
import type { ComparedCosts } from './use-stages';

/** As much of a document as React needs to draw nothing. */
function emptyRoot(): Element {
  const node = {
    addEventListener() {},
    removeEventListener() {},
    namespaceURI: 'http://www.w3.org/1999/xhtml',
  };
  const document = { ...node, nodeType: 9, nodeName: '#document', activeElement: null };
  Object.assign(globalThis, { window: globalThis, document, HTMLIFrameElement: class {} });
  return {
    ...node,
    nodeType: 1,
    nodeName: 'DIV',
    tagName: 'DIV',
    ownerDocument: document,
    textContent: '',
  } as never;
}

test('shows no costs beside a comparison of other costs, in no stage', async () => {
  const container = emptyRoot();
  const { createRoot } = await import('react-dom/client');
  const { useStages } = await import('./use-stages');
  const of = (name: string) => ({ shown: { name }, earlier: { name } }) as unknown as ComparedCosts;
  const [first, second] = [of('by queue'), of('by user')];
  const seen = new Set<string>();
  const nameOf = (value: unknown) => (value as { name: string }).name;
  await new Promise<void>((resolve) => {
    function Stages({ shown, earlier }: ComparedCosts) {
      const { inCharts, inSecondChart, below, last } = useStages(shown, earlier);
      for (const stage of [inCharts, inSecondChart, below])
        seen.add(`${nameOf(stage.shown)} / ${nameOf(stage.earlier)}`);
      if (below.earlier === second.earlier && last === second.shown) resolve();
      return null;
    }
    const root = createRoot(container);
    root.render(createElement(Stages, first));
    setTimeout(() => root.render(createElement(Stages, second)));
  });
  expect([...seen]).toEqual(['by queue / by queue', 'by user / by user']);
});
