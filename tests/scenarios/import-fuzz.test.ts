import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { articleSchema } from '#core/article/article.ts'
import { writeArticleFile } from '#core/article/article-file.ts'
import { ContractError } from '#core/contract/errors.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { articleMarkdown } from '#core/export/targets/markdown/markdown.ts'
import { articleNewsml } from '#core/export/targets/newsml-g2/newsml-g2.ts'
import { articleNinjs } from '#core/export/targets/ninjs/ninjs.ts'
import { articleWxr } from '#core/export/targets/wxr/wxr.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { readFile } from '#electron/service/parsing/read-file.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION, PACKAGE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { hostilePastes } from '#tests/support/hostile.ts'

const edition = EDITION
const images = (hash: string): string => `images/${hash.slice(0, 12)}.jpg`
const renditions = () => [{ name: 'original' as const, width: 800, height: 600, bytes: new Uint8Array(9) }]
const samples = new Map<string, Buffer>()

beforeAll(async () => {
  const article = fullArticle()
  const text = (name: string, content: string): void => void samples.set(name, Buffer.from(content))
  text('a.html', articleHtml(article, { images }))
  text('a.md', articleMarkdown(article, { edition, images }))
  text('a.wxr.xml', articleWxr(article, { edition, images }))
  text('a.g2.xml', articleNewsml(article, { edition, images }))
  text('a.ninjs.json', JSON.stringify(articleNinjs(article, { edition, renditions })))
  text('a.midad.json', writeArticleFile(article, edition.at, []))
  samples.set('a.docx', Buffer.from(await writeZip(docxParts(article, { edition, renditions }))))
  const files = buildPackage({ article, ...PACKAGE })
  samples.set('a.zip', Buffer.from(await writeZip(files)))
})

/** Expects lawful articles, or a refusal with a known code. */
async function expectLawful(name: string, bytes: Uint8Array): Promise<void> {
  const newId = counter('fuzz')
  try {
    const read = await readFile(bytes, name, () => ({ id: newId(), newId }))
    if (read.kind === 'lines') return
    for (const { article } of read.articles) expect(articleSchema.safeParse(article).error).toBeUndefined()
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    expect(error.code).toMatch(/^(?:import|package|text)-/u)
  }
}

const name = fc.constantFrom(
  'a.html',
  'a.md',
  'a.wxr.xml',
  'a.g2.xml',
  'a.ninjs.json',
  'a.midad.json',
  'a.docx',
  'a.zip',
)

/** A damage: the end cut off, bytes changed, and a range doubled or removed. */
const damage = fc.record({
  keep: fc.double({ min: 0, max: 1, noNaN: true }),
  isCut: fc.boolean(),
  changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
  move: fc.option(fc.tuple(fc.nat(), fc.nat(2000), fc.boolean()), { nil: undefined }),
})

function damaged(
  sound: Buffer,
  { keep, isCut, changes, move }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Buffer {
  let bytes = Buffer.from(isCut ? sound.subarray(0, Math.floor(sound.length * keep)) : sound)
  for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
  if (move !== undefined && bytes.length > 0) {
    const [from, length, isDoubled] = [move[0] % bytes.length, move[1], move[2]]
    const stretch = bytes.subarray(from, from + length)
    const rest = [bytes.subarray(0, from), ...(isDoubled ? [stretch, stretch] : []), bytes.subarray(from + length)]
    bytes = Buffer.concat(rest)
  }
  return bytes
}

describe('a damaged file of any format', () => {
  it('is imported or refused', async () => {
    await fc.assert(
      fc.asyncProperty(name, damage, (which, how) =>
        expectLawful(which, damaged(samples.get(which) ?? Buffer.alloc(0), how)),
      ),
      { numRuns: 400 },
    )
  })

  it('is imported or refused when it is a damaged Word document in a sound zip', async () => {
    const parts = docxParts(fullArticle(), { edition, renditions })
    await fc.assert(
      fc.asyncProperty(fc.nat(parts.length - 1), damage, async (index, how) => {
        const harmed = parts.map((part, at) =>
          at === index ? { ...part, bytes: damaged(Buffer.from(part.bytes), how) } : part,
        )
        await expectLawful('a.docx', await writeZip(harmed))
      }),
      { numRuns: 150 },
    )
  })
})

const nest = (open: string, close: string, depth: number): string => open.repeat(depth) + 'عمق' + close.repeat(depth)

/** Small files that are made to exhaust time or memory, each of another parser. */
const BOMBS: readonly (readonly [string, string])[] = [
  ['a.html', `<html>${nest('<div>', '</div>', 50_000)}</html>`],
  ['a.html', `<html>${nest('<figure>', '</figure>', 5000)}</html>`],
  ['a.html', `<html>${nest('<sub>', '</sub>', 5000)}</html>`],
  ['a.html', `<html>${nest('<table><tr><td>', '</td></tr></table>', 3000)}</html>`],
  ['a.html', `<html>${nest('<ul><li>', '</li></ul>', 5000)}</html>`],
  [
    'a.html',
    `<html>${Array.from({ length: 3000 }, (_each, index) => `<font a="${index}">`).join('')}${'<p>ن'.repeat(3000)}</html>`,
  ],
  ['a.html', `<html>${'<table>'.repeat(5000)}نص</html>`],
  ['a.html', `<html><a href="${'x'.repeat(100_000)}">نص</a></html>`],
  ['a.md', '*a_ '.repeat(40_000)],
  ['a.md', `${'>'.repeat(20_000)} نص`],
  ['a.md', `${'- '.repeat(20_000)}نص`],
  ['a.md', `${'['.repeat(100_000)}نص`],
  ['a.md', '<'.repeat(100_000)],
  ['a.md', `---\ntitle: "${'\\"'.repeat(20_000)}"\n---\nنص`],
  ['a.ninjs.json', `{"uri":"x","bodies":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  [
    'a.ninjs.json',
    `{"uri":"x","headline":"ع","body_html":${JSON.stringify(nest('<blockquote>', '</blockquote>', 5000))}}`,
  ],
  ['a.xml', `<newsItem>${nest('<a>', '</a>', 50_000)}</newsItem>`],
  ['a.xml', `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${'<item/>'.repeat(50_000)}</channel></rss>`],
  ['a.xml', `<newsItem ${Array.from({ length: 20_000 }, (_each, index) => `a${index}="1"`).join(' ')}/>`],
  ['a.xml', `<newsItem a="${'<'.repeat(50_000)}`],
]

describe('a hostile file', () => {
  it('is imported or refused in bounded time', async () => {
    for (const [which, content] of BOMBS) await expectLawful(which, Buffer.from(content))
  })

  it('that is a page leaves no address in the article that could run', async () => {
    for (const paste of hostilePastes()) {
      const html = paste['text/html']
      if (html === undefined || html.length > 200_000) continue
      const newId = counter('hostile')
      const read = await readFile(Buffer.from(`<html>${html}</html>`), 'a.html', () => ({ id: 'a', newId })).catch(
        (error: unknown) => (error instanceof ContractError ? null : Promise.reject(error as Error)),
      )
      if (read === null || read.kind === 'lines') continue
      const text = JSON.stringify(read.articles[0]?.article)
      expect(text).not.toMatch(/"url":"(?!https?:|mailto:|tel:|")/u)
      expect(text).not.toContain('javascript:window')
    }
  })
})
