import {
  type Declaration,
  type Expression,
  type FunctionBody,
  type Program,
  parseSync,
  Visitor,
} from 'oxc-parser';

/** Routes that everybody may call: how people sign in and out, and what watches the server and has no data. Metrics take a token of their own. */
export const PUBLIC_ROUTES = [
  'app/api/sign-out/route.ts',
  'app/healthz/route.ts',
  'app/metrics/route.ts',
  'app/readyz/route.ts',
  'app/sign-in/callback/route.ts',
  'app/sign-in/route.ts',
  'app/signed-out/route.ts',
];

/** Files beside pages that Next renders for everybody. What they show must be no secret. */
const FRAMES = ['layout.tsx', 'not-found.tsx', 'error.tsx', 'global-error.tsx'];

/** Names that Next gives a meaning, and that show something or answer requests. */
const SPECIAL =
  /\/(page|route|layout|template|default|loading|not-found|error|global-error|forbidden|unauthorized|sitemap|robots|manifest|opengraph-image|twitter-image|icon|apple-icon)\.(tsx?|jsx?)$/;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A method of a route, and who may call it. */
export type RouteNeed = { file: string; method: string; need: string };

export type Checked = { problems: string[]; needs: RouteNeed[] };

/** What is wrong with a file in `app`: a page or route that doesn't authorize before anything else, or a frame that shows more than a page. */
export function checkAccess(file: string, text: string): Checked {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const problem = (sentence: string): Checked => ({ problems: [`${file}: ${sentence}`], needs: [] });
  const directives = program.body.flatMap((node) => ('directive' in node ? [node.directive] : []));
  if (directives.includes('use server'))
    return problem('server actions are requests that nothing authorizes');
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (!SPECIAL.test(`/${file}`)) return { problems: [], needs: [] };
  if (name === 'page.tsx') return { problems: pageProblems(file, program), needs: [] };
  if (name === 'route.ts') return checkRoute(file, program);
  if (!FRAMES.includes(name)) return problem(`nothing authorizes a ${name}`);
  const seen = [...serverNames(program).values()].filter((from) => from !== '@/lib/server/clock');
  return seen.length > 0
    ? problem(`everybody sees it, so it may not use ${seen[0]}`)
    : { problems: [], needs: [] };
}

function pageProblems(file: string, program: Program): string[] {
  const problems: string[] = [];
  const page = program.body.find((node) => node.type === 'ExportDefaultDeclaration')?.declaration;
  const isRight =
    page?.type === 'FunctionDeclaration' && page.async && page.body && beginsWithUser(page.body);
  const isOurs = importedFrom(program, 'pageUser')?.endsWith('/page-user');
  if (!isRight || !isOurs) problems.push(`${file}: the page must begin with await pageUser()`);
  const ofServer = serverNames(program);
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) continue;
    for (const used of identifiersIn(node.declaration))
      if (ofServer.has(used))
        problems.push(
          `${file}: what is exported beside the page is for everybody, so it may not use ${used}`,
        );
  }
  return problems;
}

/** Whether the first statement is `await pageUser()`, whose value may be kept. */
function beginsWithUser({ body: [first] }: FunctionBody): boolean {
  if (first?.type === 'ExpressionStatement') return isCallOfUser(first.expression);
  return first?.type === 'VariableDeclaration' && isCallOfUser(first.declarations[0]?.init);
}

const isCallOfUser = (node: Expression | null | undefined) =>
  node?.type === 'AwaitExpression' &&
  node.argument.type === 'CallExpression' &&
  node.argument.callee.type === 'Identifier' &&
  node.argument.callee.name === 'pageUser';

function checkRoute(file: string, program: Program): Checked {
  const checked: Checked = { problems: [], needs: [] };
  const isPublic = PUBLIC_ROUTES.includes(file);
  const add = (method: string, need: string | undefined) => {
    if (!METHODS.includes(method)) return;
    if (need === undefined || (need === 'nothing' && !isPublic))
      checked.problems.push(`${file}: ${method} must be route({ need: … }) with who may call it`);
    else checked.needs.push({ file, method, need });
  };
  for (const node of program.body) {
    if (node.type === 'ExportAllDeclaration') add('GET', undefined);
    if (node.type !== 'ExportNamedDeclaration') continue;
    for (const { local, exported } of node.specifiers)
      if (nameIn(local) !== 'refuseMethod') add(nameIn(exported), undefined);
    if (node.declaration?.type === 'FunctionDeclaration')
      add(node.declaration.id?.name ?? '', isPublic ? 'nothing' : undefined);
    if (node.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node.declaration.declarations)
      add(nameIn(id), isPublic && needIn(init) === undefined ? 'nothing' : needIn(init));
  }
  const isOurs = importedFrom(program, 'route') === '@/lib/server/http/respond';
  if (checked.needs.length > 0 && !isOurs && !isPublic)
    checked.problems.push(`${file}: route must be the one of lib/server/http/respond`);
  return checked;
}

/** The need in `route({ need: 'view', … })`, which has to be its first property. */
function needIn(node: Expression | null | undefined): string | undefined {
  if (node?.type !== 'CallExpression' || nameIn(node.callee) !== 'route') return undefined;
  const [options] = node.arguments;
  const first = options?.type === 'ObjectExpression' ? options.properties[0] : undefined;
  if (first?.type !== 'Property' || nameIn(first.key) !== 'need') return undefined;
  return first.value.type === 'Literal' && typeof first.value.value === 'string'
    ? first.value.value
    : undefined;
}

const nameIn = (node: { type: string }): string => ('name' in node ? String(node.name) : '');

const importsIn = (program: Program) =>
  program.body.flatMap((node) =>
    node.type === 'ImportDeclaration'
      ? node.specifiers.map(({ local }) => ({ name: local.name, from: node.source.value }))
      : [],
  );

const importedFrom = (program: Program, name: string) =>
  importsIn(program).find((each) => each.name === name)?.from;

/** The names that a file imports from the server’s code, each with where it comes from. */
const serverNames = (program: Program): Map<string, string> =>
  new Map(
    importsIn(program)
      .filter(({ from }) => from.startsWith('@/lib/server/'))
      .map(({ name, from }) => [name, from]),
  );

function identifiersIn(declaration: Declaration): Set<string> {
  const names = new Set<string>();
  new Visitor({ Identifier: ({ name }) => void names.add(name) }).visit({
    type: 'Program',
    body: [declaration],
  } as unknown as Program);
  return names;
}
