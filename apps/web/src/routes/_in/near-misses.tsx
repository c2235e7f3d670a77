import { createFileRoute } from '@tanstack/react-router';
import { NearMissList } from '../../ladder/NearMissList.tsx';
import { readLadderSearch } from '../../ladder/search.ts';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/near-misses')({
  validateSearch: readLadderSearch,
  component: guarded('verdict.read', NearMissList),
});
