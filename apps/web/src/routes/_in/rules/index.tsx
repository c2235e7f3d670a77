import { createFileRoute } from '@tanstack/react-router';
import { RuleList } from '../../../library/RuleList.tsx';
import { guarded } from '../../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/rules/')({
  component: guarded('rule.read', RuleList),
});
