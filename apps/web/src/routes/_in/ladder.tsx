import { createFileRoute } from '@tanstack/react-router';
import { readBoardSearch } from '../../ladder/board-search.ts';
import { LadderBoard } from '../../ladder/LadderBoard.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/ladder')({
  validateSearch: readBoardSearch,
  component: guarded('verdict.read', LadderBoard),
});
