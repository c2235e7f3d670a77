import { createFileRoute } from '@tanstack/react-router';
import { CensusPage } from '../../ladder/CensusPage.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/censuses')({
  component: guarded('verdict.read', CensusPage),
});
