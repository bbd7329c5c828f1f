import { deeperThan } from '../../frame-text/deeper-text';
import { formatAbout, formatCount, formatSamples, formatShare } from '../../frame-text/format-samples';
import { frameFacts } from '../../frame-text/frame-facts';
import type { Picture, SampleWeights } from '../picture';
import { CostTable } from './cost-table';
import classes from './flame-tooltip.module.css';
import { KindsNote } from './kinds-note';

type FlameTooltipProps = {
  picture: Picture;
  node: number;
  sampleWeights: SampleWeights;
};

const MAX_NAME_LENGTH = 400;

/** Facts about a frame: shares first, then samples, and seconds if the agent reported its sampling rate. */
export function FlameTooltip({ picture, node, sampleWeights }: FlameTooltipProps) {
  const { tree, states, focus, whole, deeper, isCoarse, cost } = picture;
  const facts = frameFacts(tree, states, node, sampleWeights);
  const focused = frameFacts(tree, states, focus);
  const below = deeper?.below[node] ?? 0;
  const hasSeconds = facts.seconds.total !== undefined;

  return (
    <>
      <div className={classes.name}>{shorten(facts.name)}</div>
      {facts.place && <div className={classes.place}>{shorten(facts.place)}</div>}
      <table className={classes.counts}>
        <thead>
          <tr>
            <td />
            <th>of all samples</th>
            {focus !== 0 && <th>of {shorten(focused.label, 24)}</th>}
            <th>samples</th>
            {hasSeconds && <th>time</th>}
          </tr>
        </thead>
        <tbody>
          {(['total', 'self'] as const).map((kind) => (
            <tr key={kind}>
              <th>{kind}</th>
              <td className={classes.share}>{formatShare(facts[kind] / whole)}</td>
              {focus !== 0 && <td className={classes.share}>{formatShare(facts[kind] / focused.total)}</td>}
              <td>{formatCount(facts[kind])}</td>
              {hasSeconds && <td>{formatAbout(facts.seconds[kind] ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {cost && <CostTable cost={cost} shares={{ total: facts.total / whole, self: facts.self / whole }} />}
      <KindsNote />
      {facts.byState.length > 0 && <div className={classes.place}>Thread states, of this frame:</div>}
      {facts.byState.length > 0 && (
        <ul className={classes.states}>
          {facts.byState.map(({ state, total }) => (
            <li key={state}>
              <span>{state}</span> {formatShare(total / facts.total)}
            </li>
          ))}
        </ul>
      )}
      {deeper && below > 0 && (
        <div className={classes.place}>
          {formatSamples(below)}, {formatShare(below / whole)} of all, {deeperThan(deeper.maxDepth)}, not
          shown
        </div>
      )}
      {facts.leftOut - below >= 0.5 && (
        <div className={classes.place}>
          {formatSamples(facts.leftOut - below)} in frames {isCoarse ? 'not drawn' : 'narrower than a pixel'}
        </div>
      )}
    </>
  );
}

const shorten = (text: string, maxLength = MAX_NAME_LENGTH) =>
  text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
