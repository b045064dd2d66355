import { describe, expect, it } from 'vitest'
import { htmlLines } from '#core/export/html-lines.ts'
import { readPictureMetadata, writePictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import { readFile } from '#electron/service/parsing/read-file.ts'
import { counter } from '#tests/support/articles.ts'
import { expectLinear } from '#tests/support/growth.ts'
import { extendedJpeg, jpeg, png, xmpPacket } from '#tests/support/pictures.ts'
import { rawZip } from '#tests/support/raw-zip.ts'

const filled = (part: string, size: number): string => part.repeat(Math.floor(size / part.length))

const wordFile = (runs: string): Uint8Array =>
  rawZip([
    {
      name: 'word/document.xml',
      data: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${runs}</w:p></w:body></w:document>`,
    },
  ])

async function readText(text: string | Uint8Array, name: string): Promise<void> {
  await readFile(Buffer.from(text), name, () => ({ id: 'a', newId: counter('b') })).catch((error: unknown) => {
    expect(error).toMatchObject({ name: 'ContractError' })
  })
}

describe('the worst that a file can hold takes linear time', () => {
  it.each<[what: string, name: string, text: (size: number) => string | Uint8Array]>([
    ['HTML of comments', 'a.html', (size) => filled('<!---->', size)],
    ['HTML of comments without an end', 'a.html', (size) => `<p>أ</p><p>ب</p>${filled('<!--', size)}`],
    ['a prologue without an end', 'a.xml', (size) => filled('<!----><?a?>\n', size)],
    ['a `pre` of spaces and tabs', 'a.html', (size) => `<body><pre>أ${filled(' \t', size)}ب</pre></body>`],
    ['a paragraph of spaces that do not break', 'a.html', (size) => `<body><p>أ${filled('\u00A0 ', size)}ب</p></body>`],
    ['figures in the captions of figures', 'a.html', (size) => `<body>${filled('<figure><figcaption>أ', size)}`],
    ['a mark for each letter', 'a.html', (size) => `<body><p>${filled('<b>أ</b><i>ب</i>', size)}</p></body>`],
    ['a paragraph of line breaks', 'a.html', (size) => `<body><p>أ${filled('<br>', 4 * size)}ب</p></body>`],
    ['elements without an end', 'a.html', (size) => `<body>${filled('<ul><li><b><span>أ', size)}`],
    [
      'cells over many columns and rows',
      'a.html',
      (size) => `<body><table><tr>${filled('<td colspan=9999 rowspan=9999>أ', size)}</table>`,
    ],
    ['runs of a Word document', 'a.docx', (size) => wordFile(filled('<w:r><w:t>أ</w:t></w:r>', size))],
    [
      'fields in fields of a Word document',
      'a.docx',
      (size) => wordFile(filled('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', 4 * size)),
    ],
    ['a head of spaces', 'a.md', (size) => `---\ntitle: أ${' '.repeat(size / 3)}ب\n---\nنص\n`],
    ['Markdown of spaces', 'a.md', (size) => `# أ\n\nأ${' '.repeat(size)}ب`],
    // Of many blocks a quarter is enough: the garbage of more would be measured with them.
    ['Markdown of list items', 'a.md', (size) => `# أ\n\n${filled('- أ\n', size / 4)}`],
    ['Markdown of lists in list items', 'a.md', (size) => `# أ\n\n${filled('- أ\n    - ب\n', size / 4)}`],
    ['Markdown that opens several lists in each line', 'a.md', (size) => `# أ\n\n${filled('- - أ\n', size / 4)}`],
    ['Markdown of quotes', 'a.md', (size) => `# أ\n\n${filled('> أ\n\n', size / 4)}`],
    ['Markdown of underlined headings', 'a.md', (size) => filled('أ\n===\n', size / 4)],
    ['Markdown of brackets', 'a.md', (size) => `# أ\n\n${filled('[', size / 2)}`],
    ['Markdown of a table', 'a.md', (size) => `# أ\n\n|أ|ب|\n|-|-|\n${filled('|أ|ب|\n', size / 4)}`],
    [
      'Markdown of a table whose rows are made longer',
      'a.md',
      (size) => `# أ\n\n${filled('|أ', size / 20)}\n${filled('|-', size / 20)}\n${filled('أ\n', size / 4)}`,
    ],
    ['a text of spaces', 'a.txt', (size) => `أ${' '.repeat(size)}ب`],
    ['a text of colons', 'a.txt', (size) => filled('أ : ', size)],
    ['a text of brackets', 'a.txt', (size) => filled('أ(', size)],
  ])('in %s', async (_what, name, text) => {
    await expectLinear((size) => readText(text(size), name))
  })

  it.each([
    ['Markdown of quotes in quotes', 'a.md', filled('> ', 200_000)],
    ['Markdown of lists in lists', 'a.md', `# أ\n\n${filled('- ', 200_000)}أ`],
    ['JSON that nests deep', 'a.json', `{"uri":"x","bodies":${'['.repeat(5_000_000)}`],
  ])('or is refused: %s', async (_what, name, text) => {
    const read = readFile(Buffer.from(text), name, () => ({ id: 'a', newId: counter('b') }))
    await expect(read).rejects.toMatchObject({ code: 'import-too-large' })
  })
})

