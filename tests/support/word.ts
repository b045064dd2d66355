import { writeZip } from '#electron/files/zip-write.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}<w:rtl/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const line = (content: string, style = ''): string =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}<w:bidi/></w:pPr>${content}</w:p>`

const BODY = [
  line(run('مجلس الوزراء يقر الموازنة'), 'a3'),
  line(
    run('أقر المجلس ') +
      '<w:del w:id="1" w:author="x"><w:r><w:delText>كلمة محذوفة</w:delText></w:r></w:del>' +
      `<w:ins w:id="2" w:author="x">${run('الموازنة ', '<w:b/><w:bCs/>')}</w:ins>` +
      run('أمس.') +
      '<w:r><w:commentReference w:id="0"/></w:r>',
  ),
  line(run('ما الذي تقرر؟'), '2'),
  line(run('زيادة الرواتب'), 'a5'),
  '<w:p><w:r><w:t>An English line.</w:t></w:r></w:p>',
  line(run('السعر القديم', '<w:strike/>')),
]

const STYLES = [
  ['a3', 'Title'],
  ['2', 'heading 2'],
  ['a5', 'تعليق الصورة'],
].map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)

/** @returns a document as Word saves it in an Arabic newsroom: numbered style ids, tracked changes, a comment. */
export function wordDocument(): Promise<Uint8Array> {
  const part = (path: string, xml: string) => ({
    path,
    bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
  })
  return writeZip([
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part('word/document.xml', `<w:document ${W}><w:body>${BODY.join('')}</w:body></w:document>`),
    part('word/styles.xml', `<w:styles ${W}>${STYLES.join('')}</w:styles>`),
    part(
      'word/comments.xml',
      `<w:comments ${W}><w:comment w:id="0" w:author="كريم">${line(run('من قال هذا؟'))}</w:comment></w:comments>`,
    ),
  ])
}
