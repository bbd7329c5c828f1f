import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { ReportStep, RunReport } from '@/lib/canary/artifacts/report';
import { ARTIFACT_NAME, type ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { exactNow } from '../../clock';
import { unreadable } from './artifact-problems';
import { readArtifactJson } from './read-artifact';

const MAX_REPORT_BYTES = 4 * 1024 * 1024;
const MAX_STEPS = 200;
const MAX_TEXT_LENGTH = 4000;

const text = z
  .string()
  .transform((value) => value.slice(0, MAX_TEXT_LENGTH) || undefined)
  .optional()
  .catch(undefined);
const instant = z
  .string()
  .transform((value) => Date.parse(value))
  .pipe(z.number())
  .optional()
  .catch(undefined);
const fileName = z.string().regex(ARTIFACT_NAME);
const screenshot = z.union([fileName, z.object({ fileName }).transform((one) => one.fileName)]);

/** [?] AWS documents only the names of reports. Both names of a step occur, and steps within `customerScript` too. */
const step = z
  .object({
    stepName: text,
    name: text,
    status: text,
    startTime: instant,
    endTime: instant,
    failureReason: text,
    responseStatus: z.number().int().optional().catch(undefined),
    screenshots: z.array(z.unknown()).optional().catch(undefined),
  })
  .transform(
    (one): ReportStep => ({
      name: one.stepName ?? one.name ?? '',
      status: one.status ?? 'UNKNOWN',
      started: one.startTime,
      completed: one.endTime,
      reason: one.failureReason,
      httpStatus: one.responseStatus,
      screenshots: (one.screenshots ?? [])
        .slice(0, MAX_STEPS)
        .flatMap((each) => screenshot.safeParse(each).data ?? []),
    }),
  );

const wireSteps = z.array(z.unknown());
const report = z
  .object({
    steps: wireSteps.optional(),
    customerScript: z.object({ steps: wireSteps.optional() }).optional(),
  })
  .transform((one) => one.steps ?? one.customerScript?.steps ?? []);

/** The steps of a run from its report. Steps that can't be read are left out, but counted. Rejects with a ProblemError. */
export async function getReport(
  request: ArtifactFileRequest,
  signal: AbortSignal,
): Promise<Answer<RunReport>> {
  const asOf = exactNow();
  const parsed = report.safeParse(await readArtifactJson(request, MAX_REPORT_BYTES, signal));
  if (!parsed.success) throw unreadable(request.file, 'a report of Synthetics');
  const readable = parsed.data.slice(0, MAX_STEPS).flatMap((each) => step.safeParse(each).data ?? []);
  // A report names screenshots in its own folder.
  const folder = request.file.slice(0, request.file.lastIndexOf('/') + 1);
  const steps = readable.map((each) => ({
    ...each,
    screenshots: each.screenshots.map((file) => `${folder}${file}`),
  }));
  const isPartial = readable.length < parsed.data.length;
  return { data: { steps, stepCount: parsed.data.length }, asOf, partial: isPartial, warnings: [] };
}
