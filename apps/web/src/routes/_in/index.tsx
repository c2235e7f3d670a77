import { createFileRoute } from '@tanstack/react-router';
import { Workbench } from '../../system/Workbench.tsx';

export const Route = createFileRoute('/_in/')({ component: Workbench });
