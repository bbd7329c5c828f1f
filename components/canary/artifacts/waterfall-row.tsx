import { isFailedRequest, phaseLabel, segmentsOf, type WebRequest } from '@/lib/canary/artifacts/waterfall';
import { formatDuration } from '@/lib/time/duration';
import classes from './waterfall.module.css';

type WaterfallRowProps = { request: WebRequest; span: { from: number; to: number } };

const percent = (share: number) => `${100 * share}%`;

/** A request: its status, method, URL and duration, above its bar. */
export function WaterfallRow({ request, span }: WaterfallRowProps) {
  const { method, url, status, durationMs, started } = request;
  const { from, to, segments } = segmentsOf(request, span);
  const parts = segments.map(
    (one) => `${phaseLabel(one.phase)} ${formatDuration(request.phases[one.phase] ?? 0)}`,
  );
  const title = [url, `after ${formatDuration(started - span.from)}`, ...parts].join('\n');
  return (
    <li className={classes.request} title={title} data-failed={isFailedRequest(request)}>
      <div className={classes.line}>
        <span className={classes.status}>
          {status === 0 ? '▲ no response' : status >= 400 ? `▲ ${status}` : status}
        </span>
        <span>{method}</span>
        <bdi className={classes.path}>{pathOf(url)}</bdi>
        <span className={classes.duration}>{formatDuration(durationMs)}</span>
      </div>
      <div aria-hidden className={classes.track}>
        <span className={classes.whole} style={{ left: percent(from), width: percent(to - from) }} />
        {segments.map((one) => (
          <span
            key={one.phase}
            data-phase={one.phase}
            className={classes.phase}
            style={{ left: percent(one.from), width: percent(one.to - one.from) }}
          />
        ))}
      </div>
    </li>
  );
}

/** Path, query and host of a URL; the text itself if it isn't a URL. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return `${pathname}${search} · ${host}`;
}
