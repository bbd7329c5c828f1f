import { distinctNames } from '../distinct-names';
import { isObject, lineOf } from '../json-shape';
import type { StackFrame } from '../stack-collector';
import { type Columns, columnsOf, firefox } from './columns';
import type { FirefoxThread } from './threads';

/** A location of JavaScript as Firefox itself writes it: `render (https://shop.example/app.js:12:5)`. */
const JS_LOCATION = /^(.*) \(([^()]+?):(\d{1,9})(?::\d{1,9})?\)$/;
const ADDRESS = /^0x[0-9a-f]+$/i;

type Strings = (index: unknown, where: string) => string;

/** The frames of a thread, by their index in the frame table. */
export function framesOf(thread: FirefoxThread): StackFrame[] {
  const { at, value, shared } = thread;
  const frames = columnsOf(value.frameTable ?? shared.frameTable, `${at}.frameTable`);
  const strings = stringsOf(thread);
  const funcs = value.funcTable ?? shared.funcTable;
  const named = funcs === undefined ? fromLocations(frames, strings, at) : fromFuncs(frames, thread, strings);
  return distinctNames(named);
}

/** Names of shared or own string tables. */
function stringsOf({ at, value, shared }: FirefoxThread): Strings {
  const where = `${at}.stringArray`;
  const table = firefox.list(value.stringArray ?? value.stringTable ?? shared.stringArray, where);
  return (index, from) => {
    const i = firefox.index(index, table.length, from);
    return firefox.text(table[i], `${where}[${i}]`);
  };
}

function fromLocations(frames: Columns, strings: Strings, at: string): StackFrame[] {
  const lines = frames.column('line');
  return frames.column('location').map((location, i) => {
    const text = strings(location, `${at}.frameTable.location[${i}]`);
    const [, name = text, file, line] = JS_LOCATION.exec(text) ?? [];
    return frameOf(name, file, lineOf(lines[i]) ?? lineOf(Number(line)));
  });
}

function fromFuncs(frames: Columns, { at, value, shared }: FirefoxThread, strings: Strings): StackFrame[] {
  const where = `${at}.funcTable`;
  const funcs = columnsOf(value.funcTable ?? shared.funcTable, where);
  const [names, resources] = [funcs.column('name'), funcs.column('resource')];
  const [fileNames, sources] = [funcs.column('fileName'), funcs.column('source')];
  const [funcLines, lines] = [funcs.column('lineNumber'), frames.column('line')];
  const sourceNames = isObject(shared.sources)
    ? columnsOf(shared.sources, 'shared.sources').column('filename')
    : [];
  const resourceTable = value.resourceTable ?? shared.resourceTable;
  const libs = isObject(resourceTable) ? columnsOf(resourceTable, `${at}.resourceTable`).column('name') : [];
  const optional = (index: unknown, from: string) =>
    typeof index === 'number' ? strings(index, from) : undefined;
  return frames.column('func').map((func, i) => {
    const f = firefox.index(func, names.length, `${at}.frameTable.func[${i}]`);
    const name = strings(names[f], `${where}.name[${f}]`);
    const file =
      optional(fileNames[f], `${where}.fileName[${f}]`) ??
      optional(sourceNames[Number(sources[f] ?? -1)], `${where}.source[${f}]`);
    const lib = optional(libs[Number(resources[f] ?? -1)], `${where}.resource[${f}]`);
    const line = lineOf(lines[i]) ?? lineOf(funcLines[f]);
    return frameOf(ADDRESS.test(name) && lib ? `${lib}:${name}` : name, file, line);
  });
}

const frameOf = (name: string, file: string | undefined, line: number | undefined): StackFrame => ({
  name,
  ...(file && { file }),
  ...(line !== undefined && { line }),
});
