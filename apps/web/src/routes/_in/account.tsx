import { createFileRoute } from '@tanstack/react-router';
import { AccountPage } from '../../identity/AccountPage.tsx';

export const Route = createFileRoute('/_in/account')({ component: AccountPage });
