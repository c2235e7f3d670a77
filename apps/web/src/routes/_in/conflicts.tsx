import { createFileRoute } from '@tanstack/react-router';
import { ConflictsPage } from '../../registry/ConflictsPage.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';
import { readPaging } from '../../shell/url/search.ts';

export const Route = createFileRoute('/_in/conflicts')({
  validateSearch: readPaging,
  component: guarded('conflict.settle', ConflictsPage),
});
