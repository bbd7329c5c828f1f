import { nameKey } from './plain-name';

/** The words of a search, each as a part of `nameKey` texts. None finds everything. */
export const searchWords = (text: string): string[] =>
  nameKey(text)
    .split(' ')
    .filter((word) => word !== '');
