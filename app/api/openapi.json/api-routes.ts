import * as awsPlace from '../aws-place/route';
import * as canariesNameArtifactsFile from '../canaries/[name]/artifacts/file/route';
import * as canariesNameArtifactsReport from '../canaries/[name]/artifacts/report/route';
import * as canariesNameArtifacts from '../canaries/[name]/artifacts/route';
import * as canariesNameArtifactsText from '../canaries/[name]/artifacts/text/route';
import * as canariesNameArtifactsWaterfall from '../canaries/[name]/artifacts/waterfall/route';
import * as canariesNameDryRuns from '../canaries/[name]/dry-runs/route';
import * as canariesNameHistory from '../canaries/[name]/history/route';
import * as canariesName from '../canaries/[name]/route';
import * as canariesNameRuns from '../canaries/[name]/runs/route';
import * as canaries from '../canaries/route';
import * as canariesHealth from '../canaries-health/route';
import * as canaryGroups from '../canary-groups/route';
import * as farmsFarmIdBudgets from '../farms/[farmId]/budgets/route';
import * as farmsFarmIdCosts from '../farms/[farmId]/costs/route';
import * as farmsFarmIdFleets from '../farms/[farmId]/fleets/route';
import * as farmsFarmIdQueuesQueueIdJobNames from '../farms/[farmId]/queues/[queueId]/job-names/route';
import * as farmsFarmIdQueues from '../farms/[farmId]/queues/route';
import * as farmsFarmId from '../farms/[farmId]/route';
import * as farms from '../farms/route';
import * as linksIdBundle from '../links/[id]/bundle/route';
import * as linksIdDifference from '../links/[id]/difference/route';
import * as linksId from '../links/[id]/route';
import * as links from '../links/route';
import * as notesId from '../notes/[id]/route';
import * as notes from '../notes/route';
import * as openedBundles from '../opened-bundles/route';
import * as profilingGroupsGroupFrameMetrics from '../profiling-groups/[group]/frame-metrics/route';
import * as profilingGroupsGroupProfileCompare from '../profiling-groups/[group]/profile/compare/route';
import * as profilingGroupsGroupProfileExport from '../profiling-groups/[group]/profile/export/route';
import * as profilingGroupsGroupProfileFunctions from '../profiling-groups/[group]/profile/functions/route';
import * as profilingGroupsGroupProfile from '../profiling-groups/[group]/profile/route';
import * as profilingGroupsGroupProfileTimes from '../profiling-groups/[group]/profile-times/route';
import * as profilingGroupsGroupRecommendations from '../profiling-groups/[group]/recommendations/route';
import * as profilingGroupsGroup from '../profiling-groups/[group]/route';
import * as profilingGroupsGroupSamples from '../profiling-groups/[group]/samples/route';
import * as profilingGroupsGroupSummary from '../profiling-groups/[group]/summary/route';
import * as profilingGroups from '../profiling-groups/route';
import * as pushedFiles from '../pushed-files/route';
import * as signOut from '../sign-out/route';
import * as tokensId from '../tokens/[id]/route';
import * as tokens from '../tokens/route';
import * as users from '../users/route';
import * as views from '../views/route';

/** All routes of the API, by their paths. A test compares them with the files. */
export const API_ROUTES: Record<string, object> = {
  '/api/aws-place': awsPlace,
  '/api/canaries-health': canariesHealth,
  '/api/canaries/[name]/artifacts/file': canariesNameArtifactsFile,
  '/api/canaries/[name]/artifacts/report': canariesNameArtifactsReport,
  '/api/canaries/[name]/artifacts': canariesNameArtifacts,
  '/api/canaries/[name]/artifacts/text': canariesNameArtifactsText,
  '/api/canaries/[name]/artifacts/waterfall': canariesNameArtifactsWaterfall,
  '/api/canaries/[name]/dry-runs': canariesNameDryRuns,
  '/api/canaries/[name]/history': canariesNameHistory,
  '/api/canaries/[name]': canariesName,
  '/api/canaries/[name]/runs': canariesNameRuns,
  '/api/canaries': canaries,
  '/api/canary-groups': canaryGroups,
  '/api/farms/[farmId]/budgets': farmsFarmIdBudgets,
  '/api/farms/[farmId]/costs': farmsFarmIdCosts,
  '/api/farms/[farmId]/fleets': farmsFarmIdFleets,
  '/api/farms/[farmId]/queues/[queueId]/job-names': farmsFarmIdQueuesQueueIdJobNames,
  '/api/farms/[farmId]/queues': farmsFarmIdQueues,
  '/api/farms/[farmId]': farmsFarmId,
  '/api/farms': farms,
  '/api/links/[id]/bundle': linksIdBundle,
  '/api/links/[id]/difference': linksIdDifference,
  '/api/links/[id]': linksId,
  '/api/links': links,
  '/api/notes/[id]': notesId,
  '/api/notes': notes,
  '/api/opened-bundles': openedBundles,
  '/api/profiling-groups/[group]/frame-metrics': profilingGroupsGroupFrameMetrics,
  '/api/profiling-groups/[group]/profile-times': profilingGroupsGroupProfileTimes,
  '/api/profiling-groups/[group]/profile/compare': profilingGroupsGroupProfileCompare,
  '/api/profiling-groups/[group]/profile/export': profilingGroupsGroupProfileExport,
  '/api/profiling-groups/[group]/profile/functions': profilingGroupsGroupProfileFunctions,
  '/api/profiling-groups/[group]/profile': profilingGroupsGroupProfile,
  '/api/profiling-groups/[group]/recommendations': profilingGroupsGroupRecommendations,
  '/api/profiling-groups/[group]': profilingGroupsGroup,
  '/api/profiling-groups/[group]/samples': profilingGroupsGroupSamples,
  '/api/profiling-groups/[group]/summary': profilingGroupsGroupSummary,
  '/api/profiling-groups': profilingGroups,
  '/api/pushed-files': pushedFiles,
  '/api/sign-out': signOut,
  '/api/tokens/[id]': tokensId,
  '/api/tokens': tokens,
  '/api/users': users,
  '/api/views': views,
};
