import { Button, type ButtonProps } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

interface Props {
  to: string;
  variant?: NonNullable<ButtonProps['variant']>;
  size?: NonNullable<ButtonProps['size']>;
  isInline?: boolean;
  children: ReactNode;
}

/** A link that looks like a button, and opens in another tab as links do. */
export function LinkButton({ to, variant = 'primary', size, isInline, children }: Props) {
  return (
    <Button
      variant={variant}
      {...(size ? { size } : {})}
      {...(isInline ? { isInline } : {})}
      component={(props: Omit<LinkProps, 'to'>) => <Link {...props} to={to} />}
    >
      {children}
    </Button>
  );
}
