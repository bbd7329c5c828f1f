import { type Flow, methods, once, times } from './flow';
import { isHour, isIncident, isSlowRelease, traffic } from './rhythm';
import type { Plan } from './universe';

const SEED = 'sample-render-worker';

const main =
  '<frozen runpy>:_run_module_as_main > <frozen runpy>:_run_code > worker.__main__:<module> > worker.__main__:main > worker.loop:Worker:run_forever > worker.loop:Worker:run_task';
const pool =
  'threading:Thread:_bootstrap > threading:Thread:_bootstrap_inner > threading:Thread:run > concurrent.futures.thread:_worker > concurrent.futures.thread:_WorkItem:run';

const task = [
  once(main, pool),
  once(
    ...methods(
      ['worker.tasks:ShotTask', 'worker.tasks:FrameTask', 'worker.tasks:PreviewTask'],
      ['execute', 'prepare', 'finish'],
    ),
  ),
];
const pipeline = [
  times(
    1,
    4,
    ...methods(['pipeline.graph:Graph', 'pipeline.node:Node'], ['evaluate', 'inputs', 'cook']),
    ...methods(
      ['pipeline.shot:Shot', 'pipeline.frame:Frame', 'pipeline.layer:Layer', 'pipeline.camera:Camera'],
      ['build', 'resolve', 'update'],
    ),
  ),
];
const shading = [
  times(
    1,
    6,
    ...methods(
      ['render.integrator:PathTracer', 'render.scene:Scene', 'render.bvh:Bvh'],
      ['sample', 'intersect', 'traverse', 'shade'],
    ),
  ),
  once(
    ...methods(
      ['render.material:Principled', 'render.material:Glass', 'render.light:AreaLight'],
      ['evaluate', 'pdf', 'sample'],
    ),
  ),
  once(
    'numpy.linalg:norm',
    'numpy.core.multiarray:dot',
    'numpy.core._methods:_sum',
    'random:Random:random',
    'render.math:Vector:cross',
  ),
];
const images = [
  times(
    1,
    3,
    ...methods(
      ['comp.merge:Over', 'comp.grade:Grade', 'comp.blur:Blur', 'comp.noise:Denoise'],
      ['process', 'tile', 'kernel'],
    ),
  ),
  once(
    'numpy.core._methods:_mean',
    'numpy.fft:_pocketfft:rfft2',
    'scipy.ndimage._filters:gaussian_filter > scipy.ndimage._filters:correlate1d',
    'numpy.core.fromnumeric:clip > numpy.core._methods:_clip',
    'numpy.lib.stride_tricks:as_strided',
  ),
];
const exr = [
  once(
    ...methods(
      ['imageio.exr:Reader', 'imageio.exr:Writer'],
      ['open', 'read_pixels', 'write_pixels', 'header'],
    ),
  ),
  times(0, 2, 'OpenEXR:InputFile:channels', 'OpenEXR:OutputFile:writePixels', 'OpenEXR:Header:parse'),
  once(
    'zlib:compress',
    'zlib:decompress',
    'array:array:frombytes',
    'io:BufferedReader:read',
    'numpy.core.multiarray:frombuffer',
  ),
];
const textures = [
  once(...methods(['render.texture:TextureCache', 'render.texture:Mipmap'], ['fetch', 'load', 'evict'])),
  once(
    'PIL.Image:open > PIL.ImageFile:ImageFile:load',
    'boto3.s3.transfer:S3Transfer:download_file > urllib3.response:HTTPResponse:read > ssl:SSLSocket:recv_into',
    'os:stat',
    'hashlib:blake2b:update',
  ),
];
const geometry = [
  times(
    1,
    5,
    ...methods(
      ['scene.usd:Stage', 'scene.usd:Prim', 'scene.mesh:Mesh', 'scene.instancer:Instancer'],
      ['load', 'traverse', 'attributes', 'subdivide'],
    ),
  ),
  once(
    'pxr.Usd:Stage:Open',
    'pxr.UsdGeom:Mesh:GetPointsAttr',
    'struct:unpack_from',
    'numpy.core.multiarray:concatenate',
    'copy:deepcopy',
  ),
];
const waiting = [
  once(
    `${main} > worker.queue:TaskQueue:next > botocore.client:_make_api_call > urllib3.connectionpool:HTTPConnectionPool:urlopen > socket:SocketIO:readinto`,
    `${pool} > queue:Queue:get > threading:Condition:wait`,
    'threading:Thread:_bootstrap > threading:Thread:_bootstrap_inner > worker.heartbeat:Heartbeat:run > <Sleep>',
    `${main} > worker.queue:TaskQueue:next > <Sleep>`,
  ),
];
const validation = [
  once('pipeline.check:Validator:run > pipeline.check:Validator:scan_pixels'),
  times(1, 2, ...methods(['pipeline.check:NanCheck', 'pipeline.check:RangeCheck'], ['run', 'pixel'])),
  once('math:isnan', 'pipeline.check:Report:add', 'builtins:float'),
];

const flows: Flow[] = [
  {
    name: 'shading',
    steps: [...task, ...pipeline, ...shading],
    stacks: 1830,
    weight: (t) => 34 * traffic(t),
  },
  { name: 'images', steps: [...task, ...pipeline, ...images], stacks: 1190, weight: (t) => 16 * traffic(t) },
  {
    name: 'exr',
    steps: [...task, ...pipeline, ...exr],
    stacks: 770,
    weight: (t) => 9 * traffic(t) * (isIncident(SEED, t) ? 5 : 1),
  },
  {
    name: 'textures',
    steps: [...task, ...pipeline, ...textures],
    stacks: 570,
    weight: (t) => 8 * traffic(t),
  },
  {
    name: 'geometry',
    steps: [...task, ...pipeline, ...geometry],
    stacks: 1190,
    weight: (t) => 10 * traffic(t) + (isHour(6, t) ? 8 : 0),
  },
  {
    name: 'validation',
    steps: [...task, ...validation],
    stacks: 30,
    weight: (t) => (isSlowRelease(t) ? 7 * traffic(t) : 0),
  },
  { name: 'waiting', steps: waiting, stacks: 4, weight: (t) => 18 - 9 * traffic(t) },
];

/** A Python worker that renders shots frame by frame. Its agent reports the state WALL_TIME only. */
export const renderWorker: Plan = {
  seed: SEED,
  flows,
  defaultState: 'WALL_TIME',
  drawsPerWindow: 1300,
  skew: 1.1,
  fileOf: (frame) => {
    const [module = ''] = frame.split(':');
    if (module.startsWith('<')) return undefined;
    const own = /^(worker|pipeline|render|comp|scene|imageio)\b/.test(module);
    const folder = own ? '/opt/studio/' : '/usr/lib/python3.11/';
    return `${folder}${module.replaceAll('.', '/')}.py`;
  },
};
