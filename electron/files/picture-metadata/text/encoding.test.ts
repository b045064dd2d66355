import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText, repairDoubleEncoding } from './encoding.ts'

const TEXT = 'بغداد اليوم'

describe('decodeText', () => {
  it('reads valid UTF-8, whatever is declared', () => {
    expect(decodeText(Buffer.from(TEXT), 'windows-1252')).toBe(TEXT)
  })
  it('drops a last letter that was cut in two', () => {
    expect(decodeText(Buffer.from(TEXT).subarray(0, -1))).toBe('بغداد اليو')
  })
  it('reads the declared encoding', () => {
    expect(decodeText(iconv.encode(TEXT, 'iso-8859-6'), 'iso-8859-6')).toBe(TEXT)
  })
  it('reads windows-1256 where nothing is declared, or UTF-8 is declared falsely', () => {
    expect(decodeText(iconv.encode(TEXT, 'windows-1256'))).toBe(TEXT)
    expect(decodeText(iconv.encode(TEXT, 'windows-1256'), 'utf-8')).toBe(TEXT)
  })
  it('reads windows-1252 where the text is Latin', () => {
    expect(decodeText(iconv.encode('Müller, Köln', 'windows-1252'))).toBe('Müller, Köln')
  })
})

describe('repairDoubleEncoding', () => {
  it('repairs Arabic that was read as Latin-1 or windows-1252 and encoded again', () => {
    expect(repairDoubleEncoding(iconv.decode(Buffer.from(TEXT), 'latin1'))).toBe(TEXT)
    expect(repairDoubleEncoding('Ø§Ù„')).toBe('ال')
  })
  it('keeps every other text', () => {
    expect(repairDoubleEncoding(TEXT)).toBe(TEXT)
    expect(repairDoubleEncoding('Ã¼ber')).toBe('Ã¼ber')
  })
})
