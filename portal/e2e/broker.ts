import { readFileSync } from 'node:fs';

/** The stand-in for Knative's broker, as an operator with a screwdriver sees it. */
const BROKER = process.env.LITEMAAS_BROKER_URL ?? '';

/** From now on no attempt to deliver comes through. */
export async function loseEvents() {
  await fetch(`${BROKER}/emulator/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ duplicate: false, reorder: false, delayMillis: 0, failEvery: 1 }),
  });
}

export async function deliverEvents() {
  await fetch(`${BROKER}/emulator/faults`, { method: 'DELETE' });
}

/** How often the broker gave an event up so far; it tells each time. */
export function givenUp(): number {
  const log = readFileSync(process.env.LITEMAAS_BROKER_LOG ?? '', 'utf8');
  return [...log.matchAll(/ did not take io\.litemaas\./g)].length;
}
