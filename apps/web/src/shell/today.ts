import { useDistrict } from './district.ts';
import { localDay } from './format/date.ts';

/** The server's day in Beijing, ISO; the reader's own clock may be wrong and stands in only until the server has answered. */
export function useToday(): string {
  const district = useDistrict();
  return localDay(district?.serverTime ?? new Date());
}
