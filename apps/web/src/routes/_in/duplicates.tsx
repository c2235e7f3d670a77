import { createFileRoute } from '@tanstack/react-router';
import { DuplicatesPage } from '../../registry/DuplicatesPage.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';
import { readPaging } from '../../shell/url/search.ts';

export const Route = createFileRoute('/_in/duplicates')({
  validateSearch: readPaging,
  component: guarded('enterprise.merge', DuplicatesPage),
});
