import { Link } from '@tanstack/react-router';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';
import { useMay } from '../session.ts';
import { navigationFor } from './navigation.ts';
import { navigationCopy } from './navigation-copy.ts';

/** The links that this person may follow, grouped. */
export function Navigation({ onFollow }: { onFollow?(): void }) {
  const t = useCopy(navigationCopy);
  const shell = useCopy(shellCopy);
  const groups = navigationFor(useMay());
  return (
    <nav aria-label={shell.navigation}>
      {groups.map((group) => (
        <div key={group.label}>
          <h2 className="nav-group">{t[group.label]}</h2>
          <ul className="nav-list">
            {group.items.map((item) => (
              <li key={item.to}>
                <Link
                  to={item.to}
                  onClick={onFollow}
                  activeOptions={{ exact: item.to === '/', includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                >
                  {t[item.label]}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
