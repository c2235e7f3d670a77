import { createFileRoute } from '@tanstack/react-router';
import { MovementList } from '../../ladder/MovementList.tsx';
import { readMovementSearch } from '../../ladder/search.ts';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/movement')({
  validateSearch: readMovementSearch,
  component: guarded('verdict.read', MovementList),
});
