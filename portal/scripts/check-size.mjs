// Fails the build where the script of a first load is larger than we promise.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 250 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** The scripts that come with a chunk before anything of it runs. */
function scriptsOf(name, seen = new Set()) {
  const chunk = manifest[name];
  if (!seen.has(chunk.file)) {
    seen.add(chunk.file);
    for (const imported of chunk.imports ?? []) scriptsOf(imported, seen);
  }
  return seen;
}

const sizeOf = (file) => gzipSync(readFileSync(new URL(file, dist))).length;
const total = (files) => [...files].reduce((sum, file) => sum + sizeOf(file), 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const shell = scriptsOf('index.html');
const routes = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry && name.startsWith('src/'));
const loads = routes
  .map((route) => ({ route, bytes: total(new Set([...shell, ...scriptsOf(route)])) }))
  .sort((a, b) => b.bytes - a.bytes);
const largest = loads[0] ?? { route: 'index.html', bytes: total(shell) };

console.log(
  `Script, gzipped: ${kilobytes(total(shell))} at once; ${kilobytes(largest.bytes)} with the largest page, ${largest.route}.`,
);
if (largest.bytes > LIMIT) {
  console.error(`A first load may have ${kilobytes(LIMIT)}.`);
  process.exit(1);
}
