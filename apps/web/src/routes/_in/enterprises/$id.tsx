import { createFileRoute } from '@tanstack/react-router';
import { readDossierSearch } from '../../../registry/dossier-search.ts';
import { EnterprisePage } from '../../../registry/EnterprisePage.tsx';
import { guarded } from '../../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/enterprises/$id')({
  validateSearch: readDossierSearch,
  component: guarded('enterprise.read', EnterprisePage),
});
