import { createFileRoute } from '@tanstack/react-router';
import { LadderBoard } from '../../ladder/LadderBoard.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/ladder')({
  component: guarded('verdict.read', LadderBoard),
});
