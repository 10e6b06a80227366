// Renews the pictures of docs/ from what the browser's tests saw last.
import { copyFileSync } from 'node:fs';

const PICTURES = { home: 'home', key: 'key', usage: 'usage', health: 'health-dead-letters' };

const seen = new URL('../screenshots/', import.meta.url);
const shown = new URL('../../docs/images/', import.meta.url);
for (const [picture, page] of Object.entries(PICTURES)) {
  copyFileSync(new URL(`${page}-light.png`, seen), new URL(`${picture}.png`, shown));
}
