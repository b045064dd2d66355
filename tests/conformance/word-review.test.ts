import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { paragraph } from '#core/article/factories.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { readLine } from '#core/changes/line.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import type { Review } from '#core/export/tracked/review.ts'
import { unitedDocument } from '#core/export/tracked/united.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { counter } from '../support/articles.ts'
import { edited, type Step } from '../support/edited-articles.ts'
import { EDITION } from '../support/edition.ts'
import { fullArticle } from '../support/full-article.ts'
import { movedAndChanged } from '../support/moved-and-changed.ts'
import { hasOffice, hasUno, inOffice, type OfficeEdit, type TwoTexts } from '../support/office.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '../support/service.ts'

const missing = [
  ...(hasOffice ? [] : ['soffice (Debian: libreoffice-writer-nogui)']),
  ...(hasUno ? [] : ['uno for /usr/bin/python3 (Debian: python3-uno)']),
]
if (missing.length > 0)
  console.warn(`SKIPPED: tracked changes and comments in LibreOffice. Missing: ${missing.join(', ')}.`)

const AT = '2026-03-01T08:15:00.000Z'
const LAWYER = 'سمير المحامي'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-review-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function written(name: string, article: Article, review?: Review): Promise<string> {
  const parts = docxParts(article, { edition: EDITION, renditions: () => [], review })
  const path = join(folder, `${name}.docx`)
  writeFileSync(path, await writeZip(parts))
  return path
}

/** Every sort of change but those of fields, in a fixed order. */
const CHANGES: readonly Step[][] = [
  { kinds: ['words', 'split', 'words', 'join'], seed: 7919 },
  { kinds: ['move', 'words', 'remove'], seed: 15_838 },
  { kinds: ['row', 'mark', 'wrap', 'words'], seed: 71_271 },
  { kinds: ['split', 'split', 'join', 'remove', 'move'], seed: 95_028 },
].map(({ kinds, seed }) => kinds.map((kind, place) => ({ kind, seed: seed + 104_729 * place })))

describe.skipIf(missing.length > 0)('a Word document with proposals', () => {
  it('is the article with all of them rejected, and the proposed text with all accepted, to LibreOffice', async () => {
    const base = fullArticle()
    const blocks = movedAndChanged(base).filter(({ type }) => type === 'list' || type === 'table')
    const heads = [...CHANGES.map((steps) => edited(base, steps, 'h')), ...blocks.map(({ head }) => head)]
    const cases = heads.map((head, index) => ({ name: `case-${index}`, head }))
    const reviews = cases.map(({ name, head }) => ({
      name,
      head,
      review: { proposals: [{ by: 'هادي الراوي', at: AT, head }], threads: [] },
    }))
    expect(reviews.map(({ review }) => unitedDocument(base, review).leftOut)).toEqual(heads.map(() => []))
    const files = await Promise.all([
      written('base', base),
      ...cases.map(({ name, head }) => written(`${name}-head`, head)),
      ...reviews.map(({ name, review }) => written(name, base, review)),
    ])
    const texts = inOffice(
      folder,
      LAWYER,
      files.map((file) => ({ do: 'texts' as const, file })),
    ) as TwoTexts[]
    const [plain, ...others] = texts
    for (const [index, { name }] of cases.entries()) {
      const [head, tracked] = [others[index], others[cases.length + index]]
      expect({ name, lines: tracked?.base }).toEqual({ name, lines: plain?.base })
      expect({ name, lines: tracked?.head }).toEqual({ name, lines: head?.base })
    }
  }, 120_000)
})

const LINES = [
  'أعلنت الوزارة خطة جديدة للمياه تبدأ في آذار. وتشمل خمس محافظات.',
  'وقال الوزير إن الكلفة تبلغ 4,200 مليون دينار.',
  'وأضاف أن العمل يستغرق عامين.',
  'ورحب مزارعون بالخطة.',
  'وطالب نواب بتفاصيلها.',
]

/** An article in a store, and the document that went out. */
async function sentOut(): Promise<{ test: TestService; id: string; path: string }> {
  const test = testService()
  const id = await writtenArticle(test, 'خطة جديدة للمياه')
  const { article, saveNumber } = await test.call('articles.open', { id, actor: REPORTER })
  const newId = counter('line')
  const [head] = article.document
  if (head === undefined) throw new Error('An article has a headline')
  const document = [head, ...LINES.map((text) => paragraph(newId, text))]
  await test.call('articles.save', {
    ...{ article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
  })
  const order = { id, format: 'docx' as const, folder: test.folder, draft: true, actor: EDITOR }
  return { test, id, path: (await test.call('publish.exportFile', order)).path }
}

async function takenBack(test: TestService, id: string, path: string, edits: readonly OfficeEdit[], tracked: boolean) {
  const to = join(folder, 'back.docx')
  inOffice(folder, LAWYER, [{ do: 'edit', file: path, to, tracked, edits }])
  const file = { name: 'رد.docx', bytes: readFileSync(to).toString('base64') }
  const found = await test.call('import.recognise', file)
  await test.call('import.take', { ...file, choices: [{ index: 0, as: 'proposals' }], actor: EDITOR })
  const { proposals } = await test.call('proposals.list', { id })
  return { found, proposals }
}

const linesOf = ({ document }: Article): string[] => textBlocks(document).map(({ children }) => readLine(children).text)

describe.skipIf(missing.length > 0)('a document that went out, changed with LibreOffice', () => {
  it('comes back as the proposal of who tracked the changes', async () => {
    const { test, id, path } = await sentOut()
    const { found, proposals } = await takenBack(
      test,
      id,
      path,
      [
        ['replace', '4,200', '4,650'],
        ['split', 'في آذار.'],
        ['join', 'ورحب مزارعون'],
        ['remove', 'وأضاف أن العمل'],
      ],
      true,
    )
    expect(found).toMatchObject({ articles: [{ known: { id, isReturned: true } }] })
    const { article } = await test.call('articles.get', { id })
    expect(linesOf(article)).toEqual(['خطة جديدة للمياه', ...LINES])
    expect(proposals).toMatchObject([{ by: LAWYER, base: article }])
    expect(proposals.map(({ head }) => linesOf(head))).toEqual([
      [
        'خطة جديدة للمياه',
        'أعلنت الوزارة خطة جديدة للمياه تبدأ في آذار.',
        ' وتشمل خمس محافظات.',
        'وقال الوزير إن الكلفة تبلغ 4,650 مليون دينار.',
        'ورحب مزارعون بالخطة.وطالب نواب بتفاصيلها.',
      ],
    ])
  }, 120_000)

  it('comes back as a proposal too when nothing was tracked', async () => {
    const { test, id, path } = await sentOut()
    const edits = [['replace', '4,200', '4,650']] as const
    const { found, proposals } = await takenBack(test, id, path, edits, false)
    expect(found).toMatchObject({ articles: [{ review: { proposals: [{ changes: 1, isUntracked: true }] } }] })
    expect(proposals.map(({ head }) => linesOf(head)[2])).toEqual(['وقال الوزير إن الكلفة تبلغ 4,650 مليون دينار.'])
  }, 120_000)
})
