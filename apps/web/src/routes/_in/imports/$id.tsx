import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '../../../registry/imports/ImportPage.tsx';
import { guarded } from '../../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/imports/$id')({
  component: guarded('enterprise.import', ImportPage),
});
