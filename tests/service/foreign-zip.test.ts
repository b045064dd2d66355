import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { figures } from '#core/article/text-nodes.ts'
import { png } from '#tests/support/pictures.ts'
import { rawZip, type RawEntry } from '#tests/support/raw-zip.ts'
import { REPORTER, testService } from '#tests/support/service.ts'

const fileOf = (name: string, content: Uint8Array) => ({ name, bytes: Buffer.from(content).toString('base64') })

describe('a zip from elsewhere', () => {
  it('names what was left out of it', async () => {
    const page = '<html><body><h1>عنوان</h1><p>نص.</p></body></html>'
    const zip = rawZip([
      { name: 'a/x.html', data: page },
      { name: 'a/X.html', data: page },
      { name: '../out.html', data: page },
      { name: 'a/link.html', data: 'x.html', mode: 0o120777 },
      { name: 'a/\u0623.html', data: page },
      { name: 'a/\u0627\u0654.html', data: page },
      { name: 'a\\b.html', data: page },
    ])
    const found = await testService().call('import.recognise', fileOf('a.zip', zip))
    if (found.kind !== 'articles') throw new Error('lines')
    expect(found.articles.map(({ losses }) => losses)).toEqual([
      [
        {
          code: 'left-out',
          count: 5,
          examples: ['a/X.html', '../out.html', 'a/link.html', 'a/\u0627\u0654.html', 'a\\b.html'],
        },
      ],
      [],
    ])
  })

  const page = '<html><body><h1>عنوان</h1><p>نص.</p><img src="images/صورة.png"></body></html>'
  const bytesOf = (name: string, encoding: string): Buffer => iconv.encode(name, encoding)
  const unicodePath = (name: Buffer, path: string): Buffer => {
    const field = Buffer.alloc(9)
    field.writeUInt16LE(0x7075, 0)
    field.writeUInt16LE(5 + Buffer.byteLength(path), 2)
    field.writeUInt8(1, 4)
    field.writeUInt32LE(crc32(name), 5)
    return Buffer.concat([field, Buffer.from(path)])
  }
  const other = Buffer.from('images/____.png')

  it.each<[what: string, entry: Omit<RawEntry, 'data'>]>([
    ['in windows-1256, as Arabic Windows writes names', { name: bytesOf('images/صورة.png', 'windows-1256'), flags: 0 }],
    ['in code page 720, as Arabic DOS did', { name: bytesOf('images/صورة.png', 'cp720'), flags: 0 }],
    ['in UTF-8 without the flag, as on a Mac', { name: 'images/صورة.png', flags: 0 }],
    ['beside another in a code page', { name: other, flags: 0, extra: unicodePath(other, 'images/صورة.png') }],
    ['with a backslash, as of Windows', { name: 'images\\صورة.png', system: 0 }],
    ['in other capitals', { name: 'Images/صورة.PNG' }],
  ])('has the picture whose name is %s', async (_what, entry) => {
    const test = testService()
    const file = fileOf(
      'a.zip',
      rawZip([
        { name: 'a.html', data: page },
        { ...entry, data: png(6, 4) },
      ]),
    )
    const found = await test.call('import.recognise', file)
    expect(found).toMatchObject({ articles: [{ pictures: 1, losses: [] }] })
    const { ids } = await test.call('import.take', { ...file, choices: [{ index: 0, as: 'new' }], actor: REPORTER })
    const [picture] = figures((await test.call('articles.get', { id: ids[0] ?? '' })).article.document)
    expect(picture?.asset).toMatchObject({ width: 6, height: 4 })
  })

  it('has the picture whose name a Mac took apart into letters and marks', async () => {
    const zip = rawZip([
      { name: 'a.html', data: page.replace('صورة', 'أبٓ'.normalize('NFC')) },
      { name: `images/${'أبٓ'.normalize('NFD')}.png`, data: png(6, 4), flags: 0 },
    ])
    const found = await testService().call('import.recognise', fileOf('a.zip', zip))
    expect(found).toMatchObject({ articles: [{ pictures: 1, losses: [] }] })
  })

  it.each<[what: string, bytes: Uint8Array, read: string]>([
    ['code page 437', Buffer.from([0x4d, 0xa0, 0x6c, 0x61, 0x67, 0x61]), 'Málaga'],
    ['code page 437 with a letter of windows-1256', Buffer.from([0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72]), 'Müller'],
    ['windows-1256 with letters of Latin', Buffer.from([0xd5, 0xe6, 0xd1, 0xc9, 0x41]), 'صورةA'],
    ['no code page that it can tell', Buffer.from([0xd8, 0xff, 0x90]), '\uFFFD\uFFFD\uFFFD'],
  ])('names a file in %s', async (_what, bytes, read) => {
    const zip = rawZip([
      { name: 'a.html', data: '<html><body><h1>عنوان</h1><p>نص.</p></body></html>' },
      { name: bytes, data: 'x', flags: 0 },
    ])
    const found = await testService().call('import.recognise', fileOf('a.zip', zip))
    const code = read.startsWith('\uFFFD') ? 'left-out' : 'other-items'
    expect(found).toMatchObject({ articles: [{ losses: [{ code, count: 1, examples: [read] }] }] })
  })

  it('names in a Word document too what was left out of it', async () => {
    const zip = rawZip([
      {
        name: 'word/document.xml',
        data: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>نص</w:t></w:r></w:p></w:body></w:document>',
      },
      { name: 'word/media/a.png', data: png(6, 4) },
      { name: 'word/media/A.png', data: png(6, 4) },
      { name: 'C:\\a.png', data: png(6, 4), system: 0 },
    ])
    const found = await testService().call('import.recognise', fileOf('a.docx', zip))
    expect(found).toMatchObject({
      articles: [{ losses: [{ code: 'left-out', count: 2, examples: ['word/media/A.png', 'C:\\a.png'] }] }],
    })
  })
})
