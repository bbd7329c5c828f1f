import { formatChange } from '../compare/format-change';

/** A change of a share with its sign: `+2.3 points`. */
export const formatPoints = (change: number) => formatChange(change, 'share').replace(/pts$/, 'points');
