import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSteps } from './crumbs';

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
        {steps.map((step, index) => (
          <BreadcrumbItem
            key={step.label}
            isActive={index === steps.length - 1}
            {...(step.to
              ? {
                  render: ({ className }) => (
                    <Link className={className} to={step.to ?? '/'}>
                      {step.label}
                    </Link>
                  ),
                }
              : {})}
          >
            {step.label}
          </BreadcrumbItem>
        ))}
      </Breadcrumb>
    </div>
  );
}
