import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { recogniseText } from '#core/import/text/recognise.ts'
import { decodeText } from './decode-text.ts'

const elaph = readFileSync(new URL('../../tests/fixtures/elaph-article.txt', import.meta.url))
const text = elaph.toString('utf8')
const refusal = (code: string): unknown => expect.objectContaining({ code })

describe('decodeText', () => {
  it.each([
    ['utf-8', elaph],
    ['utf-8', Buffer.concat([Buffer.from('efbbbf', 'hex'), elaph])],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: false })],
    ['windows-1256', iconv.encode(text, 'windows-1256')],
    ['iso-8859-6', iconv.encode(text.replaceAll(/[^\p{ASCII}\p{L}\p{M}]/gu, ''), 'iso-8859-6')],
  ])('reads %s', (encoding, bytes) => {
    const decoded = decodeText(bytes)
    expect(decoded.encoding).toBe(encoding)
    expect(recogniseText(decoded.text).lines.find(({ role }) => role === 'headline')?.text).toBe(
      'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
    )
  })
  it('reads every word of a windows-1256 file', () => {
    expect(decodeText(iconv.encode(text, 'windows-1256')).text).toBe(text)
  })
  it('reads a file of one short line', () => {
    expect(decodeText(iconv.encode('مرحبا يا صحافة', 'windows-1256')).text).toBe('مرحبا يا صحافة')
  })
  it.each([
    ['a Word file', Buffer.from('504b0304140006000800', 'hex')],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_each, index) => (index * 7919 + 13) % 251))],
    ['noughts', Buffer.alloc(100)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeText(bytes)).toThrow(refusal('text-binary'))
  })
  it('refuses an empty file, and one that is too large', () => {
    expect(() => decodeText(Buffer.alloc(0))).toThrow(refusal('text-empty'))
    expect(() => decodeText(Buffer.from(' \n\t\uFEFF\n'))).toThrow(refusal('text-empty'))
    expect(() => decodeText(Buffer.alloc(10 * 1024 * 1024 + 1, 65))).toThrow(refusal('text-too-large'))
  })
})
