import { z } from 'zod';

/** Members that several operations share, with the model's bounds. */
export const profilingGroupName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\w-]+$/);
/** A page token or a client token. */
export const token = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/);
export const uuid = z.string().regex(/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/);
export const aggregationPeriod = z.enum(['PT5M', 'PT1H', 'P1D']);
export const orchestrationConfig = z.object({ profilingEnabled: z.boolean() });
export const queryBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');
