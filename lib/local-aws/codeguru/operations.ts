import type { Operation } from '../protocol/operation';
import { addNotificationChannels } from './add-notification-channels';
import { batchGetFrameMetricData } from './batch-get-frame-metric-data';
import { configureAgent } from './configure-agent';
import { createProfilingGroup } from './create-profiling-group';
import { deleteProfilingGroup } from './delete-profiling-group';
import { describeProfilingGroup } from './describe-profiling-group';
import { getFindingsReportAccountSummary } from './get-findings-report-account-summary';
import { getNotificationConfiguration } from './get-notification-configuration';
import { getPolicy } from './get-policy';
import { getProfile } from './get-profile';
import { getRecommendations } from './get-recommendations';
import { listFindingsReports } from './list-findings-reports';
import { listProfileTimes } from './list-profile-times';
import { listProfilingGroups } from './list-profiling-groups';
import { listTagsForResource } from './list-tags-for-resource';
import { postAgentProfile } from './post-agent-profile';
import { putPermission } from './put-permission';
import { removeNotificationChannel } from './remove-notification-channel';
import { removePermission } from './remove-permission';
import { submitFeedback } from './submit-feedback';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateProfilingGroup } from './update-profiling-group';

/** Every operation of the service that is served. */
export const codeguruOperations: readonly Operation[] = [
  listProfilingGroups,
  createProfilingGroup,
  describeProfilingGroup,
  getProfile,
  listProfileTimes,
  configureAgent,
  postAgentProfile,
  addNotificationChannels,
  deleteProfilingGroup,
  getNotificationConfiguration,
  getPolicy,
  listTagsForResource,
  putPermission,
  removeNotificationChannel,
  removePermission,
  tagResource,
  untagResource,
  updateProfilingGroup,
  batchGetFrameMetricData,
  getRecommendations,
  listFindingsReports,
  getFindingsReportAccountSummary,
  submitFeedback,
];
