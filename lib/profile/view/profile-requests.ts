import type { ExportFormat } from '../export/formats';
import type { StateChoice } from '../tree/states';
import type { CompareChoice, FrameChoice, ViewChoice } from './choice';

/** A profile of a time range, epoch milliseconds, in the fields of GetProfile. */
export type ProfileRequest = {
  group: string;
  startTime?: number;
  endTime?: number;
  /** ISO-8601 duration; alone it means the latest aggregated profile. */
  period?: string;
  /** 1–10000 frames from the root. */
  maxDepth?: number;
};

/** A profile for the screen. */
export type ProfileViewRequest = ProfileRequest & ViewChoice;

/** Two profiles merged into one view; the request's own range is the comparison. */
export type ProfileComparisonRequest = ProfileViewRequest & CompareChoice & { baseline: BaselineRequest };

/** The other profile of a comparison; `kept` is the id of the shared link that keeps it, else it is the present one. */
export type BaselineRequest = Omit<ProfileRequest, 'maxDepth'> & { kept?: string };

/** The functions of a profile. */
export type ProfileFunctionsRequest = ProfileRequest & FrameChoice;

/** A profile as a file. */
export type ProfileExportRequest = ProfileRequest & {
  format: ExportFormat;
  /** Thread states to include, all by default; json and ion always contain all of them. */
  data?: StateChoice;
};
