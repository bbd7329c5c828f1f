import type { Problem } from './problem';

/** Epoch milliseconds, like all instants in the domain. */
export type Coverage = { from: number; to: number };

/** A sentence for the viewer: the panel shows less than was requested, or something else. */
export type Warning = string;

/** Facts about the data of an answer: its time and its coverage. */
export type AnswerInfo = {
  /** When AWS was asked, epoch milliseconds. */
  asOf: number;
  /** The part of the requested range that the data covers; absent when there is no range. */
  coverage?: Coverage;
  /** The data is less than was requested; the warnings say why. */
  partial: boolean;
  warnings: Warning[];
  /** Why there is no newer answer than this earlier one. */
  stale?: Problem;
  /** Why something is missing that a later answer may have. A warning says what. */
  incomplete?: Problem;
};

/** Data of a panel with facts about them. */
export type Answer<Data> = AnswerInfo & { data: Data };
