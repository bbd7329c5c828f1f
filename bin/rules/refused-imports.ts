import { pathOf, type SourceFile } from './imports';
import { GROUPS, ROOMS, TEST_PROGRAMS } from './rooms';

/** Imports that the table of rooms doesn't allow, each as `file: reason`. */
export function refusedImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ file, specifiers, usesBuffer, hasComputedImport }) => {
    const room = roomOf(file);
    if (room === undefined) return [`${file}: is in no room`];
    const refused = specifiers.filter((specifier) => !isAllowed(file, room, specifier));
    return [
      ...refused.map((specifier) => `${file}: ${room} may not import ${specifier}`),
      ...(usesBuffer && !isAllowed(file, room, 'node:buffer') ? [`${file}: ${room} may not use Buffer`] : []),
      ...(hasComputedImport && !isTest(file) ? [`${file}: import() needs a literal`] : []),
    ];
  });
}

function isAllowed(file: string, room: string, specifier: string): boolean {
  const path = pathOf(specifier, file);
  const { imports = [], packages = [], tests = [] } = ROOMS[room] ?? {};
  if (path === undefined) return isTest(file) || packages.some((name) => isOfPackage(specifier, name));
  if (isTest(path) && !isTest(file) && !TEST_PROGRAMS.includes(file)) return false;
  const allowed = [...imports, ...(isTest(file) ? tests : [])].flatMap((name) => GROUPS[name] ?? name);
  return roomOf(path) === room || isWithinAny(path, allowed);
}

/** The room of a file; files at the top level are in `.`. */
function roomOf(path: string): string | undefined {
  if (!path.includes('/') && !(path in ROOMS)) return '.';
  const rooms = Object.keys(ROOMS).filter((room) => isWithin(path, room));
  return rooms.reduce<string | undefined>(
    (best, room) => (room.length > (best?.length ?? 0) ? room : best),
    undefined,
  );
}

/** Whether a file, named with or without its ending, is a test or a test helper. */
export const isTest = (file: string) =>
  /(\.test|\.spec|-for-test|\/test-support)(\.|$)|\/testing(\/|$)/.test(file);

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

const isWithinAny = (path: string, folders: readonly string[]) =>
  folders.some((each) => isWithin(path, each));

function isOfPackage(specifier: string, name: string): boolean {
  if (name === 'node:*') return specifier.startsWith('node:');
  return name.endsWith('/*') ? isWithin(specifier, name.slice(0, -2)) : specifier === name;
}
