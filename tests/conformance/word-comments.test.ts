import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportedArticle } from '#core/import/imported.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import type { Review, ReviewedThread } from '#core/export/tracked/review.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { smallArticle } from '../support/articles.ts'
import { EDITION } from '../support/edition.ts'
import { hasOffice, officeCopy } from '../support/office.ts'
import { linesOf } from '../support/tracked-word.ts'
import { readWord } from '../support/word-file.ts'

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0

const missing = [
  ...(hasOffice ? [] : ['soffice (Debian: libreoffice-writer-nogui)']),
  ...(hasPandoc ? [] : ['pandoc (Debian: pandoc)']),
]
if (missing.length > 0)
  console.warn(`SKIPPED: comments of Word documents in other programs. Missing: ${missing.join(', ')}.`)

const TEXT = 'افتتح المحافظ جسرا جديدا في المدينة.'
const BASE = smallArticle('a', 'عنوان', TEXT)
const BLOCK = BASE.document[1]?.id ?? ''
const [HER, HIM] = ['سلمى العبيدي', 'هادي الراوي']
const [FIRST, SECOND] = ['2026-03-01T08:15:00.000Z', '2026-03-02T10:40:00.000Z']

function thread(words: string, isResolved: boolean, ...texts: readonly string[]): ReviewedThread {
  const at = TEXT.indexOf(words)
  return {
    anchor: { on: 'words', start: { block: BLOCK, at }, end: { block: BLOCK, at: at + words.length } },
    ...{ proposal: null, isResolved },
    messages: texts.map((text, index) => ({ by: index % 2 === 0 ? HER : HIM, at: index === 0 ? FIRST : SECOND, text })),
  }
}

const REVIEW: Review = {
  proposals: [
    { by: HIM, at: FIRST, head: smallArticle('a', 'عنوان', 'افتتح المحافظ جسرا واسعا في المدينة.') },
    { by: HER, at: SECOND, head: smallArticle('a', 'عنوان', 'افتتح المحافظ جسرا جديدا في المدينة أمس.') },
  ],
  threads: [
    thread('المحافظ', true, 'من؟', 'هو نفسه', 'شكرا'),
    thread('جديدا', false, 'متى بني؟'),
    thread('المدينة', false, 'أيها؟', 'الحلة'),
  ],
}

let folder = ''
let path = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'midad-comments-'))
  path = join(folder, 'sent.docx')
  writeFileSync(path, await writeZip(docxParts(BASE, { edition: EDITION, renditions: () => [], review: REVIEW })))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** @returns the threads as their quotes, states and messages, and what each person proposes. */
function reviewIn({ threads, proposals }: ImportedArticle): unknown {
  return {
    threads: threads.map(({ anchor, isResolved, messages }) => ({
      ...{ quote: anchor.on === 'words' ? anchor.quote : anchor.on, isResolved },
      messages: messages.map(({ by, at, text }) => [by, at, text]),
    })),
    proposals: proposals.map(({ by, at, head }) => [by, at, ...linesOf(head)]),
  }
}

describe.skipIf(!hasOffice)('a document with comments and proposals', () => {
  it('that LibreOffice opened and stored again has the same threads, replies, states and proposals', async () => {
    const copy = await readWord(readFileSync(officeCopy(path, folder)))
    expect(reviewIn(copy)).toEqual({
      threads: [
        {
          ...{ quote: 'المحافظ', isResolved: true },
          messages: [
            [HER, FIRST, 'من؟'],
            [HIM, SECOND, 'هو نفسه'],
            [HER, SECOND, 'شكرا'],
          ],
        },
        { quote: 'جديدا', isResolved: false, messages: [[HER, FIRST, 'متى بني؟']] },
        {
          ...{ quote: 'المدينة', isResolved: false },
          messages: [
            [HER, FIRST, 'أيها؟'],
            [HIM, SECOND, 'الحلة'],
          ],
        },
      ],
      proposals: [
        [HIM, FIRST, 'افتتح المحافظ جسرا واسعا في المدينة.'],
        [HER, SECOND, 'افتتح المحافظ جسرا جديدا في المدينة أمس.'],
      ],
    })
    expect(copy).toMatchObject({ midadId: 'a', losses: [] })
    expect(linesOf(copy.article)).toEqual([TEXT])
  }, 120_000)
})

describe.skipIf(!hasPandoc)('pandoc', () => {
  it('finds each comment with its author and time, and each change', () => {
    const html = execFileSync('pandoc', ['-f', 'docx', '--track-changes=all', '-t', 'html', '--wrap=none', path], {
      encoding: 'utf8',
    })
    const comments = html.matchAll(
      /class="comment-start" id="\d+" data-author="([^"]*)" data-date="([^"]*)">([^<]*)</gu,
    )
    expect([...comments].map(([, by, at, text]) => [by, at, text])).toEqual([
      [HER, '2026-03-01T08:15:00Z', 'من؟'],
      [HIM, '2026-03-02T10:40:00Z', 'هو نفسه'],
      [HER, '2026-03-02T10:40:00Z', 'شكرا'],
      [HER, '2026-03-01T08:15:00Z', 'متى بني؟'],
      [HER, '2026-03-01T08:15:00Z', 'أيها؟'],
      [HIM, '2026-03-02T10:40:00Z', 'الحلة'],
    ])
    const changes = html.matchAll(
      /class="(insertion|deletion)" data-author="([^"]*)" data-date="[^"]*">(.*?)<\/span>/gu,
    )
    const words = (text = ''): string => text.replaceAll(/<[^>]*>/gu, '').trim()
    expect([...changes].map(([, kind, by, text]) => [kind, by, words(text)])).toEqual([
      ['deletion', HIM, 'جديدا'],
      ['insertion', HIM, 'واسعا'],
      ['insertion', HER, 'أمس'],
    ])
  })

  it('reads the article with all changes rejected, and the proposed text with all accepted', () => {
    const plain = (changes: 'accept' | 'reject'): string =>
      execFileSync('pandoc', ['-f', 'docx', `--track-changes=${changes}`, '-t', 'plain', '--wrap=none', path], {
        encoding: 'utf8',
      }).trim()
    expect(plain('reject')).toBe(TEXT)
    expect(plain('accept')).toBe('افتتح المحافظ جسرا واسعا في المدينة أمس.')
  })
})
