import { createFileRoute } from '@tanstack/react-router';
import { CalendarList } from '../../ladder/CalendarList.tsx';
import { readCalendarSearch } from '../../ladder/search.ts';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/calendar')({
  validateSearch: readCalendarSearch,
  component: guarded('verdict.read', CalendarList),
});
