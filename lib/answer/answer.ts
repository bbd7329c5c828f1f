/** Instants are epoch milliseconds, as everywhere in the domain. */
export type Coverage = { from: number; to: number };

/** A sentence for the viewer: the panel shows less, or other, than was asked. */
export type Warning = string;

/** What every answer to a panel carries beside its data: when it was true and what it covers. */
export type Answer<Data> = {
  data: Data;
  /** When AWS was asked, epoch milliseconds. */
  asOf: number;
  /** The part of the asked range that the data really covers; absent when there is no range. */
  coverage?: Coverage;
  /** Less than was asked. The warnings say why. */
  partial: boolean;
  warnings: Warning[];
};