const WORDS = { caption: 'تعليق', credit: 'رويترز', alt: 'وصف', date: '' }

/** A PNG with another chunk before each of its own. */
function pngOf(chunk: Buffer, count: number): Buffer {
  const bytes = png(4, 4)
  const encoded = Buffer.concat([Buffer.alloc(4), chunk, Buffer.alloc(4)])
  encoded.writeUInt32BE(chunk.length - 4)
  return Buffer.concat([bytes.subarray(0, 33), Buffer.alloc(encoded.length * count, encoded), bytes.subarray(33)])
}

describe('the worst that a picture can say of itself takes linear time', () => {
  const numbered = (count: number, part: (at: number) => string): string =>
    Array.from({ length: count }, (_each, at) => part(at)).join(' ')

  it.each<[what: string, picture: (size: number) => Buffer]>([
    ['properties', (size) => extendedJpeg(filled('<a:b/>', size * 0.8))],
    ['properties with attributes', (size) => extendedJpeg(filled('<a:b a:c="x"/>', size))],
    [
      'positions, which are removed',
      (size) => extendedJpeg(filled('<a:GPSLatitudeRef/>', size), 'http://ns.adobe.com/exif/1.0/'),
    ],
    [
      'descriptions',
      (size) => extendedJpeg(`</rdf:Description>${filled('<rdf:Description/>', 2 * size)}<rdf:Description>`),
    ],
    ['attributes', (size) => extendedJpeg(`<a:b ${numbered(size / 40, (at) => `a:c${at}="x"`)}/>`)],
    [
      'items of one property',
      (size) => extendedJpeg(`<a:b><rdf:Bag>${filled('<rdf:li>x</rdf:li>', size)}</rdf:Bag></a:b>`),
    ],
    ['namespaces', (size) => extendedJpeg(numbered(size / 40, (at) => `<n${at}:b xmlns:n${at}="urn:n${at}"/>`))],
    [
      'properties of a long namespace',
      (size) => extendedJpeg(filled('<a:property/>', size), `urn:${filled('a', size)}`),
    ],
    ['elements without an end', (size) => jpeg({ xmp: xmpPacket(filled('<a:b', size / 4)) })],
    ['pointers', (size) => jpeg({ xmp: filled('HasExtendedXMP', size / 4) })],
    ['chunks of a PNG', (size) => pngOf(Buffer.from('tEXta\0b'), size / 4)],
    ['packets of a PNG', (size) => pngOf(Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0x'), size / 16)],
    [
      'datasets',
      (size) => jpeg({ iptc: Array.from({ length: size / 100 }, () => [2, 25, Buffer.from('كلمة')] as const) }),
    ],
  ])('in %s', async (_what, picture) => {
    await expectLinear((size) => {
      const bytes = picture(size)
      readPictureMetadata(bytes)
      writePictureMetadata(bytes, WORDS)
    })
  })
})

describe('the worst that a site can answer takes linear time', () => {
  it.each(['<', '<!--', '<p', '<script>', '<style ', '</script ', '&', '&a', '&#', '\u00A0', 'a <'])(
    'of %j alone',
    async (part) => {
      await expectLinear((size) => htmlLines(filled(part, 3 * size)))
    },
  )

  it('and is still read', () => {
    expect(htmlLines(`<p>أ</p>${'<'.repeat(300_000)}`)).toEqual(['أ', '<'.repeat(300_000)])
    expect(htmlLines('أ<script>x</script>ب<!-- <p> -->ج<script>د')).toEqual(['أبجد'])
  })
})
