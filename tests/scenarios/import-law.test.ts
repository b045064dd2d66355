import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { articleText } from '#core/article/plain-text.ts'
import { figures } from '#core/article/text-nodes.ts'
import { FORMATS } from '#core/export/formats.ts'
import type { PackageFile } from '#core/export/package/bag.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { articleNewsml } from '#core/export/targets/newsml-g2/newsml-g2.ts'
import { articleNinjs } from '#core/export/targets/ninjs/ninjs.ts'
import type { ImportedArticle } from '#core/import/imported.ts'
import { wordsIn } from '#core/import/kept.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { readFile } from '#electron/service/parsing/read-file.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { anyArticle } from './round-trips/article-arbitrary.ts'
import { READ_BACK, throughFile } from './round-trips/trips.ts'

// The law of importing: every word that a source shows is in the article or in the list of losses.

type Came = Pick<ImportedArticle, 'article' | 'losses'> & Partial<Pick<ImportedArticle, 'proposals'>>

/** @returns all text of imported articles: body, what is proposed, alternative texts, metadata and losses. */
function readable(came: readonly Came[]): string {
  return came
    .flatMap(({ article, proposals = [], losses }) => [
      ...[article, ...proposals.map(({ head }) => head)].map(articleText),
      ...[article, ...proposals.map(({ head }) => head)]
        .flatMap(({ document }) => figures(document))
        .map(({ alt }) => alt),
      JSON.stringify(article.metadata),
      ...losses.flatMap(({ examples }) => examples),
    ])
    .join('\n')
}

async function imported(bytes: Uint8Array, name: string): Promise<Came[]> {
  const newId = counter('law')
  const read = await readFile(bytes, name, () => ({ id: newId(), newId }))
  if (read.kind !== 'articles') throw new Error('it was read as lines')
  return read.articles
}

const source = (article: Article) => ({ article, edition: EDITION, renditions: () => [], images: () => null })

/** @returns the text of an exported file, in which words can be searched. */
function written(format: (typeof READ_BACK)[number], article: Article): string {
  const file = FORMATS[format].write(source(article))
  if (file.kind === 'text') return file.text
  return file.kind === 'zip' ? file.parts.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n') : file.html
}

