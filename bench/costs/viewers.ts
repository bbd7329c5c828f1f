import { DAY } from '@/lib/time/duration';
import { FARM, QUEUE_IDS, TO } from './data';
import type { RecordedAws } from './recorded-aws';

const VIEWERS = 10;

/** Number of aggregations that ten viewers start who request the same costs at once. */
export async function aggregationsOfTen(url: string, aws: RecordedAws): Promise<number> {
  aws.forget();
  const request = async () => {
    const response = await fetch(`${url}/api/farms/${FARM}/costs`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({
        startTime: new Date(TO - DAY).toISOString(),
        endTime: new Date(TO).toISOString(),
        zone: 'UTC',
        period: 'HOURLY',
        queueIds: QUEUE_IDS,
        groupBy: ['USER_ID'],
        statistics: ['SUM'],
      }),
    });
    const lines = await response.text();
    if (!lines.includes('"type":"end"')) throw new Error(lines);
  };
  await Promise.all(Array.from({ length: VIEWERS }, request));
  return aws.startCount();
}
