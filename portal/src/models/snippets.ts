/** Programs that call a model, to be pasted as they are. A name is data in each of them, whatever it holds. */

export interface Call {
  /** Where LiteLLM is, without a slash at the end. */
  url: string;
  model: string;
  mode: string;
  /** The key's value; without one the program takes it from `LITELLM_API_KEY`. */
  value?: string | undefined;
}

interface Shape {
  path: string;
  body: (model: string) => object;
  /** What of the answer is worth printing, in Python. */
  result: string;
}

const CHAT: Shape = {
  path: '/v1/chat/completions',
  body: (model) => ({ model, messages: [{ role: 'user', content: 'Say hello' }] }),
  result: 'answer["choices"][0]["message"]["content"]',
};

const EMBEDDING: Shape = {
  path: '/v1/embeddings',
  body: (model) => ({ model, input: 'Say hello' }),
  result: 'len(answer["data"][0]["embedding"]), "dimensions"',
};

/** Whether we know how a model of this mode is called. */
export function isCallable(mode: string): boolean {
  return mode === 'chat' || mode === 'embedding';
}

function shapeOf(mode: string): Shape {
  return mode === 'embedding' ? EMBEDDING : CHAT;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** JSON with nothing but ASCII is a literal of Python's as well. */
function pythonQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function curl(call: Call): string {
  const shape = shapeOf(call.mode);
  const bearer =
    call.value === undefined
      ? '"Authorization: Bearer $LITELLM_API_KEY"'
      : shellQuoted(`Authorization: Bearer ${call.value}`);
  return [
    `curl ${shellQuoted(call.url + shape.path)} \\`,
    `  -H ${bearer} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${shellQuoted(JSON.stringify(shape.body(call.model)))}`,
  ].join('\n');
}

export function python(call: Call): string {
  const shape = shapeOf(call.mode);
  const key = call.value === undefined ? 'os.environ["LITELLM_API_KEY"]' : pythonQuoted(call.value);
  // the name comes last, so that nothing of it is taken for the shape's
  const body = JSON.stringify(shape.body('@'))
    .replaceAll('":', '": ')
    .replaceAll(',"', ', "')
    .replace('"@"', () => pythonQuoted(call.model));
  return [
    call.value === undefined ? 'import json, os, urllib.request' : 'import json, urllib.request',
    '',
    `key = ${key}`,
    'request = urllib.request.Request(',
    `    ${pythonQuoted(call.url + shape.path)},`,
    `    data=json.dumps(${body}).encode(),`,
    '    headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},',
    ')',
    'answer = json.load(urllib.request.urlopen(request))',
    `print(${shape.result})`,
  ].join('\n');
}