describe.each(READ_BACK)('every word of an article that %s contains', (format) => {
  it('is imported or reported as lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle(), async (article) => {
        const carried = new Set(wordsIn(written(format, article)))
        const words = wordsIn(articleText(article)).filter(
          (word) => /\p{Script=Arabic}{2}/u.test(word) && carried.has(word),
        )
        const found = readable([await throughFile(format, article, true)])
        expect(words.filter((word) => !found.includes(word))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** Markup of other programs, to insert into a sound file. Each shows the word `WORD`. */
const HTML = [
  ...['<p>WORD</p>', '<div>WORD</div>', '<span>WORD</span>', 'WORD', '<b>WORD</b>', '<li>WORD</li>', '<ul>WORD</ul>'],
  ...['<aside>WORD</aside>', '<nav>WORD</nav>', '<button>WORD</button>', '<select><option>WORD</option></select>'],
  ...['<figure>WORD</figure>', '<figcaption>WORD</figcaption>', '<figure><img src="a.jpg"><p>WORD</p></figure>'],
  ...['<blockquote>WORD</blockquote>', '<cite>WORD</cite>', '<footer>WORD</footer>', '<header>WORD</header>'],
  ...[
    '<table><caption>WORD</caption></table>',
    '<table><tr><td>WORD</td></tr></table>',
    '<td>WORD</td>',
    '<h5>WORD</h5>',
  ],
  ...['<del>WORD</del>', '<sub>WORD</sub>', '<object>WORD</object>', '<article>WORD</article>', '<p hidden>WORD</p>'],
  ...[
    '<svg><text>WORD</text></svg>',
    '<a href="javascript:x">WORD</a>',
    '<textarea>WORD</textarea>',
    '<pre>WORD</pre>',
  ],
  ...[
    '<dl><dt>WORD</dt></dl>',
    '<ruby>ن<rt>WORD</rt></ruby>',
    '<dialog>WORD</dialog>',
    '<form>WORD</form>',
    '<q>WORD</q>',
  ],
  ...[
    '<aside class="related">WORD</aside>',
    '<aside class="factbox"><figure>WORD</figure></aside>',
    '<novel>WORD</novel>',
  ],
  ...[
    '<figure class="embed"><a href="https://x.example/1">x</a>WORD</figure>',
    '<video src="https://x.example"></video>WORD',
  ],
]

const T = '<w:r><w:t>WORD</w:t></w:r>'
const P = `<w:p>${T}</w:p>`
const BOX = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${P}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`
const DOCX_BLOCKS = [
  ...[P, `<w:sdt><w:sdtContent>${P}</w:sdtContent></w:sdt>`, `<w:ins>${P}</w:ins>`, `<w:moveTo>${P}</w:moveTo>`],
  ...[
    `<w:del>${P}</w:del>`,
    `<w:moveFrom>${P}</w:moveFrom>`,
    `<w:customXml>${P}</w:customXml>`,
    `<w:novel>${P}</w:novel>`,
  ],
  `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${P}</w:tc><w:tc>${P}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`,
  `<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>${P}</w:tc></w:sdtContent></w:sdt><w:tc>${P}</w:tc></w:tr></w:tbl>`,
  `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${P}</w:tc></w:tr></w:tbl>`,
]
const DOCX_RUNS = [
  ...[
    T,
    BOX,
    `<w:ins>${T}</w:ins>`,
    `<w:del><w:r><w:delText>WORD</w:delText></w:r></w:del>`,
    `<w:smartTag>${T}</w:smartTag>`,
  ],
  ...[`<w:sdt><w:sdtContent>${T}</w:sdtContent></w:sdt>`, `<w:fldSimple w:instr="DATE">${T}</w:fldSimple>`],
  ...[
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t>WORD</w:t></w:r>',
    `<w:r><w:ruby><w:rt>${T}</w:rt><w:rubyBase/></w:ruby></w:r>`,
  ],
  ...[`<w:novel>${T}</w:novel>`, `<w:r><w:novel><w:t>WORD</w:t></w:novel></w:r>`],
  '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>WORD</m:t></m:r></m:oMath>',
]

const G2 = [
  ...['<headline>WORD</headline>', '<description>WORD</description>', '<by>WORD</by>', '<creditline>WORD</creditline>'],
  ...[
    '<subject qcode="x:1"><name>WORD</name></subject>',
    '<edNote>WORD</edNote>',
    '<located><name>WORD</name></located>',
  ],
  ...[
    '<inlineXML><html><body><p>WORD</p></body></html></inlineXML>',
    '<inlineData>WORD</inlineData>',
    '<novel>WORD</novel>',
  ],
  ...[
    '<rightsInfo><usageTerms>WORD</usageTerms></rightsInfo>',
    '<assert><name>WORD</name></assert>',
    '<keyword>WORD</keyword>',
  ],
]
const G2_PLACES = /<\/(?:itemMeta|contentMeta|contentSet|newsItem)>|<\/(?:headline|inlineXML|name|language)>/gu

const NINJS: readonly ((word: string) => Record<string, unknown>)[] = [
  (word) => ({ edNote: word }),
  (word) => ({ people: [{ name: word }], places: [{ literal: word }] }),
  (word) => ({ associations: [{ type: 'picture', descriptions: [{ role: 'caption', value: word }] }] }),
  (word) => ({ associations: { main: { type: 'text', body_html: `<p>${word}</p>` } } }),
  (word) => ({ renditions: [{ title: word }] }),
  (word) => ({ body_text: word, description_text: word, byline: word, headline: word }),
  (word) => ({ novel: { deep: [[word]] } }),
]

const snippet = (pieces: readonly string[]) =>
  fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces)), { maxLength: 6, minLength: 1 })

/** Inserts pieces at places in a text, each with a word of its own. */
function withPieces(text: string, places: RegExp, pieces: readonly (readonly [number, string])[]) {
  const ends = [...text.matchAll(places)].map((match) => match.index + match[0].length)
  const words = pieces.map((_piece, index) => `زيادة${index}`)
  const put = pieces
    .map(([at, piece], index) => ({
      at: ends[at % ends.length] ?? 0,
      piece: piece.replaceAll('WORD', words[index] ?? ''),
    }))
    .toSorted((a, b) => b.at - a.at)
  const made = put.reduce((each, { at, piece }) => `${each.slice(0, at)}${piece}${each.slice(at)}`, text)
  return { made, words }
}

async function expectLaw(bytes: Uint8Array, name: string, words: readonly string[]): Promise<void> {
  const text = readable(await imported(bytes, name))
  expect(words.filter((word) => !text.includes(word))).toEqual([])
}

describe('a word that another program wrote anywhere into a sound file is imported or reported as lost', () => {
  const article = fullArticle()

  it('in a page', async () => {
    const page = articleHtml(article, { images: () => null })
    const body = page.indexOf('<body')
    await fc.assert(
      fc.asyncProperty(snippet(HTML), async (pieces) => {
        const { made, words } = withPieces(
          page.slice(body),
          /<\/(?!html|body)\w+>|<(?:p|li|td|article|header|aside)\b[^>]*>/gu,
          pieces,
        )
        await expectLaw(Buffer.from(page.slice(0, body) + made), 'a.html', words)
      }),
      { numRuns: 300 },
    )
  })

  it('in a Word document', async () => {
    const parts = docxParts(article, source(article))
    const isDocument = ({ path }: PackageFile): boolean => path === 'word/document.xml'
    const text = Buffer.from(parts.find(isDocument)?.bytes ?? new Uint8Array()).toString('utf8')
    await fc.assert(
      fc.asyncProperty(snippet(DOCX_BLOCKS), snippet(DOCX_RUNS), async (blocks, runs) => {
        const outer = withPieces(text, /<\/w:p>/gu, blocks)
        const inner = withPieces(outer.made.replaceAll('زيادة', 'كتلة'), /<\/w:r>/gu, runs)
        const whole = inner.made.replace(
          '<w:document ',
          '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ',
        )
        const files = parts.map((part) => (isDocument(part) ? { ...part, bytes: Buffer.from(whole) } : part))
        const words = [...outer.words.map((word) => word.replace('زيادة', 'كتلة')), ...inner.words]
        await expectLaw(await writeZip(files), 'a.docx', words)
      }),
      { numRuns: 150 },
    )
  })

  it('in NewsML-G2', async () => {
    const xml = articleNewsml(article, source(article))
    await fc.assert(
      fc.asyncProperty(snippet(G2), async (pieces) => {
        const { made, words } = withPieces(xml.slice(0, xml.indexOf('</newsItem>')), G2_PLACES, pieces)
        await expectLaw(Buffer.from(`${made}</newsItem>`), 'a.xml', words)
      }),
      { numRuns: 200 },
    )
  })

  it('in ninjs', async () => {
    const json = articleNinjs(article, source(article))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(NINJS.length - 1), { minLength: 1 }), async (chosen) => {
        const words = chosen.map((index) => `زيادة${index}`)
        const more = chosen.map((index) => NINJS[index]?.(`زيادة${index}`) ?? {})
        const others = more.map(({ associations: _associations, ...rest }) => rest)
        const associations = more.flatMap((each) =>
          Object.values((each['associations'] ?? {}) as Record<string, unknown>),
        )
        await expectLaw(
          Buffer.from(JSON.stringify(Object.assign({}, json, ...others, { associations }))),
          'a.json',
          words,
        )
      }),
      { numRuns: 100 },
    )
  })
})
