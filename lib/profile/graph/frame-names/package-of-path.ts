import { SYNTHETIC } from './named';

const INSTALLED = /(?:node_modules|site-packages|dist-packages)[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/g;
const GEM = /[\\/]gems[\\/]([\w.-]{1,100}?)-\d[^\\/]{0,100}[\\/]/;
const PYTHON_LIBRARY = /[\\/]python\d[\d.]*[\\/]([^\\/]+)/;
const BINARY = /(?:\.so(?:\.\d+)*|\.dll|\.dylib|\.exe)$/i;
const EXTENSION = /\.(?:py|pyx|rb|php|[cm]?[jt]sx?|java|kt|scala|go|rs|cc?|cpp|h)$/;
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/\/?(?=[^/])([^/]*)/;
const NO_FOLDER = /^(?:|\.{1,2}|[A-Za-z]:|\(.*\))$/;

/**
 * Package of a source file: an installed package by its name, other files by the last two folders, files without folders by their
 * name, libraries by their file name.
 */
export function packageOfPath(path: string): string {
  if (path.startsWith('node:')) return 'node';
  if (path.startsWith('data:')) return 'data';
  if (SYNTHETIC.test(path)) return path.slice(1, -1).split(' ').at(-1) ?? path;
  const installed = installedPackage(path);
  if (installed) return installed;
  const parts = path.split(/[\\/]/);
  const file = parts.at(-1) ?? '';
  if (BINARY.test(file)) return file;
  const folders = foldersOf(path);
  return folders.slice(-2).join('/') || ORIGIN.exec(path)?.[1] || file.replace(EXTENSION, '');
}

/** Whether a path has more than the name of a file. */
export const hasFolder = (path: string): boolean => /[\\/]/.test(path) && foldersOf(path).length > 0;

function foldersOf(path: string): string[] {
  return path
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/, '')
    .split(/[\\/]/)
    .slice(0, -1)
    .filter((folder) => !NO_FOLDER.test(folder));
}

function installedPackage(path: string): string | undefined {
  const name = [...path.matchAll(INSTALLED)].at(-1)?.[1]?.replaceAll('\\', '/');
  const found = name ?? PYTHON_LIBRARY.exec(path)?.[1] ?? GEM.exec(path)?.[1];
  return found?.replace(EXTENSION, '');
}

/** Name of a file without its folders. */
export const fileOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
