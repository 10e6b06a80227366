import type { Model } from './models';

export interface Filter {
  mode: string;
  vision: boolean;
  functions: boolean;
  open: boolean;
}

export const EVERYTHING: Filter = { mode: '', vision: false, functions: false, open: false };

export function passesFilter(model: Model, filter: Filter): boolean {
  return (
    (filter.mode === '' || model.mode === filter.mode) &&
    (!filter.vision || model.supportsVision) &&
    (!filter.functions || model.supportsFunctionCalling) &&
    (!filter.open || !model.restricted)
  );
}

export function modesOf(models: Model[]): string[] {
  return [...new Set(models.map((model) => model.mode))].sort();
}

export function isFiltered(filter: Filter): boolean {
  return filter.mode !== '' || filter.vision || filter.functions || filter.open;
}
