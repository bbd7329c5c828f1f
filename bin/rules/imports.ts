import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import {
  type Argument,
  type ExportSpecifier,
  type Expression,
  type ImportDeclarationSpecifier,
  parseSync,
  Visitor,
} from 'oxc-parser';

/** A source file and what it imports. */
export type SourceFile = {
  file: string;
  /** All that it imports, types included, as written. */
  specifiers: string[];
  /** Those of `specifiers` that remain when the types are gone. */
  values: string[];
  /** Whether the global Buffer occurs. */
  usesBuffer: boolean;
  /** Whether an `import()` has something other than a literal. */
  hasComputedImport: boolean;
  /** Whether it starts with 'use client'. */
  isClient: boolean;
};

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** Every source file that git knows or would add, relative to the folder. */
export function sourceFiles(folder = '.'): SourceFile[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', [...args, ...ENDINGS.map((ending) => `*${ending}`)], {
    cwd: folder,
    encoding: 'utf8',
  });
  const files = names.split('\0').filter((file) => file !== '' && existsSync(join(folder, file)));
  return files.map((file) => importsOf(file, readFileSync(join(folder, file), 'utf8')));
}

/** Imports in a file's text, also by `import()`, `require`, in types, and as a worker's `new URL('./x', import.meta.url)`. */
export function importsOf(file: string, text: string): SourceFile {
  const specifiers: string[] = [];
  const values: string[] = [];
  let usesBuffer = false;
  let hasComputedImport = false;
  const add = (source: Node, isType = false) => {
    const specifier = textOf(source);
    if (specifier === undefined) return;
    specifiers.push(specifier);
    if (!isType) values.push(specifier);
  };
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  new Visitor({
    ImportDeclaration: ({ source, importKind, specifiers }) =>
      add(source, importKind === 'type' || areTypes(specifiers)),
    ExportNamedDeclaration: ({ source, exportKind, specifiers }) =>
      add(source, exportKind === 'type' || areTypes(specifiers)),
    ExportAllDeclaration: ({ source, exportKind }) => add(source, exportKind === 'type'),
    ImportExpression: ({ source }) => {
      add(source);
      hasComputedImport ||= textOf(source) === undefined;
    },
    TSImportType: ({ source }) => add(source, true),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: ({ callee, arguments: [source] }) => {
      if (isRequire(callee)) add(source);
    },
    NewExpression: ({ callee, arguments: [url, base] }) => {
      if (isNamed(callee, 'URL') && isMemberOfMeta(base, 'url')) add(url);
    },
    Identifier: ({ name }) => {
      usesBuffer ||= name === 'Buffer';
    },
  }).visit(program);
  const isClient = program.body.some((node) => 'directive' in node && node.directive === 'use client');
  return { file, specifiers, values, usesBuffer, hasComputedImport, isClient };
}

type Node = Expression | Argument | null | undefined;

/** The text of a string literal, or of a template without expressions. */
function textOf(node: Node): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** Whether each name of an import or export is marked as a type. */
const areTypes = (names: readonly (ImportDeclarationSpecifier | ExportSpecifier)[]) =>
  names.length > 0 &&
  names.every(
    (name) => ('importKind' in name ? name.importKind : 'exportKind' in name && name.exportKind) === 'type',
  );

/** `require`, `createRequire(…)`, `resolve` of either, or `import.meta.resolve`. */
function isRequire(callee: Node): boolean {
  if (isNamed(callee, 'require')) return true;
  if (callee?.type === 'CallExpression') return isNamed(callee.callee, 'createRequire');
  if (callee?.type !== 'MemberExpression' || !isNamed(callee.property, 'resolve')) return false;
  return isRequire(callee.object) || isMemberOfMeta(callee, 'resolve');
}

const isNamed = (node: { type: string } | null | undefined, name: string) =>
  node?.type === 'Identifier' && 'name' in node && node.name === name;

const isMemberOfMeta = (node: Node, name: string) =>
  node?.type === 'MemberExpression' && node.object.type === 'MetaProperty' && isNamed(node.property, name);

/** The path of a file of ours that a specifier names, whether it exists or not; undefined for packages. */
export function pathOf(specifier: string, importer: string): string | undefined {
  if (specifier.startsWith('@/')) return normalize(specifier.slice(2));
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return undefined;
  return normalize(join(dirname(importer), specifier));
}

/** The file that a path without its ending, or of a folder with an index, stands for. */
export function resolved(path: string): string | undefined {
  const endings = ['', ...ENDINGS, '.d.ts', ...ENDINGS.map((ending) => `/index${ending}`)];
  return endings.map((ending) => path + ending).find((file) => existsSync(file) && statSync(file).isFile());
}
