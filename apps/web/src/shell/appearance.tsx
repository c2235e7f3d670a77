import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { useLanguage } from './language.tsx';
import { cssVariables, dark, light, type Palette } from './palette.ts';

type Appearance = 'light' | 'dark';

interface AppearanceState {
  appearance: Appearance;
  setAppearance(appearance: Appearance): void;
}

const AppearanceContext = createContext<AppearanceState>({ appearance: 'light', setAppearance: () => {} });
const STORED = 'forest.appearance';

export const FONTS = '"Noto Sans SC Variable", "PingFang SC", "Microsoft YaHei", sans-serif';

export function useAppearance(): AppearanceState {
  return useContext(AppearanceContext);
}

/** Light by default, dark by choice; antd takes its colours from the same palette as the page. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [appearance, setAppearance] = useState<Appearance>(() =>
    localStorage.getItem(STORED) === 'dark' ? 'dark' : 'light',
  );
  const palette = appearance === 'dark' ? dark : light;
  useLayoutEffect(() => {
    localStorage.setItem(STORED, appearance);
    document.documentElement.dataset.appearance = appearance;
    for (const [name, colour] of cssVariables(palette)) document.documentElement.style.setProperty(name, colour);
  }, [appearance, palette]);
  const state = useMemo(() => ({ appearance, setAppearance }), [appearance]);
  return (
    <AppearanceContext value={state}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
        theme={antdTheme(palette, appearance)}
      >
        <App>{children}</App>
      </ConfigProvider>
    </AppearanceContext>
  );
}

/** Styles come from antd's own stylesheet; only variables are written at run time (`zeroRuntime`). */
function antdTheme(palette: Palette, appearance: Appearance) {
  return {
    zeroRuntime: true,
    hashed: false,
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accent,
      colorSuccess: palette.good,
      colorWarning: palette.warn,
      colorError: palette.bad,
      colorText: palette.ink,
      colorTextSecondary: palette.muted,
      colorTextDescription: palette.muted,
      colorTextTertiary: palette.muted,
      colorTextPlaceholder: palette.muted,
      colorTextDisabled: palette.muted,
      colorTextLightSolid: palette.onAccent,
      colorBgBase: palette.paper,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.paper,
      colorBgLayout: palette.ground,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      borderRadius: 4,
      fontFamily: FONTS,
      fontSize: 14,
      motion: false,
    },
    components: {
      Tooltip: { colorBgSpotlight: palette.ink, colorTextLightSolid: palette.paper },
    },
  };
}
