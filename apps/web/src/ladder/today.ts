import { useDistrict } from '../shell/district.ts';
import { localDay } from '../shell/format/date.ts';

/** The server's day, by which it judges; the reader's own until the server has said it. */
export function useToday(): string {
  return localDay(useDistrict()?.serverTime ?? new Date());
}
