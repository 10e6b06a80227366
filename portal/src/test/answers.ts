import { vi } from 'vitest';

/** What the server says to a request: a body for 200, or a whole answer. */
export type Reply = object | Response;
type Replies = Record<string, Reply | ((request: Request) => Reply | Promise<Reply>)>;

export function json(body: object, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function problem(code: string, status: number, headers: Record<string, string> = {}): Response {
  const document = { type: '', title: '', status, detail: '', code, traceId: '0'.repeat(32) };
  return json(document, status, { 'Content-Type': 'application/problem+json', ...headers });
}

/** A server at the border of the page; returns the requests that it saw. */
export function serve(replies: Replies): Request[] {
  const seen: Request[] = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, 'http://localhost:3000'), init);
    seen.push(request.clone());
    const path = new URL(request.url).pathname;
    const reply = replies[path] ?? problem('http.not_found', 404);
    const said = typeof reply === 'function' ? await reply(request) : reply;
    return said instanceof Response ? said.clone() : json(said);
  });
  return seen;
}
