import { expect, it } from 'vitest';
import config from '../../vite.config';

const SOURCES = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });

it('the development server hands on whatever the portal calls', () => {
  const calls = Object.values(SOURCES).flatMap((source) => [...source.matchAll(/api\.[A-Z]+\('(\/[a-z-]+)/g)]);
  const called = new Set(calls.map(([, segment]) => segment));

  expect(called.size).toBeGreaterThan(8);
  expect(Object.keys(config.server?.proxy ?? {})).toEqual(expect.arrayContaining([...called]));
});
