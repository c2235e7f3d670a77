import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface DisclosureProps {
  label: string;
  icon?: ReactNode;
  /** Draws the button as being in use, e.g. a filter that is set. */
  active?: boolean;
  /** Which edge of the button the panel keeps to. */
  align?: 'start' | 'end';
  /** Without a border, for the top bar; on a phone only the icon is drawn. */
  quiet?: boolean;
  children: ReactNode;
}

/** A button that opens a panel right after itself, so that Tab goes into it; Escape and a press elsewhere close it. */
export function Disclosure({ label, icon, active, align = 'start', quiet, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  return (
    <div className="disclosure" ref={root}>
      <Button
        ref={button}
        type={quiet ? 'text' : 'default'}
        icon={icon}
        className={active ? 'in-use' : undefined}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={quiet ? 'quiet-label' : undefined}>{label}</span>
        <DownOutlined className="chevron" aria-hidden="true" />
      </Button>
      {open && (
        <div id={panel} className={`disclosure-panel ${align}`}>
          {children}
        </div>
      )}
    </div>
  );
}
