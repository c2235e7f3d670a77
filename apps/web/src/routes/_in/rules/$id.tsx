import { createFileRoute } from '@tanstack/react-router';
import { RulePage } from '../../../library/RulePage.tsx';
import { guarded } from '../../../shell/frame/guarded.tsx';
import { read } from '../../../shell/url/search.ts';

export const Route = createFileRoute('/_in/rules/$id')({
  validateSearch: (search: Record<string, unknown>): { version?: string; beside?: string } => ({
    version: read.text(search, 'version'),
    beside: read.text(search, 'beside'),
  }),
  component: guarded('rule.read', RulePage),
});
