/** A call in LiteLLM's log, as its callback pushes it. */
export function call(over: object = {}) {
  const now = Date.now() / 1000;
  return {
    id: 'chatcmpl-of-the-tests',
    litellm_call_id: 'call-of-the-tests',
    call_type: 'acompletion',
    status: 'success',
    startTime: now,
    endTime: now,
    model: 'openai/gpt-4o-mini',
    model_group: 'gpt-4o-mini',
    response_cost: 0.00002,
    prompt_tokens: 8,
    completion_tokens: 20,
    total_tokens: 28,
    metadata: { user_api_key_hash: 'ab'.repeat(32) },
    ...over,
  };
}

/** Pushes one as LiteLLM does. */
export async function push(row: object) {
  const answer = await fetch(`${process.env.LITEMAAS_URL}/ledger/litellm-logs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-LiteMaaS-Push': process.env.LITEMAAS_PUSH_SECRET ?? '' },
    body: JSON.stringify([row]),
  });
  if (!answer.ok) throw new Error(`the push was answered ${answer.status}`);
}
