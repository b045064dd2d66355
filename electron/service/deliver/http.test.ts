import { describe, expect, it } from 'vitest'
import { parse } from '../parsing/parse.ts'
import { ask } from './http.ts'

/** Sends one request to a site that redirects. @returns every address that was requested. */
async function asked(from: string, to: string): Promise<string[]> {
  const seen: string[] = []
  const send: typeof fetch = (address) => {
    seen.push(address instanceof Request ? address.url : new URL(address).href)
    const answer =
      seen.length === 1 ? new Response(null, { status: 301, headers: { location: to } }) : new Response('{}')
    return Promise.resolve(answer)
  }
  const tools = {
    fetch: send,
    timeouts: { answer: 60_000, upload: 60_000 },
    signal: new AbortController().signal,
    parse,
  }
  await ask(tools, from, { method: 'GET', headers: { authorization: 'Basic x' } }).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'redirected' })
  })
  return seen
}

describe('a redirect', () => {
  it('is followed from http to https of one site, at the default ports', async () => {
    expect(await asked('http://site.example/a', 'https://site.example/a')).toEqual([
      'http://site.example/a',
      'https://site.example/a',
    ])
  })

  it.each([
    ['http://site.example/a', 'https://site.example:8443/a'],
    ['http://site.example:8080/a', 'https://site.example/a'],
    ['https://site.example/a', 'http://site.example/a'],
    ['http://site.example/a', 'http://other.example/a'],
  ])('carries no password from %s to %s', async (from, to) => {
    expect(await asked(from, to)).toEqual([from])
  })
})
