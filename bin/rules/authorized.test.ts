import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkAccess, PUBLIC_ROUTES, type RouteNeed } from './authorized';
import { sourceFiles } from './imports';

const FILES = sourceFiles()
  .map(({ file }) => file)
  .filter((file) => file.startsWith('app/'));

const CHECKED = FILES.map((file) => checkAccess(file, readFileSync(file, 'utf8')));

it('finds no page or route of the repository that does not authorize before anything else', () => {
  expect(CHECKED.flatMap(({ problems }) => problems)).toEqual([]);
});

it('finds all pages and routes', () => {
  const routes = new Set(CHECKED.flatMap(({ needs }) => needs.map(({ file }) => file)));
  expect([...routes].sort()).toEqual(FILES.filter((file) => file.endsWith('/route.ts')).sort());
  expect(FILES.filter((file) => file.endsWith('page.tsx')).length).toBeGreaterThan(9);
});

it('lets everybody call no other routes than those of the sign-in and of what watches the server', () => {
  const files = needsWhere(({ need }) => need === 'nothing').map(({ file }) => file);
  expect(files.sort()).toEqual(PUBLIC_ROUTES);
});

it('lets programs with a token call no route that changes something', () => {
  const needs = needsWhere(({ need }) => need === 'keepLinks');
  expect(needs.map(({ file, method }) => `${method} ${file.slice(8, -9)}`).sort()).toEqual([
    'DELETE links/[id]',
    'PATCH links/[id]',
    'POST links',
  ]);
});

it('lets only operators call routes that change what others see, or that tell who people are', () => {
  const needs = needsWhere(({ need }) => !['view', 'nothing', 'keepLinks'].includes(need));
  expect(needs.map(({ file, method, need }) => `${method} ${file.slice(8, -9)}: ${need}`).sort()).toEqual([
    'DELETE notes/[id]: writeNotes',
    'DELETE tokens/[id]: manageTokens',
    'GET tokens: manageTokens',
    'GET users: seeUsers',
    'POST canaries/[name]/dry-runs: startDryRuns',
    'POST notes: writeNotes',
    'POST opened-bundles: addFiles',
    'POST pushed-files: addFiles',
    'POST tokens: manageTokens',
    'PUT notes/[id]: writeNotes',
  ]);
});

const needsWhere = (matches: (need: RouteNeed) => boolean) =>
  CHECKED.flatMap(({ needs }) => needs).filter(matches);

const ROUTE = "import { route } from '@/lib/server/http/respond';";
const PAGE = "import { pageUser } from '../page-user'; import { listFarms } from '@/lib/server/list-farms';";

it.each([
  ['app/x/page.tsx', `${PAGE} export default async function X() { await pageUser(); return null; }`],
  ['app/x/page.tsx', `${PAGE} export default async function X() { const user = await pageUser(); }`],
  [
    'app/x/page.tsx',
    `${PAGE} export async function generateMetadata({ params }) { return { title: (await params).id }; }
     export default async function X() { await pageUser(); }`,
  ],
  ['app/api/x/route.ts', `${ROUTE} export const GET = route({ need: 'view', answer });`],
  [
    'app/api/x/route.ts',
    `${ROUTE} export const POST = route({ need: 'view' }); export { refuseMethod as GET };`,
  ],
  ['app/not-found.tsx', "import { N } from '@/components/n'; export default N;"],
  ['app/x/view.tsx', "'use client'; export const X = 1;"],
])('accepts %s: %s', (file, text) => expect(checkAccess(file, text).problems).toEqual([]));

it.each([
  ['app/x/page.tsx', `${PAGE} export default async function X() { await listFarms(); await pageUser(); }`],
  ['app/x/page.tsx', `${PAGE} export default async function X() { pageUser(); }`],
  ['app/x/page.tsx', `${PAGE} export default function X() { return null; }`],
  ['app/x/page.tsx', `${PAGE} const X = async () => { await pageUser(); }; export default X;`],
  [
    'app/x/page.tsx',
    'const pageUser = async () => 1; export default async function X() { await pageUser(); }',
  ],
  [
    'app/x/page.tsx',
    `${PAGE} export async function generateMetadata() { return { title: await listFarms() }; }
     export default async function X() { await pageUser(); }`,
  ],
  ['app/api/x/route.ts', `${ROUTE} export const GET = route({ answer });`],
  ['app/api/x/route.ts', `${ROUTE} export const GET = route({ answer, need: 'view' });`],
  ['app/api/x/route.ts', `${ROUTE} export const GET = route({ need: 'nothing', answer });`],
  ['app/api/x/route.ts', `${ROUTE} export const GET = route({ need: whoever, answer });`],
  ['app/api/x/route.ts', "const route = (x) => x; export const GET = route({ need: 'view' });"],
  ['app/api/x/route.ts', 'export async function GET() { return new Response(); }'],
  ['app/api/x/route.ts', "export { GET } from '../y/route';"],
  ['app/api/x/route.ts', "export * from '../y/route';"],
  ['app/layout.tsx', "import { listFarms } from '@/lib/server/list-farms'; export default listFarms;"],
  ['app/sitemap.ts', 'export default () => [];'],
  ['app/x/actions.ts', "'use server'; export const x = async () => 1;"],
])('refuses %s: %s', (file, text) => expect(checkAccess(file, text).problems).toHaveLength(1));
