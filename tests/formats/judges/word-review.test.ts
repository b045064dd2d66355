import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { EDITION } from '#tests/support/edition.ts'
import { docxErrors } from './docx.ts'

const AT = '2026-03-01T08:15:00.000Z'

it('another reader finds the comments of a Word document, and the text with all changes accepted', async () => {
  const base = smallArticle('a', 'عنوان', 'افتتح المحافظ جسرا جديدا.')
  const head = smallArticle('a', 'عنوان', 'افتتح المحافظ جسرا أمس.')
  const block = base.document[1]?.id ?? ''
  const thread = {
    anchor: { on: 'words', start: { block, at: 0 }, end: { block, at: 6 } } as const,
    ...{ proposal: null, isResolved: true },
    messages: [
      { by: 'سلمى العبيدي', at: AT, text: 'متى؟' },
      { by: 'هادي الراوي', at: AT, text: 'أمس.\nراجع الصور' },
    ],
  }
  const review = { proposals: [{ by: 'هادي الراوي', at: AT, head }], threads: [thread] }
  const parts = docxParts(base, { edition: EDITION, renditions: () => [], review })
  expect(await docxErrors(parts)).toEqual([])
  const buffer = Buffer.from(await writeZip(parts))
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: ['comment-reference => sup'] })
  expect(value.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')).toContain('جسرا أمس')
  expect(value).not.toContain('جديدا')
  expect(value).toMatch(/متى؟.*أمس\..*راجع الصور/su)
})
