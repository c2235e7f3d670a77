import { createFileRoute } from '@tanstack/react-router';
import { readLadderSearch } from '../../ladder/search.ts';
import { VerdictList } from '../../ladder/VerdictList.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/verdicts')({
  validateSearch: readLadderSearch,
  component: guarded('verdict.read', VerdictList),
});
