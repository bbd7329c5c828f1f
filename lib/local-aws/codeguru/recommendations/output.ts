import { z } from 'zod';
import { uuid } from '../input';
import { timestamp } from '../output';

const texts = z.array(z.string());

/** A Recommendation of the model, as on the wire. */
export const recommendationOutput = z.strictObject({
  allMatchesCount: z.number().int(),
  allMatchesSum: z.number(),
  startTime: timestamp,
  endTime: timestamp,
  pattern: z.strictObject({
    id: uuid,
    name: z.string(),
    description: z.string(),
    resolutionSteps: z.string(),
    targetFrames: z.array(texts),
    thresholdPercent: z.number().min(0).max(100),
    countersToAggregate: texts,
  }),
  topMatches: z.array(
    z.strictObject({
      frameAddress: z.string(),
      targetFramesIndex: z.number().int(),
      thresholdBreachValue: z.number(),
    }),
  ),
});

/** An Anomaly of the model, as on the wire. */
export const anomalyOutput = z.strictObject({
  metric: z.strictObject({
    frameName: z.string(),
    type: z.literal('AggregatedRelativeTotalTime'),
    threadStates: texts,
  }),
  reason: z.string(),
  instances: z.array(
    z.strictObject({
      id: uuid,
      startTime: timestamp,
      endTime: timestamp.optional(),
      userFeedback: z.strictObject({ type: z.enum(['Positive', 'Negative']) }).optional(),
    }),
  ),
});
