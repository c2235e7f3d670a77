import { createFileRoute } from '@tanstack/react-router';
import { EnterpriseList } from '../../../registry/EnterpriseList.tsx';
import { readEnterpriseSearch } from '../../../registry/search.ts';
import { guarded } from '../../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/enterprises/')({
  validateSearch: readEnterpriseSearch,
  component: guarded('enterprise.read', EnterpriseList),
});
