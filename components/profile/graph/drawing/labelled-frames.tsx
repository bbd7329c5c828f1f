import { memo, useLayoutEffect, useRef } from 'react';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import { labelledFrames } from './draw-frames';
import type { FrameDatum, RowWindow } from './frame-data';
import classes from './labelled-frames.module.css';

type LabelledFramesProps = {
  data: FrameDatum;
  /** Fill of any frame by its place among all. A search changes only this, so that none is drawn again. */
  fillAt(index: number): string;
  /** Pixels. */
  width: number;
  /** Rows of the whole graph, and those in `data`. */
  rows: number;
  drawn: RowWindow;
  rootOnTop: boolean;
};

/** The frames wide enough for a label, drawn by d3-flame-graph over the shapes of the others. */
export const LabelledFrames = memo(function LabelledFrames(props: LabelledFramesProps) {
  const { data, fillAt, width, rows, drawn, rootOnTop } = props;
  const hostRef = useRef<HTMLDivElement>(null);
  const framesRef = useRef<ReturnType<typeof labelledFrames>>(undefined);
  const rowCount = Math.min(drawn.to, rows) - drawn.from;
  // The invisible frame that stands for the rows above.
  const hidden = drawn.from === 0 ? 0 : 1;
  useLayoutEffect(() => {
    if (!hostRef.current) return;
    const frames = labelledFrames(hostRef.current);
    framesRef.current = frames;
    return () => frames.remove();
  }, []);
  useLayoutEffect(
    () => framesRef.current?.draw(data, { width, rows: rowCount + hidden, rootOnTop }),
    [data, width, rowCount, hidden, rootOnTop],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: frames that are drawn again have the fills of `data`
  useLayoutEffect(
    () => framesRef.current?.colour(fillAt),
    [fillAt, data, width, rowCount, hidden, rootOnTop],
  );
  const top = (rootOnTop ? drawn.from : rows - drawn.from - rowCount) * ROW_PX;
  return (
    <div className={classes.window} style={{ top, height: rowCount * ROW_PX }}>
      <div ref={hostRef} className={classes.host} style={{ top: rootOnTop ? -hidden * ROW_PX : 0 }} />
    </div>
  );
});
