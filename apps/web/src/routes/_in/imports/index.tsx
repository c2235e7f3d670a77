import { createFileRoute } from '@tanstack/react-router';
import { ImportsPage } from '../../../registry/imports/ImportsPage.tsx';
import { guarded } from '../../../shell/frame/guarded.tsx';
import { readPaging } from '../../../shell/url/search.ts';

export const Route = createFileRoute('/_in/imports/')({
  validateSearch: readPaging,
  component: guarded('enterprise.import', ImportsPage),
});
