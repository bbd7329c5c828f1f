import type { Service } from '../protocol/service';
import { codeguruErrors } from './errors';
import type { CodeguruWorld } from './operation';
import { addNotificationChannels } from './operations/add-notification-channels';
import { batchGetFrameMetricData } from './operations/batch-get-frame-metric-data';
import { configureAgent } from './operations/configure-agent';
import { createProfilingGroup } from './operations/create-profiling-group';
import { deleteProfilingGroup } from './operations/delete-profiling-group';
import { describeProfilingGroup } from './operations/describe-profiling-group';
import { getFindingsReportAccountSummary } from './operations/get-findings-report-account-summary';
import { getNotificationConfiguration } from './operations/get-notification-configuration';
import { getPolicy } from './operations/get-policy';
import { getProfile } from './operations/get-profile';
import { getRecommendations } from './operations/get-recommendations';
import { listFindingsReports } from './operations/list-findings-reports';
import { listProfileTimes } from './operations/list-profile-times';
import { listProfilingGroups } from './operations/list-profiling-groups';
import { listTagsForResource } from './operations/list-tags-for-resource';
import { postAgentProfile } from './operations/post-agent-profile';
import { putPermission } from './operations/put-permission';
import { removeNotificationChannel } from './operations/remove-notification-channel';
import { removePermission } from './operations/remove-permission';
import { submitFeedback } from './operations/submit-feedback';
import { tagResource } from './operations/tag-resource';
import { untagResource } from './operations/untag-resource';
import { updateProfilingGroup } from './operations/update-profiling-group';

export const codeguru: Service<CodeguruWorld> = {
  name: 'codeguru-profiler',
  folder: 'codeguru',
  sdk: '@aws-sdk/client-codeguruprofiler',
  errors: codeguruErrors,
  arnPaths: ['/tags/{resourceArn}'],
  operations: [
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
  ],
};
