import { describe, expect, it } from 'vitest'
import type { Edition } from '#core/export/edition.ts'
import type { FormatId } from '#core/export/formats.ts'
import type { Rendition } from '#core/export/renditions.ts'
import { EDITION } from '#tests/support/edition.ts'
import { ASSET, fullArticle } from '#tests/support/full-article.ts'
import { formatFile, formatFiles } from './format-file.ts'

const images = new Map<string, Rendition[]>([
  [
    ASSET.hash,
    [
      { name: 'original', width: 2000, height: 1500, bytes: Uint8Array.of(1) },
      { name: '1600', width: 1600, height: 1200, bytes: Uint8Array.of(2) },
      { name: '800', width: 800, height: 600, bytes: Uint8Array.of(3) },
    ],
  ],
])
const inputOf = (edition: Partial<Edition> = {}) => ({
  ...{ article: fullArticle(), images },
  edition: { ...EDITION, ...edition },
})
const textOf = async (id: FormatId): Promise<string> => {
  const { bytes } = await formatFile(id, inputOf(), {})
  return new TextDecoder().decode(bytes)
}

describe('the pictures of a file', () => {
  it('are in WXR in a size that an upload bears, and in HTML as they are', async () => {
    expect(await textOf('wxr')).toContain('src="data:image/jpeg;base64,Ag=="')
    expect(await textOf('html')).toContain('src="data:image/jpeg;base64,AQ=="')
  })
  it('are named by a file of ninjs only as far as they lie beside it', async () => {
    const text = await textOf('ninjs')
    expect(text).toContain('"cid:aaaaaaaaaaaa.jpg@images"')
    expect(text).not.toContain('-1600')
  })
})

describe('a PDF where nothing can print', () => {
  const tools = { print: async () => null }
  const names = async (edition: Partial<Edition>): Promise<string[]> => {
    const files = await formatFiles(['pdf', 'text'], inputOf(edition), tools)
    return files.map(({ path }) => path)
  }
  it('is refused for an article, and holds up no kill and no withdrawal', async () => {
    await expect(names({})).rejects.toMatchObject({ code: 'no-printer' })
    expect(await names({ action: 'kill' })).toEqual(['article.txt'])
    expect(await names({ action: 'withdraw' })).toEqual(['article.txt'])
  })
})
