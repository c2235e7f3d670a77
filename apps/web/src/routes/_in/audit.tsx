import { createFileRoute } from '@tanstack/react-router';
import { guarded } from '../../shell/frame/guarded.tsx';
import { AuditList, readAuditSearch } from '../../system/AuditList.tsx';

export const Route = createFileRoute('/_in/audit')({
  validateSearch: readAuditSearch,
  component: guarded('audit.read', AuditList),
});
