import { comparedCost } from '../cost/compared-cost';
import { formatCost, formatCostChange } from '../cost/cost-text';
import { sizeText } from '../frame-text/block-text';
import { deeperThan } from '../frame-text/deeper-text';
import { frameFacts } from '../frame-text/frame-facts';
import classes from '../graph/tooltip/flame-tooltip.module.css';
import { KindsNote } from '../graph/tooltip/kinds-note';
import { inUnit, mayBeChance, sidesOf } from './change-sides';
import { formatChange, formatRelative, formatSide, sidesInWords } from './format-change';
import type { ComparedPicture } from './use-comparison';

const MAX_NAME_LENGTH = 400;

/** Tooltip of a frame: both sides and the change, in shares, in samples, and in money if that is known. */
export function ChangeTooltip({ picture, node }: { picture: ComparedPicture; node: number }) {
  const { name, place } = frameFacts(picture.tree, picture.states, node);
  const { deeper, costs } = picture;
  const below = deeper?.below[node] ?? 0;
  const byChance = (['total', 'self'] as const).filter((kind) => mayBeChance(picture, node, kind));
  const rows = (['total', 'self'] as const).flatMap((kind) =>
    (['share', 'samples'] as const).map((unit) => ({
      unit,
      label: unit === 'share' ? `${kind}, of its samples` : `${kind}, samples`,
      ...inUnit(sidesOf(picture.tree, node, kind), picture, unit),
      key: kind + unit,
    })),
  );
  const costRows = costs
    ? (['total', 'self'] as const).flatMap((kind) => {
        const shares = inUnit(sidesOf(picture.tree, node, kind), picture, 'share');
        const { baseline, comparison, change } = comparedCost(shares, costs);
        return (['hour', 'year'] as const).map((time) => ({
          key: `${kind} ${time}`,
          label: `${kind}, cost`,
          baseline: formatCost(baseline[time], time),
          comparison: formatCost(comparison[time], time),
          change: formatCostChange(change[time], time),
        }));
      })
    : [];
  return (
    <>
      <div className={classes.name}>{name.slice(0, MAX_NAME_LENGTH)}</div>
      {place && <div className={classes.place}>{place.slice(0, MAX_NAME_LENGTH)}</div>}
      <table className={classes.counts}>
        <thead>
          <tr>
            <td />
            <th>baseline</th>
            <th>comparison</th>
            <th colSpan={2}>change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, unit, label, baseline, comparison }) => (
            <tr key={key}>
              <th>{label}</th>
              <td>{formatSide(baseline, unit)}</td>
              <td>{formatSide(comparison, unit)}</td>
              <td className={classes.share}>{formatChange(comparison - baseline, unit)}</td>
              <td>{formatRelative(baseline, comparison)}</td>
            </tr>
          ))}
          {costRows.map(({ key, label, baseline, comparison, change }) => (
            <tr key={key}>
              <th>{label}</th>
              <td>{baseline}</td>
              <td>{comparison}</td>
              <td className={classes.share} colSpan={2}>
                {change}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <KindsNote />
      {deeper && below > 0 && (
        <div className={classes.place}>
          {sizeText(picture, below)}, {deeperThan(deeper.maxDepth)}, not shown
        </div>
      )}
      {byChance.length > 0 && (
        <div className={classes.place}>
          The change of {byChance.join(' and ')} may be chance: it is within the sampling error.
        </div>
      )}
    </>
  );
}

/** One sentence about a frame for screen readers. */
export const describeChange = (picture: ComparedPicture, node: number): string =>
  changeDescription(picture, node).join(': ');

/** A frame's name, at most 300 characters, and both sides with the change. */
export function changeDescription(picture: ComparedPicture, node: number): [name: string, facts: string] {
  const { name } = frameFacts(picture.tree, picture.states, node);
  const { unit, costs } = picture;
  const sides = sidesOf(picture.tree, node, 'total');
  const { baseline, comparison } = sides;
  const change = formatChange(comparison - baseline, unit);
  const chance = mayBeChance(picture, node, 'total') ? ', may be chance' : '';
  const costChange = costs && comparedCost(inUnit(sides, picture, 'share'), costs).change;
  const money = costChange
    ? `, ${formatCostChange(costChange.hour, 'hour')}, ${formatCostChange(costChange.year, 'year')}`
    : '';
  return [
    name.slice(0, 300),
    `${sidesInWords(sides, unit).join(', ')}, ${change}, ${formatRelative(baseline, comparison)}${chance}${money}`,
  ];
}
