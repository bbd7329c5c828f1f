import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** A source file: what it imports, types included, as written, and whether it uses the global Buffer. */
export type SourceFile = { file: string; specifiers: string[]; usesBuffer: boolean };

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '.d.ts'];

/** Every source file that git knows or would add, relative to the current folder. */
export function sourceFiles(): SourceFile[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'];
  const files = execFileSync('git', args, { encoding: 'utf8' }).split('\n');
  return files.filter((file) => file !== '' && existsSync(file)).map((file) => readSource(file));
}

function readSource(file: string): SourceFile {
  return { file, ...importsOf(file, readFileSync(file, 'utf8')) };
}

/** What a file's text imports, also by `import()`, in types, and as a worker's `new URL('./x', import.meta.url)`. */
export function importsOf(file: string, text: string): Omit<SourceFile, 'file'> {
  const specifiers: string[] = [];
  let usesBuffer = false;
  const add = (source: unknown) => {
    if (isText(source)) specifiers.push(source.value);
  };
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    NewExpression: ({ callee, arguments: [url, base] }) => {
      if (callee.type === 'Identifier' && callee.name === 'URL' && base?.type === 'MemberExpression')
        add(url);
    },
    Identifier: ({ name }) => {
      usesBuffer ||= name === 'Buffer';
    },
  }).visit(program);
  return { specifiers, usesBuffer };
}

function isText(node: unknown): node is { value: string } {
  return typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
}

/** The path of a file of ours that a specifier names, whether it exists or not; undefined for packages. */
export function pathOf(specifier: string, importer: string): string | undefined {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return undefined;
  return normalize(join(dirname(importer), specifier));
}

/** The file that a path without its ending stands for. */
export function resolved(path: string): string | undefined {
  return ENDINGS.map((ending) => path + ending).find((file) => existsSync(file) && statSync(file).isFile());
}
