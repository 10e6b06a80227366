import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSteps, type Step } from './crumbs';

/** The breadcrumbs, and the document's title, which says the same from the other end. */
export function Way() {
  const { t } = useTranslation();
  const steps = useSteps();
  const title = [...steps.map((step) => step.label).reverse(), t('brand')].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (steps.length < 2) return null;
  return (
    <div className="lm-way">
      <Breadcrumb aria-label={t('shell.way')}>
        {steps.map((step, index) => crumb(step, index === steps.length - 1))}
      </Breadcrumb>
    </div>
  );
}

/** An element and no component: the breadcrumb looks at its children to draw what stands between them. */
function crumb({ label, to }: Step, isLast: boolean) {
  if (to === undefined || isLast) {
    return (
      <BreadcrumbItem key={label} isActive={isLast}>
        {label}
      </BreadcrumbItem>
    );
  }
  return (
    <BreadcrumbItem
      key={label}
      render={({ className }) => (
        <Link className={className} to={to}>
          {label}
        </Link>
      )}
    />
  );
}
