/** The stand-in for LiteLLM, as an operator with a screwdriver sees it. */
const LITELLM = process.env.LITEMAAS_LITELLM_URL ?? '';

export async function takeAway() {
  await fetch(`${LITELLM}/emulator/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind: 'down', path: '', times: 0 }),
  });
}

export async function bringBack() {
  await fetch(`${LITELLM}/emulator/faults`, { method: 'DELETE' });
}

/** Calls a model as a program does; returns the status. */
export async function call(value: string, model = 'gpt-4o-mini'): Promise<number> {
  const answer = await fetch(`${LITELLM}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${value}` },
    body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Say hello' }] }),
  });
  return answer.status;
}
