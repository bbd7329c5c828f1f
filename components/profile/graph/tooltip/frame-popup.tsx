import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import type { FlameGraphProps } from '../flame-graph-props';
import type { Point } from '../picture';
import { BlockTooltip } from './block-tooltip';
import { TooltipBox } from './tooltip-box';

type FrameTooltipProps = Pick<FlameGraphProps, 'picture' | 'tooltipOf'> & { frame: DrawnFrame; at: Point };

/** Tooltip of a frame or a block. */
export const FrameTooltip = ({ picture, tooltipOf, frame, at }: FrameTooltipProps) => (
  <TooltipBox at={at} content={frame}>
    {frame.block ? (
      <BlockTooltip {...{ picture }} samples={frame.samples} block={frame.block} />
    ) : (
      tooltipOf(frame.node)
    )}
  </TooltipBox>
);

type FramePopupProps = Pick<FlameGraphProps, 'menuOf' | 'blockOf'> & {
  frame: DrawnFrame;
  /** Node of the frame around a block. */
  around: number;
  at: Point;
  onClose(): void;
};

/** Menu of a frame, or the functions of a block. */
export function FramePopup({ menuOf, blockOf, frame, around, at, onClose }: FramePopupProps) {
  const { block, samples, node } = frame;
  return block ? blockOf?.({ block, samples, around }, at, onClose) : menuOf?.(node, at, onClose);
}
