import { formatNumber } from '@/lib/answer/format-number';
import { UndecodableProfile } from '../tree/undecodable';

export type JsonObject = Record<string, unknown>;

/** Maximum length of a name in a file: real ones, with all their type parameters, have some thousand characters. */
const MAX_NAME_LENGTH = 100_000;

/** Whether a parsed JSON value is an object, which a list isn't. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Checks parts of a parsed JSON file. Every method returns the value with its type, or throws UndecodableProfile with a sentence that
 * names the part and the right form. `format` completes "It looks like …".
 */
export class JsonShape {
  constructor(readonly format: string) {}

  object(value: unknown, where: string): JsonObject {
    if (!isObject(value)) throw this.wrong(where, 'an object');
    return value;
  }

  list(value: unknown, where: string): readonly unknown[] {
    if (!Array.isArray(value)) throw this.wrong(where, 'a list');
    return value;
  }

  text(value: unknown, where: string): string {
    if (typeof value !== 'string') throw this.wrong(where, 'a text');
    if (value.length > MAX_NAME_LENGTH) {
      throw this.wrong(where, `a text of at most ${formatNumber(MAX_NAME_LENGTH)} characters`);
    }
    return value;
  }

  number(value: unknown, where: string): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.wrong(where, 'a number');
    return value;
  }

  /** An index of a list with `length` entries. */
  index(value: unknown, length: number, where: string): number {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= length) {
      throw this.wrong(where, length === 0 ? 'absent' : `a whole number from 0 to ${length - 1}`);
    }
    return value;
  }

  /** The refusal of a part that isn't `right`. */
  wrong(where: string, right: string): UndecodableProfile {
    return new UndecodableProfile(`It looks like ${this.format}, but ${where} is not ${right}.`);
  }
}

/** A line number counted from 1, or undefined when there is none. */
export const lineOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31 ? value : undefined;
