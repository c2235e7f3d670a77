import type { Action } from '@forest/domain';
import type { Spoken } from '../language.tsx';
import type { navigationCopy } from './navigation-copy.ts';

type Words = Spoken<typeof navigationCopy>;

export interface NavigationItem {
  to: string;
  label: keyof Words;
  /** Shown only to those who may do this somewhere; undefined = to everybody signed in. */
  needs?: Action;
}

export interface NavigationGroup {
  label: keyof Words;
  items: readonly NavigationItem[];
}

/** The side navigation, in the order of a working day. A new page adds one line here. */
export const navigation: readonly NavigationGroup[] = [
  {
    label: 'daily',
    items: [{ to: '/', label: 'workbench' }],
  },
  {
    label: 'registry',
    items: [
      { to: '/enterprises', label: 'enterprises', needs: 'enterprise.read' },
      { to: '/imports', label: 'imports', needs: 'enterprise.import' },
      { to: '/reviews', label: 'reviews', needs: 'review.settle' },
      { to: '/conflicts', label: 'conflicts', needs: 'conflict.settle' },
      { to: '/duplicates', label: 'duplicates', needs: 'enterprise.merge' },
    ],
  },
  {
    label: 'ladder',
    items: [
      { to: '/ladder', label: 'board', needs: 'verdict.read' },
      { to: '/near-misses', label: 'nearMisses', needs: 'verdict.read' },
      { to: '/verdicts', label: 'verdicts', needs: 'verdict.read' },
      { to: '/calendar', label: 'calendar', needs: 'verdict.read' },
      { to: '/movement', label: 'movement', needs: 'verdict.read' },
      { to: '/censuses', label: 'censuses', needs: 'verdict.read' },
      { to: '/rules', label: 'rules', needs: 'rule.read' },
    ],
  },
  {
    label: 'administration',
    items: [
      { to: '/organisation', label: 'organisation', needs: 'organisation.read' },
      { to: '/users', label: 'users', needs: 'user.read' },
      { to: '/audit', label: 'audit', needs: 'audit.read' },
    ],
  },
];

/** What this person sees of it; groups without items disappear. */
export function navigationFor(may: (action: Action) => boolean): NavigationGroup[] {
  return navigation
    .map((group) => ({ ...group, items: group.items.filter((item) => !item.needs || may(item.needs)) }))
    .filter((group) => group.items.length > 0);
}
