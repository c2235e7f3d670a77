import { createFileRoute } from '@tanstack/react-router';
import { OrganisationPage } from '../../identity/OrganisationPage.tsx';
import { guarded } from '../../shell/frame/guarded.tsx';

export const Route = createFileRoute('/_in/organisation')({
  component: guarded('organisation.read', OrganisationPage),
});
