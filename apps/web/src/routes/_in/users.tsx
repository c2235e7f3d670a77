import { createFileRoute } from '@tanstack/react-router';
import { readUserSearch } from '../../identity/users/search.ts';
import { UsersPage } from '../../identity/users/UsersPage.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/users')({
  validateSearch: readUserSearch,
  component: guarded('user.read', UsersPage),
});
