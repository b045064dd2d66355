import { describe, expect, it } from 'vitest'
import { head, newArticle } from '#core/article/factories.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'
import { EDITION } from '#tests/support/edition.ts'
import { kindOf } from './index.ts'

const address = 'https://site.example'
const CONFIGS: Extract<DestinationConfig, { address: string }>[] = [
  { kind: 'wordpress', address, account: 'desk', sections: {} },
  { kind: 'ghost', address, sections: {} },
]

const article = newArticle('a1', () => 'b1', [head('headline', () => 'h1', 'سعر <b>')])
const tools = {
  pictures: () => Promise.resolve(new Map()),
  extras: () => Promise.resolve([]),
  verify: () => Promise.reject(new Error('no package')),
  packageSigner: () => null,
}

describe.each(CONFIGS)('what waits for $kind', (config) => {
  const kind = kindOf(config)
  const planned = async (): Promise<{ format: number; post: object }> => {
    const payload = await kind.plan({ article, edition: EDITION, revision: 'r1' }, config, tools)
    expect(kind.isCurrent(payload)).toBe(true)
    return JSON.parse(Buffer.from(payload).toString('utf8')) as { format: number; post: object }
  }
  const isCurrent = (value: unknown): boolean => kind.isCurrent(Buffer.from(canonicalJson(value)))

  it('is sent as it is only in the format of this version', async () => {
    const { format, post } = await planned()
    expect(format).toBe(2)
    expect(isCurrent({ format, post })).toBe(true)
    expect(isCurrent({ format: 1, post })).toBe(false)
    expect(isCurrent({ format: 3, post })).toBe(false)
    expect(isCurrent({ post })).toBe(false)
    // As it was stored before formats had a number.
    expect(isCurrent(post)).toBe(false)
  })

  it('is not sent with a field missing', async () => {
    const { format, post } = await planned()
    expect(isCurrent({ format, post: { ...post, title: null } })).toBe(false)
  })
})
