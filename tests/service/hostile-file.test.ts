import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { png } from '#tests/support/pictures.ts'
import { rawZip } from '#tests/support/raw-zip.ts'
import { testService } from '#tests/support/service.ts'

const fileOf = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: Buffer.from(content).toString('base64'),
})

const PAGE = '<html><body><h1>عنوان</h1><p>نص.</p></body></html>'

/** Members of a zip that unpack to zeros. */
function zeros(count: number, bytes: number, claimedSize = bytes) {
  const data = deflateRawSync(Buffer.alloc(bytes))
  return Array.from({ length: count }, (_, at) => ({ name: `${at}.html`, data, method: 8, claimedSize }))
}

describe('the service', () => {
  it('answers other calls while a large file is read', async () => {
    const { call } = testService()
    const order: string[] = []
    const large = `<html><body><h1>عنوان</h1>${'<p>كلام <b>آخر</b></p>'.repeat(4_000)}</body></html>`
    const file = call('import.recognise', fileOf('a.html', large)).then(() => order.push('the file'))
    for (const name of ['one', 'two', 'three']) {
      // oxlint-disable-next-line no-await-in-loop -- each is asked when the one before was answered
      await call('store.status', {})
      order.push(name)
    }
    await file
    expect(order).toEqual(['one', 'two', 'three', 'the file'])
  })

  it.each<[what: string, name: string, content: () => string | Uint8Array, code: string]>([
    ['a member that claims 4 GB', 'a.zip', () => rawZip(zeros(1, 9_000_000, 0xff_ff_ff_f0)), 'import-too-large'],
    ['a member that claims little', 'a.zip', () => rawZip(zeros(1, 50_000_000, 10)), 'import-unsupported'],
    [
      'a member of zeros',
      'a.zip',
      () => rawZip([{ name: 'a.html', data: PAGE }, ...zeros(1, 50_000_000)]),
      'import-too-large',
    ],
    ['many members of zeros', 'a.zip', () => rawZip(zeros(100, 8_000_000)), 'import-too-large'],
    [
      'too many members',
      'a.zip',
      () => rawZip(Array.from({ length: 65_000 }, (_, at) => ({ name: `${at}.html`, data: PAGE }))),
      'import-too-large',
    ],
    [
      'a zip in itself, again and again',
      'a.zip',
      () => rawZip([{ name: 'a.zip', data: rawZip(zeros(1, 9_000_000)) }]),
      'import-unsupported',
    ],
    ['entities of entities', 'a.xml', () => bombOfEntities(), 'import-unsupported'],
    [
      'entities of entities in a Word document',
      'a.docx',
      () => rawZip([{ name: 'word/document.xml', data: bombOfEntities() }]),
      'import-damaged',
    ],
    ['a bitmap of a billion pixels', 'a.png', () => pngOf(100_000, 100_000), 'text-binary'],
  ])('refuses %s, and goes on', async (_what, name, content, code) => {
    const { call } = testService()
    await expect(call('import.recognise', fileOf(name, content()))).rejects.toMatchObject({ code })
    expect(await call('import.recognise', fileOf('a.html', PAGE))).toMatchObject({ format: 'html' })
  })

  it('refuses a picture with a billion pixels, and goes on', async () => {
    const { call } = testService()
    await expect(call('assets.add', fileOf('a.png', pngOf(40_000, 30_000)))).rejects.toMatchObject({
      code: 'image-too-large',
    })
    expect(await call('assets.add', fileOf('a.png', png(4, 4)))).toMatchObject({ asset: { width: 4 } })
  })
})

/** A billion times the same word, in a kilobyte. */
function bombOfEntities(): string {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "كلام">${entities.join('')}]><a>&a9;</a>`
}

/** A picture whose header claims a size. */
function pngOf(width: number, height: number): Buffer {
  const bytes = png(4, 4)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
