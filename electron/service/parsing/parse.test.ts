import { describe, expect, it } from 'vitest'
import { createParser } from './parse.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

describe('what is parsed in a worker', () => {
  const parse = createParser({ workers: 2 })

  it('comes back as it was read', async () => {
    expect(await parse('json', '\uFEFF{"نص":[1]}')).toEqual({ نص: [1] })
    expect(await parse('json', '<p>')).toBeUndefined()
    // Parsed, it could not be handed over.
    expect(await parse('json', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toBeUndefined()
    expect(await parse('lines of HTML', ['<p>أ</p><p>ب</p>', ''])).toEqual([['أ', 'ب'], []])
  })

  it('is refused as it would be in this thread', async () => {
    const picture = { name: 'صورة.png', base64: Buffer.from('لا صورة').toString('base64'), storeFolder: '' }
    await expect(parse('store a picture', picture)).rejects.toEqual(refusal('image-unsupported'))
    await expect(parse('recognise a text', '')).rejects.toEqual(refusal('text-empty'))
  })

  it('is refused when taking it over would keep the service busy', async () => {
    await expect(parse('json', `[${'{},'.repeat(1_000_000)}{}]`)).rejects.toEqual(refusal('parsing-too-large'))
  })

  it('waits for a worker when all are busy', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_each, at) => parse('json', `${at}`)))
    expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })
})

describe('a worker', () => {
  it.each(['processor', 'clock'])(
    'that passes its time of the %s is ended, and the next task has another',
    async (of) => {
      const parse = createParser({ workers: 1, [of]: 5 })
      const article = `<p>${'كلام '.repeat(2_000_000)}</p>`
      const tasks = [1, 2, 3].map(() => parse('lines of HTML', [article]))
      const ends = await Promise.allSettled(tasks)
      expect(ends.map((end) => end.status === 'rejected' && end.reason)).toEqual([
        refusal('parsing-too-long'),
        refusal('parsing-too-long'),
        refusal('parsing-too-long'),
      ])
    },
  )

  it('that passes its memory is ended, and the next task has another', async () => {
    const parse = createParser({ workers: 1, memory: 48 })
    const page = `<!doctype html><body>${'<p>كلام <b>آخر</b></p>'.repeat(150_000)}`
    const base64 = Buffer.from(page).toString('base64')
    const large = parse('recognise a file', { name: 'صفحة.html', base64, storeFolder: '' })
    const next = parse('json', '1')
    await expect(large).rejects.toEqual(refusal('parsing-too-large'))
    expect(await next).toBe(1)
  })
})
