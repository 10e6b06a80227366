import { readFileSync } from 'node:fs';

// from the portal's folder, where npm runs whatever needs it
const CONTRACT = '../schema/openapi/litemaas.yaml';

/** The first segments of the API's paths, as the contract has them. */
export function capabilities() {
  const paths = readFileSync(CONTRACT, 'utf8').matchAll(/^ {2}\/([a-z-]+)/gm);
  return [...new Set([...paths].map(([, segment]) => segment))];
}
