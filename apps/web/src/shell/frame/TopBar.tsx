import { BulbOutlined, MenuOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAppearance } from '../appearance.tsx';
import { shellCopy } from '../copy.ts';
import { useDistrict } from '../district.ts';
import { useCopy, useLanguage, useSay } from '../language.tsx';
import { Brand } from './Brand.tsx';
import { UserMenu } from './UserMenu.tsx';

interface TopBarProps {
  onMenu(): void;
  onJobs(): void;
}

export function TopBar({ onMenu, onJobs }: TopBarProps) {
  const t = useCopy(shellCopy);
  const say = useSay();
  const district = useDistrict();
  const { language, setLanguage } = useLanguage();
  const { appearance, setAppearance } = useAppearance();
  const appearanceLabel = appearance === 'light' ? t.switchToDark : t.switchToLight;
  return (
    <header className="top-bar">
      <Button
        type="text"
        className="menu-button no-print"
        icon={<MenuOutlined />}
        aria-label={t.menu}
        onClick={onMenu}
      />
      <Link to="/" className="brand" aria-label={t.product}>
        <Brand />
      </Link>
      {district && <span className="district">{say(district.name)}</span>}
      {district?.demo && (
        <span className="demo-badge" title={t.demoHint}>
          {t.demoBadge}
        </span>
      )}
      <span className="spacer" />
      <Button
        type="text"
        className="no-print"
        icon={<UnorderedListOutlined />}
        aria-label={t.jobs}
        title={t.jobs}
        onClick={onJobs}
      />
      <Button
        type="text"
        className="no-print"
        icon={<BulbOutlined />}
        aria-label={appearanceLabel}
        title={appearanceLabel}
        onClick={() => setAppearance(appearance === 'light' ? 'dark' : 'light')}
      />
      <Button
        type="text"
        className="no-print"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t.switchLanguage}
      </Button>
      <UserMenu />
    </header>
  );
}
