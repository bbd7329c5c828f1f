import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { callTree } from '@/lib/profile/testing/text';
import { functionKey } from '@/lib/profile/tree/path-key';
import type { ViewChoice } from '@/lib/profile/view/choice';
import { IndexedTree } from '@/lib/profile/view/indexed-tree';
import { profileView } from '@/lib/profile/view/profile-view';
import { VIEW_FORMAT } from './view-format';

const tree = callTree(`
  com.acme.Server:handle RUNNABLE=2
    com.acme.Cart:total RUNNABLE=1
      java.util.HashMap:get RUNNABLE=400 BLOCKED=3
    com.acme.Cart:price WAITING=7
      com.acme.Cart:total RUNNABLE=90
`);

const CHOICES: ViewChoice[] = [
  { width: 1600 },
  { width: 200, data: 'all' },
  { width: 1600, view: 'hotspots' },
  { width: 1600, view: 'inspect', inspected: functionKey('com.acme.Cart:total') },
  { width: 1600, mine: ['com.acme.'] },
];

it('identifies the views of this release', () => {
  const views = CHOICES.map((choice) => profileView(new IndexedTree(tree), choice));
  const format = createHash('sha256').update(JSON.stringify(views)).digest('hex').slice(0, 16);
  expect(VIEW_FORMAT, 'Views have changed: set VIEW_FORMAT to the expected value.').toBe(format);
});
