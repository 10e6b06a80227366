import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curl, isCallable, python } from './snippets';

const HOSTILE = `it's "$(touch /nowhere)" <img src=x onerror=alert(1)> \\ ü`;
const URL = 'https://litellm.example.org';

/** What a shell would hand to curl. */
function argumentsOf(snippet: string): string[] {
  const script = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${snippet}`;
  return execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1);
}

describe('a snippet', () => {
  it('hands a name to the shell as it is, whatever it holds', () => {
    const [address, , bearer, , , , body] = argumentsOf(
      curl({ url: URL, model: HOSTILE, mode: 'chat', value: 'sk-1' }),
    );

    expect(address).toBe(`${URL}/v1/chat/completions`);
    expect(bearer).toBe('Authorization: Bearer sk-1');
    expect(JSON.parse(body ?? '')).toMatchObject({ model: HOSTILE });
  });

  it('takes the key from the environment where its value is not known', () => {
    expect(curl({ url: URL, model: 'm', mode: 'chat' })).toContain('"Authorization: Bearer $LITELLM_API_KEY"');
    expect(python({ url: URL, model: 'm', mode: 'chat' })).toContain('os.environ["LITELLM_API_KEY"]');
  });

  it('writes a name in Python as nothing but ASCII in quotes', () => {
    const program = python({ url: URL, model: HOSTILE, mode: 'embedding', value: 'sk-1' });

    expect(program).toContain(`"${URL}/v1/embeddings"`);
    expect(program).toMatch(/^[\x20-\x7e\n]*$/);
    expect(program).toContain(String.raw`it's \"$(touch /nowhere)\" <img src=x onerror=alert(1)> \\ \u00fc`);
  });

  it('leaves a name in Python as it is where it looks like a part of the program', () => {
    const program = python({ url: URL, model: 'a":b,"c', mode: 'chat', value: 'sk-1' });

    expect(program).toContain(String.raw`{"model": "a\":b,\"c", "messages"`);
  });

  it('is there for what we know how to call', () => {
    expect(['chat', 'embedding', 'image_generation'].map(isCallable)).toEqual([true, true, false]);
  });
});
