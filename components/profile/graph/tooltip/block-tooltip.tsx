import type { Block } from '@/lib/profile/graph/drawn-frame';
import { blockTitle, sizeText } from '../../frame-text/block-text';
import type { Picture } from '../picture';
import classes from './flame-tooltip.module.css';

type BlockTooltipProps = { picture: Picture; block: Block; samples: number };

/** Number of functions in a block, with their share and samples. */
export const BlockTooltip = ({ picture, block, samples }: BlockTooltipProps) => (
  <>
    <div className={classes.title}>{blockTitle(block, picture)}</div>
    <div>{sizeText(picture, samples)}</div>
    {!block.isDeeper && <div className={classes.place}>Click to list them</div>}
  </>
);
