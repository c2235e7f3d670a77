import { createFileRoute } from '@tanstack/react-router';
import { guarded } from '../../shell/frame/guarded.tsx';
import { AuditList } from '../../system/AuditList.tsx';
import { readAuditSearch } from '../../system/audit-search.ts';

export const Route = createFileRoute('/_in/audit')({
  validateSearch: readAuditSearch,
  component: guarded('audit.read', AuditList),
});
