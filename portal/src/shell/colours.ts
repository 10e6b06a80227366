import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept';

export const COLOURS = ['system', 'light', 'dark'] as const;
export type Colours = (typeof COLOURS)[number];

const DARK_CLASS = 'pf-v6-theme-dark';
const system = () => window.matchMedia('(prefers-color-scheme: dark)');
const watchers = new Set<() => void>();

function chosen(): Colours {
  return COLOURS.find((colours) => colours === kept('colours')) ?? 'system';
}

function paint() {
  const dark = chosen() === 'dark' || (chosen() === 'system' && system().matches);
  document.documentElement.classList.toggle(DARK_CLASS, dark);
}

/** Follows the system until somebody chooses. */
export function startColours() {
  paint();
  system().addEventListener('change', paint);
}

export function chooseColours(colours: Colours) {
  keep('colours', colours);
  paint();
  watchers.forEach((watcher) => watcher());
}

export function useColours(): Colours {
  return useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, chosen);
}
