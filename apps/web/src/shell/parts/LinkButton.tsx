import { type LinkProps, useNavigate, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ActionButton } from './ActionButton.tsx';

interface LinkButtonProps extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  type?: 'default' | 'primary';
  disabledReason?: string;
  children: ReactNode;
}

/** A link that looks like a button; as a real link it opens in a new tab and can be copied. */
export function LinkButton({ to, params, search, type, disabledReason, children }: LinkButtonProps) {
  const router = useRouter();
  const navigate = useNavigate();
  if (disabledReason)
    return (
      <ActionButton type={type} disabledReason={disabledReason}>
        {children}
      </ActionButton>
    );
  const target = { to, params, search };
  return (
    <Button
      type={type}
      href={router.buildLocation(target).href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(target);
      }}
    >
      {children}
    </Button>
  );
}
