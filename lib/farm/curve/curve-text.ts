import { aboutMoney, formatMoney } from '../amounts';
import type { CurveStop, ExpectedPoint } from './cost-curve';

/** The amount at a stop of a curve; an expected one is not exact: `$12.34`, `about $5,210`. */
export const stopAmount = ({ costUsd, isKnown }: Pick<CurveStop, 'costUsd' | 'isKnown'>): string =>
  isKnown ? formatMoney(costUsd) : `about ${aboutMoney(costUsd)}`;

/** Where an expected amount is in four of five cases: `$4,900 – $5,520`. */
export const intervalText = ({ from, to }: NonNullable<ExpectedPoint['interval']>): string =>
  `${aboutMoney(from)} – ${aboutMoney(to)}`;
