import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { shellCopy } from '../copy.ts';
import { JobDrawer } from '../jobs/JobDrawer.tsx';
import { useCopy } from '../language.tsx';
import { Navigation } from './Navigation.tsx';
import { TopBar } from './TopBar.tsx';

/** Around every page of somebody signed in: skip link, bar, navigation (a drawer on a phone), the page itself. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useCopy(shellCopy);
  const [menu, setMenu] = useState(false);
  const [jobs, setJobs] = useState(false);
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <TopBar onMenu={() => setMenu(true)} onJobs={() => setJobs(true)} />
      <div className="side">
        <Navigation />
      </div>
      <main className="main" id="main" tabIndex={-1}>
        {children}
      </main>
      {menu && (
        <Drawer
          open
          placement="left"
          size={264}
          title={t.menu}
          onClose={() => setMenu(false)}
          rootClassName="menu-drawer"
        >
          <Navigation onFollow={() => setMenu(false)} />
        </Drawer>
      )}
      {jobs && <JobDrawer onClose={() => setJobs(false)} />}
    </div>
  );
}
